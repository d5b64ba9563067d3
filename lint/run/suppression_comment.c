/* suppression_comment.c - finds the comments that configure the linter in a file */

#include "lint/run/suppression_comment.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/message.h"
#include "lint/base/suggest.h"
#include "lint/base/utf8.h"

struct keyword {
    const char *word;
    enum directive_kind kind;
};

/* A word that starts with another one comes before it. */
static const struct keyword keywords[] = {
    {"disable-next-line", DIRECTIVE_DISABLE_NEXT_LINE},
    {"disable-line", DIRECTIVE_DISABLE_LINE},
    {"disable-file", DIRECTIVE_DISABLE_FILE},
    {"disable", DIRECTIVE_DISABLE},
    {"enable-file", DIRECTIVE_ENABLE_FILE},
    {"enable", DIRECTIVE_ENABLE},
    {"capture", DIRECTIVE_CAPTURE},
    {"restore", DIRECTIVE_RESTORE},
    {"configure-file", DIRECTIVE_CONFIGURE_FILE},
};

struct finder {
    const struct document *document;
    const struct source *source; /* the document's */
    struct arena *arena;
    struct directive *items;
    uint32_t count;
    uint32_t capacity;
    bool no_close; /* there is no further `-->`: it need not be searched for again */
    uint32_t node; /* of the document: code spans before it end before the last comment */
};

static void add(struct finder *finder, struct directive directive)
{
    finder->items = arena_make_room(finder->arena, finder->items, finder->count,
                                    &finder->capacity, sizeof(*finder->items));
    finder->items[finder->count++] = directive;
}

static struct str rest_of(const struct source *source, uint32_t from, uint32_t end)
{
    return (struct str){source->data + from, end - from};
}

static bool takes(struct str *text, struct str word)
{
    if (text->len < word.len ||
        !str_equal_ignore_case((struct str){text->data, word.len}, word))
        return false;
    text->data += word.len;
    text->len -= word.len;
    return true;
}

/* Reads `stet-disable-line` and the like; text is left after the keyword. */
static const struct keyword *read_keyword(struct str *text, bool *own)
{
    *own = takes(text, STR("stet-"));
    if (!*own && !takes(text, STR("markdownlint-")))
        return NULL;
    for (size_t i = 0; i < sizeof(keywords) / sizeof(keywords[0]); i++)
        if (takes(text, str_from(keywords[i].word)))
            return &keywords[i];
    return NULL;
}

/* `stet-disabled`, `stet-disable:`: the word up to white space or the end of the
 * comment. */
static struct str unknown_word(struct str text)
{
    size_t len = 0;

    while (len < text.len && !is_ascii_space(text.data[len]) &&
           !str_starts((struct str){text.data + len, text.len - len}, STR("-->")))
        len++;
    return (struct str){text.data, len};
}

/* text: from `stet-` on. */
static void add_unknown(struct finder *finder, enum directive_kind kind, struct str text)
{
    struct span word = source_span(finder->source, unknown_word(text));

    add(finder, (struct directive){.kind = kind,
                                   .own = true,
                                   .span = word,
                                   .arguments = word,
                                   .line = source_line(finder->source, word.start)});
}

/* The number of bytes before the next `-->`, or text.len when there is none. */
static size_t find_close(struct str text)
{
    const char *p = text.data;
    const char *end = text.data + text.len;

    while ((p = memchr(p, '-', (size_t)(end - p)))) {
        if (str_starts((struct str){p, (size_t)(end - p)}, STR("-->")))
            return (size_t)(p - text.data);
        p++;
    }
    return text.len;
}

/* Is there a `-->`? *close is the number of bytes before it. */
static bool closes(struct finder *finder, struct str text, size_t *close)
{
    if (!finder->no_close)
        *close = find_close(text);
    finder->no_close |= *close == text.len;
    return !finder->no_close;
}

static bool on_one_line(struct str text)
{
    return !memchr(text.data, '\n', text.len) && !memchr(text.data, '\r', text.len);
}

/* White space as in JavaScript, as markdownlint has it. */
static bool starts_with_space(struct str text)
{
    size_t len;

    return text.len && code_point_is_space(utf8_decode(text, &len));
}

static void skip_space(struct str *text)
{
    while (starts_with_space(*text)) {
        size_t len;

        utf8_decode(*text, &len);
        *text = (struct str){text->data + len, text->len - len};
    }
}

/* Is the offset in a code block, with its fences, or in a code span? */
static bool is_code(struct finder *finder, uint32_t offset)
{
    const struct document *document = finder->document;

    if (document_line_is_code(document, source_line(finder->source, offset)))
        return true;
    /* Comments come in the order of the text, and so do code spans. */
    for (; finder->node < document->node_count; finder->node++) {
        const struct node *node = &document->nodes[finder->node];

        if (node->kind == NODE_CODE && node->span.end > offset)
            return node->span.start <= offset;
    }
    return false;
}

/*
 * Reads the comment that opens at `at`. Returns where to go on: right after that, because
 * markdownlint also finds a comment inside another one.
 */
