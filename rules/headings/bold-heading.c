/* bold-heading.c - ST101: a bold line with a colon that is used as a heading */

#include "lint/rule.h"

enum {
    LEVEL_MAX = 6,  /* the deepest heading (CommonMark 4.2) */
    TITLE_MAX = 70, /* characters; longer text is a sentence, not a title */
};

struct settings {
    struct str_list endings;
    struct str_list labels;
};

struct state {
    int level; /* of the last heading; 0 before the first */
};

static const struct option options[] = {
    {.name = "endings",
     .type = OPTION_STRINGS,
     .initial = "[\":\", \"\\uff1a\"]",
     .help = "what a bold line ends in that is a heading",
     .offset = offsetof(struct settings, endings)},
    {.name = "labels",
     .type = OPTION_STRINGS,
     .initial = "[\"Note\", \"Tip\", \"Hint\", \"Info\", \"Important\", \"Warning\", "
                "\"Caution\", \"Danger\", \"Example\"]",
     .help = "words that label what follows and are no headings; case does not matter",
     .offset = offsetof(struct settings, labels)},
    {.name = NULL},
};

/* The text without its ending, trimmed; empty when it has none. */
static struct str without_ending(const struct settings *settings, struct str text)
{
    text = str_trim(text);
    for (size_t i = 0; i < settings->endings.count; i++) {
        struct str ending = settings->endings.items[i];

        if (ending.len && str_ends(text, ending))
            return str_trim((struct str){text.data, text.len - ending.len});
    }
    return (struct str){NULL, 0};
}

static bool is_title(const struct settings *settings, struct str title)
{
    return title.len && !memchr(title.data, '\n', title.len) &&
           !memchr(title.data, '\r', title.len) && utf8_code_points(title) <= TITLE_MAX &&
           !text_has_sentences(title) &&
           !str_list_has_ignore_case(settings->labels, title);
}

/* The title, when it is the whole paragraph, `**Title:**` or `**Title**:`; else empty. */
static struct str title_of(struct pass *pass, const struct node *paragraph,
                           const struct node *bold)
{
    const struct source *source = pass_source(pass);
    const struct settings *settings = pass_settings(pass);
    struct str text = source_text(source, bold->content);
    struct str after =
        source_text(source, span_make(bold->span.end, paragraph->span.end));
    struct str title = {NULL, 0};

    if (!after.len)
        title = without_ending(settings, text);
    else if (str_list_has(settings->endings, after))
        title = str_trim(text);
    return is_title(settings, title) ? title : (struct str){NULL, 0};
}

/* Is there content after the line? Before code or a table it is a caption. */
static bool titles_something(const struct document *document,
                             const struct node *paragraph)
{
    const struct node *next = node_sibling(document, paragraph);

    return next && next->kind != NODE_CODE_BLOCK && next->kind != NODE_TABLE &&
           next->kind != NODE_HEADING;
}

/* From offset on, trailing spaces included. */
static struct span rest_of_line(const struct source *source, uint32_t offset)
{
    return span_make(offset, source->lines[source_line(source, offset)].end);
}

/* The paragraph as a heading under the last one; empty when it cannot be one. */
static struct str as_heading(struct pass *pass, struct str title, int level)
{
    if (level > LEVEL_MAX || str_ends(title, STR("#")) || str_ends(title, STR("\\")))
        return (struct str){NULL, 0};
    return heading_typed(level, title, pass_arena(pass));
}

static void check_bold(struct pass *pass, const struct node *bold)
{
    const struct document *document = pass_document(pass);
    const struct source *source = pass_source(pass);
    const struct state *state = pass_state(pass);
    const struct node *paragraph = node_parent(document, bold);
    int level = state->level ? state->level + 1 : 2;
    struct finding *finding;
    struct str title, heading;

    if (paragraph->kind != NODE_PARAGRAPH || paragraph->parent != 0 ||
        bold != node_child(document, paragraph) || !titles_something(document, paragraph))
        return;
    title = title_of(pass, paragraph, bold);
    if (!title.len)
        return;
    finding = report(pass, paragraph->span,
                     "bold line `%s` used as a heading; begin it with `%s` instead",
                     message_text(pass_arena(pass), title), heading_signs(level));
    heading = as_heading(pass, title, level);
    if (heading.len)
        fix_replace(finding, rest_of_line(source, paragraph->span.start), heading);
}

static void check(struct pass *pass, const struct node *node)
{
    struct state *state = pass_state(pass);

    if (node->kind == NODE_STRONG)
        check_bold(pass, node);
    else if (node->parent == 0)
        state->level = node->level;
}

const struct rule rule_bold_heading = {
    .code = "ST101",
    .name = "bold-heading",
    .tags = "headings emphasis",
    .summary = "a bold line that ends in a colon stands where a heading should",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .presets = PRESET_RECOMMENDED,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_STRONG) | NODE_BIT(NODE_HEADING),
    .node = check,
};
