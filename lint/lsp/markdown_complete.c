/* markdown_complete.c - completion in Markdown: what is typed is found by the text before
 * the cursor, for a link that is not finished is none */

#include "lint/base/ascii.h"
#include "lint/base/uri.h"
#include "lint/files/path.h"
#include "lint/lsp/items.h"
#include "lint/lsp/markdown.h"
#include "lint/lsp/markdown_paths.h"
#include "lint/lsp/mentions.h"
#include "lint/lsp/under.h"

/* Bytes before the cursor in which the start of a comment is looked for: one that lists
 * every rule is shorter. */
enum { MAX_COMMENT = 8192 };

/* Tried for fences, besides what the article has: common names, as highlighters have
 * them. */
static const char *const languages[] = {
    "bash",     "c",       "cpp",   "csharp", "css",        "diff",    "dockerfile",
    "go",       "graphql", "html",  "http",   "ini",        "java",    "javascript",
    "json",     "jsonc",   "jsx",   "kotlin", "lua",        "make",    "markdown",
    "md",       "mermaid", "nginx", "php",    "powershell", "python",  "r",
    "ruby",     "rust",    "scss",  "sh",     "shell",      "sql",     "swift",
    "text",     "toml",    "ts",    "tsx",    "typescript", "console", "xml",
    "yaml",     "zig",     "vue",   "svelte", "js",         "perl",    "scala",
    "elixir",   "haskell", "dart",  "hcl",    "latex",      "proto",   "txt",
    "plaintext"};

enum { LANGUAGE_COUNT = sizeof(languages) / sizeof(*languages) };

struct completing {
    struct question *question;
    const struct document *document;
    uint32_t offset;
    uint32_t line;     /* where the line begins */
    struct str before; /* of the line, what is before the cursor */
    struct items items;
};

static struct str from(struct str text, size_t at)
{
    return (struct str){text.data + at, text.len - at};
}

/* What is typed begins at `start`; an item replaces it and what follows of the word, up
 * to one of the bytes in `ends`, a blank, or the end of the line. */
static void take_token(struct completing *completing, uint32_t start, const char *ends)
{
    const struct source *source = &completing->question->source;
    uint32_t end = completing->offset;

    while (end < source->size && !is_ascii_space(source->data[end]) &&
           !is_one_of(source->data[end], ends))
        end++;
    completing->items.token = span_make(start, end);
    completing->items.typed = source_text(source, span_make(start, completing->offset));
}

static void add_item(struct completing *completing, struct item item)
{
    if (!item.text.data)
        item.text = item.label;
    items_add(&completing->items, item);
}

/* Is the word a comment's keyword that rules follow? */
static bool takes_rules(struct str word)
{
    static const char *const keywords[] = {
        "disable",      "disable-line", "disable-next-line",
        "disable-file", "enable",       "enable-file"};

    if (str_starts(word, STR("stet-")))
        word = from(word, strlen("stet-"));
    else if (str_starts(word, STR("markdownlint-")))
        word = from(word, strlen("markdownlint-"));
    else
        return false;
    for (size_t i = 0; i < sizeof(keywords) / sizeof(*keywords); i++)
        if (str_is(word, keywords[i]))
            return true;
    return false;
}

/* The text of the comment before the cursor; empty when there is none. */
static struct str comment_before(const struct completing *completing)
{
    const struct source *source = &completing->question->source;
    uint32_t offset = completing->offset;
    uint32_t least = offset > MAX_COMMENT ? offset - MAX_COMMENT : 0;
    const char *hash;

    if (front_matter_under(completing->document, offset)) {
        hash = memchr(completing->before.data, '#', completing->before.len);
        return hash ? from(completing->before,
                           (size_t)(hash + 1 - completing->before.data))
                    : STR("");
    }
    for (uint32_t at = offset; at >= least + 4; at--) {
        struct str text = source_text(source, span_make(at - 4, offset));

        if (str_starts(text, STR("-->")))
            break;
        if (str_starts(text, STR("<!--")))
            return from(text, 4);
    }
    return STR("");
}

static void add_rules(struct completing *completing)
{
    const struct rule_table *rules = completing->question->engine->options->rules;

    for (int codes = 0; codes <= 1; codes++)
        for (uint32_t i = 0; i < rules->count; i++) {
            const struct rule *rule = rules->rules[i];

            if (rule_speaks_for_core(rule))
                continue;
            add_item(completing,
                     (struct item){.label = str_from(codes ? rule->code : rule->name),
                                   .kind = ITEM_ENUM,
                                   .detail = str_from(codes ? rule->name : rule->code),
                                   .about = str_from(rule->summary),
                                   .late = codes});
        }
}