static uint32_t read_comment(struct finder *finder, uint32_t at)
{
    const struct source *source = finder->source;
    uint32_t after = at + 4; /* after <!-- */
    struct str text = rest_of(source, after, source->size);
    struct directive directive = {.span = {at, at}};
    const struct keyword *keyword;
    struct str whole;
    size_t close = 0;

    skip_space(&text);
    whole = text;
    keyword = read_keyword(&text, &directive.own);
    if (directive.own && is_code(finder, at))
        return after;
    if (!keyword || !text.len ||
        !(starts_with_space(text) || str_starts(text, STR("-->")))) {
        if (directive.own && closes(finder, text, &close))
            add_unknown(finder, DIRECTIVE_UNKNOWN, whole);
        return after;
    }
    if (!closes(finder, text, &close))
        return after;
    directive.kind = keyword->kind;
    directive.arguments.start = (uint32_t)(text.data - source->data);
    directive.arguments.end = directive.arguments.start + (uint32_t)close;
    directive.span.end = directive.arguments.end + 3;
    if (!directive.own && directive.kind != DIRECTIVE_CONFIGURE_FILE &&
        !on_one_line(source_text(source, directive.span))) {
        directive.kind = DIRECTIVE_SPLIT;
        directive.arguments = directive.span;
    }
    directive.line = source_line(
        source, directive.kind == DIRECTIVE_DISABLE_NEXT_LINE ? directive.span.end : at);
    add(finder, directive);
    return after;
}

static void find_comments(struct finder *finder, uint32_t from)
{
    const struct source *source = finder->source;
    const char *end = source->data + source->size;
    const char *p = source->data + from;

    while ((p = memchr(p, '<', (size_t)(end - p)))) {
        uint32_t at = (uint32_t)(p - source->data);

        if (str_starts(rest_of(source, at, source->size), STR("<!--")))
            p = source->data + read_comment(finder, at);
        else
            p++;
    }
}

/* The text written for a value or key that the offset is in: a `#` there is no comment.
 */
static bool is_in_value(const struct value *value, uint32_t offset)
{
    const struct value *within = value;

    while (within) {
        value = within;
        within = NULL;
        for (uint32_t i = 0; i < value->count && !within; i++) {
            const struct entry *entry = &value->entries[i];

            if (span_holds(entry->key_span, offset))
                return true;
            if (span_holds(entry->value->span, offset) && span_empty(entry->alias))
                within = entry->value;
        }
    }
    return value && value->kind == VALUE_STRING && span_holds(value->span, offset);
}

/* `# stet-disable-line title` on one line of the front matter. */
static void read_hash_line(struct finder *finder, uint32_t line)
{
    struct span span = source_line_span(finder->source, line);
    struct str text = source_text(finder->source, span);
    struct directive directive = {.own = true, .line = line};
    const struct keyword *keyword;
    struct str whole;
    const char *end = text.data + text.len;
    const char *at = text.data;

    for (; (at = memchr(at, '#', (size_t)(end - at))); at++) {
        struct str rest = {at + 1, (size_t)(end - at) - 1};

        if ((at > text.data && !is_ascii_space(at[-1])) ||
            is_in_value(finder->document->front_matter.tree.root,
                        (uint32_t)(at - finder->source->data)))
            continue;
        directive.span = span_make(span.end - (uint32_t)(end - at), span.end);
        while (rest.len && is_ascii_space(*rest.data))
            rest = (struct str){rest.data + 1, rest.len - 1};
        whole = rest;
        keyword = read_keyword(&rest, &directive.own);
        if (!directive.own)
            continue;
        if (!keyword || (rest.len && !is_ascii_space(*rest.data))) {
            add_unknown(finder, DIRECTIVE_UNKNOWN, whole);
            return;
        }
        directive.kind = keyword->kind;
        directive.arguments = span_make(span.end - (uint32_t)rest.len, span.end);
        if (directive.kind == DIRECTIVE_DISABLE_LINE ||
            directive.kind == DIRECTIVE_DISABLE_NEXT_LINE)
            add(finder, directive);
        else
            add_unknown(finder, DIRECTIVE_MISPLACED, whole);
        return;
    }
}

static void find_hashes(struct finder *finder, const struct front_matter *block)
{
    uint32_t line;
    uint32_t last;

    if (block->syntax != FRONT_MATTER_YAML && block->syntax != FRONT_MATTER_TOML)
        return;
    line = source_line(finder->source, block->text.start);
    last = source_line(finder->source, block->text.end);
    for (; line <= last && line < finder->source->line_count; line++)
        read_hash_line(finder, line);
}

struct directive *directives_find(const struct document *document, struct arena *arena,
                                  uint32_t *count)
{
    struct finder finder = {
        .document = document, .source = document->source, .arena = arena};

    find_hashes(&finder, &document->front_matter);
    /* Those above what was only meant as front matter count as well. */
    find_comments(&finder, document->front_matter.miss ? document->source->text
                                                       : document->mask.first_comment);
    *count = finder.count;
    return finder.items;
}

struct str directive_unknown(struct arena *arena, struct str word)
{
    enum { COUNT = sizeof(keywords) / sizeof(keywords[0]) };
    struct str names[COUNT];
    struct str nearest;

    for (size_t i = 0; i < COUNT; i++)
        names[i] = arena_format(arena, "stet-%s", keywords[i].word);
    nearest = suggest_nearest(word, names, COUNT);
    if (!nearest.len)
        return arena_format(arena, "`%s` is no comment of stet's",
                            message_text(arena, word));
    return arena_format(arena, "`%s` is no comment of stet's; did you mean `%s`?",
                        message_text(arena, word), nearest.data);
}
