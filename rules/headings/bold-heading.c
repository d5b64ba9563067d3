/* bold-heading.c - ST101: a bold line with a colon that stands as a heading */

#include "lint/rule.h"

/* The deepest heading there is (CommonMark 4.2). */
enum { LEVEL_MAX = 6 };

struct settings {
    struct str_list endings;
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
    {.name = NULL},
};

/* The heading in the bold text: without its ending; empty when it has none. */
static struct str title_of(const struct settings *settings, struct str bold)
{
    bold = str_trim(bold);
    for (size_t i = 0; i < settings->endings.count; i++) {
        struct str ending = settings->endings.items[i];

        if (ending.len && str_ends(bold, ending))
            return str_trim((struct str){bold.data, bold.len - ending.len});
    }
    return (struct str){NULL, 0};
}

/* What the line titles must follow; before code or a table it is a caption. */
static bool titles_something(const struct document *document,
                             const struct node *paragraph)
{
    const struct node *next = node_sibling(document, paragraph);

    return next && next->kind != NODE_CODE_BLOCK && next->kind != NODE_TABLE &&
           next->kind != NODE_HEADING;
}

/* From offset on, with the blanks at the end. */
static struct span rest_of_line(const struct source *source, uint32_t offset)
{
    return span_make(offset, source->lines[source_line(source, offset)].end);
}

/* The paragraph as a heading under the last one; empty when it cannot be one. */
static struct str as_heading(struct pass *pass, struct str title, int level)
{
    if (level > LEVEL_MAX || str_ends(title, STR("#")) || str_ends(title, STR("\\")))
        return (struct str){NULL, 0};
    return arena_format(pass_arena(pass), "%.*s %.*s", level, "######", (int)title.len,
                        title.data);
}

static void check_paragraph(struct pass *pass, const struct node *paragraph)
{
    const struct document *document = pass_document(pass);
    const struct source *source = pass_source(pass);
    const struct state *state = pass_state(pass);
    const struct node *bold = node_child(document, paragraph);
    int level = state->level ? state->level + 1 : 2;
    struct finding *finding;
    struct str title, heading;

    if (paragraph->parent != 0 || !bold || bold->kind != NODE_STRONG ||
        node_sibling(document, bold) || !titles_something(document, paragraph))
        return;
    title = title_of(pass_settings(pass), source_text(source, bold->content));
    if (title.len == 0 || memchr(title.data, '\n', title.len) ||
        memchr(title.data, '\r', title.len))
        return;
    finding = report(pass, bold->span,
                     "bold line `%.*s` used as a heading, expected a heading of level %d",
                     str_width(title), title.data, level > LEVEL_MAX ? LEVEL_MAX : level);
    heading = as_heading(pass, title, level);
    if (heading.len)
        fix_replace(finding, rest_of_line(source, paragraph->span.start), heading);
}

static void check(struct pass *pass, const struct node *node)
{
    struct state *state = pass_state(pass);

    if (node->kind == NODE_PARAGRAPH)
        check_paragraph(pass, node);
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
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = UINT64_C(1) << NODE_PARAGRAPH | UINT64_C(1) << NODE_HEADING,
    .node = check,
};