static bool complete_rules(struct completing *completing)
{
    struct str comment = str_trim(comment_before(completing));
    const char *end = completing->question->source.data + completing->offset;
    size_t len = 0;
    const char *word = end;

    while (len < comment.len && !is_ascii_space(comment.data[len]))
        len++;
    if (!takes_rules((struct str){comment.data, len}))
        return false;
    while (word > comment.data && !is_ascii_space(word[-1]) && word[-1] != ',')
        word--;
    if (word <= comment.data)
        return false;
    take_token(completing, completing->offset - (uint32_t)(end - word), ",-<>");
    completing->items.token.end = completing->offset;
    while (is_ascii_word_or_dash(
        completing->question->source.data[completing->items.token.end]))
        completing->items.token.end++;
    add_rules(completing);
    return true;
}

static struct str first_word(struct str text)
{
    size_t len = 0;

    while (len < text.len && !is_ascii_space(text.data[len]))
        len++;
    return (struct str){text.data, len};
}

/* Those of the article come first. */
static void add_languages(struct completing *completing, const struct node *typed)
{
    const struct document *document = completing->document;

    for (uint32_t i = 1; i < document->node_count; i++) {
        const struct node *node = &document->nodes[i];

        if (node->kind != NODE_CODE_BLOCK || !(node->flags & NODE_FENCED) ||
            node == typed || !span_length(node->code_block->info))
            continue;
        add_item(completing, (struct item){.label = first_word(source_text(
                                               document->source, node->code_block->info)),
                                           .kind = ITEM_VALUE,
                                           .detail = STR("in this article")});
    }
    for (size_t i = 0; i < LANGUAGE_COUNT; i++)
        add_item(completing,
                 (struct item){.label = str_from(languages[i]), .kind = ITEM_VALUE});
}

/* On the first line of a fence, right after its marks. */
static void complete_language(struct completing *completing, const struct node *block)
{
    const struct source *source = &completing->question->source;
    uint32_t at = block->span.start + block->level;

    if (!(block->flags & NODE_FENCED) || block->span.start < completing->line)
        return;
    while (at < completing->offset && is_space_or_tab(source->data[at]))
        at++;
    for (uint32_t i = at; i < completing->offset; i++)
        if (is_ascii_space(source->data[i]) || source->data[i] == '{')
            return;
    if (at > completing->offset)
        return;
    take_token(completing, at, "{");
    add_languages(completing, block);
}

static void add_anchors(struct completing *completing)
{
    struct arena *arena = completing->question->arena;
    const struct source *source = &completing->question->source;
    struct anchors anchors;

    anchors_find(&anchors, completing->document, arena);
    for (uint32_t i = 0; i < anchors.count; i++) {
        const struct node *node = anchors.items[i].node;

        add_item(completing,
                 (struct item){.label = uri_decode(arena, anchors.items[i].fragment),
                               .kind = ITEM_REFERENCE,
                               .detail = node ? source_text(source, node->content)
                                              : STR("the start of the article"),
                               .late = !node});
    }
}

/* typed: the destination so far. The fragment of another article comes with links across
 * files. */
static void complete_destination(struct completing *completing, struct str typed)
{
    const char *data = completing->question->source.data;
    bool angled = str_starts(typed, STR("<"));
    uint32_t start;

    if (angled)
        typed = from(typed, 1);
    start = (uint32_t)(typed.data - data);
    if (str_starts(typed, STR("#"))) {
        take_token(completing, start, ")>");
        add_anchors(completing);
        return;
    }
    if (uri_scheme(typed).len || memchr(typed.data, '#', typed.len) ||
        memchr(typed.data, '?', typed.len))
        return;
    start += (uint32_t)(typed.len - path_name(typed).len);
    take_token(completing, start, ")>/#?");
    markdown_paths_add(completing->question, &completing->items, typed, angled);
}

/* Is there nothing in it that ends a destination? */
static bool goes_on(struct str typed)
{
    bool angled = str_starts(typed, STR("<"));
    int depth = 0;

    for (size_t i = 0; i < typed.len; i++) {
        if (angled ? typed.data[i] == '>' : is_ascii_space(typed.data[i]))
            return false;
        depth += (typed.data[i] == '(') - (typed.data[i] == ')');
        if (!angled && depth < 0)
            return false;
    }
    return true;
}

/* After `](`. */
static bool destination_before(struct str before, struct str *typed)
{
    for (size_t at = before.len; at >= 2; at--)
        if (before.data[at - 2] == ']' && before.data[at - 1] == '(') {
            *typed = from(before, at);
            return goes_on(*typed);
        }
    return false;
}

/* After `[label]: ` at the start of a line, that of a footnote excepted. */
static bool definition_before(struct str before, struct str *typed)
{
    struct str text = str_trim(before);
    size_t at = 0;

    if (!str_starts(text, STR("[")) || str_starts(text, STR("[^")))
        return false;
    while (at < text.len && text.data[at] != ']')
        at++;
    if (at + 1 >= text.len || text.data[at + 1] != ':')
        return false;
    at = (size_t)(text.data - before.data) + at + 2;
    while (at < before.len && is_space_or_tab(before.data[at]))
        at++;
    *typed = from(before, at);
    return goes_on(*typed);
}

/* After a `[` that nothing closes; *start is where the label begins. */
static bool label_before(struct str before, size_t *start)
{
    for (size_t at = before.len; at > 0; at--) {
        char c = before.data[at - 1];

        if (c == ']')
            return false;
        if (c == '[') {
            *start = at;
            return at < 2 || before.data[at - 2] != '\\';
        }
    }
    return false;
}

static struct str first_line(struct str text)
{
    size_t len = 0;

    while (len < text.len && !is_line_end(text.data[len]))
        len++;
    return (struct str){text.data, len};
}

static void add_label(struct completing *completing, const struct node *node)
{
    const struct source *source = &completing->question->source;
    bool note = node->kind == NODE_FOOTNOTE_DEFINITION;
    struct span label = note ? node->footnote->label : node->link->label;
    struct span shown = note ? node->content : node->link->destination;

    if (label.start <= completing->offset && completing->offset <= label.end)
        return;
    add_item(completing, (struct item){.label = str_trim(source_text(source, label)),
                                       .kind = ITEM_REFERENCE,
                                       .detail = first_line(source_text(source, shown))});
}

static void complete_label(struct completing *completing, size_t at)
{
    const struct document *document = completing->document;
    bool note = at < completing->before.len && completing->before.data[at] == '^';
    unsigned kind = note ? NODE_FOOTNOTE_DEFINITION : NODE_DEFINITION;

    take_token(completing, completing->line + (uint32_t)at + note, "]");
    for (uint32_t i = 1; i < document->node_count; i++)
        if (document->nodes[i].kind == kind && !(document->nodes[i].flags & NODE_IN_HTML))
            add_label(completing, &document->nodes[i]);
}

/* What is not Markdown around the cursor, or the fence that it is on; NULL: none. */
static const struct node *verbatim_under(const struct completing *completing)
{
    const uint64_t blocks =
        NODE_BIT(NODE_CODE_BLOCK) | NODE_BIT(NODE_MATH_BLOCK) | NODE_BIT(NODE_HTML_BLOCK);
    const uint64_t inlines =
        NODE_BIT(NODE_CODE) | NODE_BIT(NODE_MATH) | NODE_BIT(NODE_HTML);
    const struct node *node = node_under(completing->document, completing->offset);

    if (NODE_BIT(node->kind) & blocks)
        return node;
    if (NODE_BIT(node->kind) & inlines && node->span.start < completing->offset &&
        completing->offset < node->span.end)
        return node;
    return NULL;
}

static void complete(struct completing *completing)
{
    const struct node *verbatim = verbatim_under(completing);
    struct str typed;
    size_t start;

    if (complete_rules(completing) ||
        front_matter_under(completing->document, completing->offset))
        return;
    if (verbatim && verbatim->kind == NODE_CODE_BLOCK)
        complete_language(completing, verbatim);
    if (verbatim)
        return;
    if (destination_before(completing->before, &typed) ||
        definition_before(completing->before, &typed))
        complete_destination(completing, typed);
    else if (label_before(completing->before, &start))
        complete_label(completing, start);
}

void markdown_complete(struct question *question, uint32_t offset)
{
    const struct source *source = &question->source;
    uint32_t line = source->lines[source_line(source, offset)].start;
    struct completing completing = {
        .question = question,
        .document = question_document(question),
        .offset = offset,
        .line = line,
        .before = source_text(source, span_make(line, offset > line ? offset : line)),
        .items = {.question = question},
    };

    if (question->place->kind != PLACE_ARTICLE && question->place->kind != PLACE_IGNORED)
        return;
    complete(&completing);
    items_write(&completing.items);
}
