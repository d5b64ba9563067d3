/* ul-indent.c - MD007: nested bullets are indented by as much as wanted */

#include "lint/rule.h"

struct settings {
    int indent;
    bool start_indented;
    int start_indent;
};

/* How far the quote markers of a line have been looked for. */
struct state {
    uint32_t line;  /* the start of the line */
    uint32_t from;  /* no marker from here on has been seen */
    uint32_t quote; /* the offset after the last quote marker and its blank, or line */
    bool solid;     /* something else than blanks is between `quote` and `from` */
};

static const struct option options[] = {
    {.name = "indent",
     .type = OPTION_INTEGER,
     .initial = "2",
     .help = "columns by which a list of bullets is indented in the one around it",
     .offset = offsetof(struct settings, indent)},
    {.name = "start_indented",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "indent the outermost list, too",
     .offset = offsetof(struct settings, start_indented)},
    {.name = "start_indent",
     .type = OPTION_INTEGER,
     .initial = "0",
     .help = "columns by which the outermost list is indented with `start_indented`; 0 "
             "for those of `indent`",
     .offset = offsetof(struct settings, start_indent)},
    {.type = OPTION_END},
};

/* Footnotes are indented by this. */
enum { FOOTNOTE_INDENT = 4, INDENT_DEFAULT = 2, INDENT_MAX = 100 };

static uint32_t bounded(int indent, uint32_t initial)
{
    if (indent <= 0)
        return initial;
    return indent < INDENT_MAX ? (uint32_t)indent : INDENT_MAX;
}

static uint32_t expected_indent(struct pass *pass, struct nesting nesting)
{
    const struct settings *settings = pass_settings(pass);
    uint32_t indent = bounded(settings->indent, INDENT_DEFAULT);
    uint32_t start = bounded(settings->start_indent, indent);

    return (nesting.in_footnote ? FOOTNOTE_INDENT : 0) +
           (settings->start_indented ? start : 0) + nesting.bullets * indent;
}

/* Where the line of the marker starts, after its last quote marker and a blank. Items
 * come in order, so that each byte is looked at once. */
static uint32_t line_content(struct pass *pass, uint32_t marker)
{
    const struct source *source = pass_source(pass);
    struct state *state = pass_state(pass);
    uint32_t line = source->lines[source_line(source, marker)].start;

    if (state->line != line || !state->from)
        *state = (struct state){line, line, line, false};
    for (uint32_t at = state->from; at < marker; at++) {
        if (source->data[at] == '>')
            state->quote = at + 1 + is_space_or_tab(source->data[at + 1]);
        if (!is_space_or_tab(source->data[at]))
            state->solid = source->data[at] != '>';
    }
    state->from = marker;
    return state->quote < marker ? state->quote : marker;
}

static void fix(struct pass *pass, struct finding *finding, struct span indent,
                uint32_t expected)
{
    const struct state *state = pass_state(pass);
    uint32_t actual = span_length(indent);
    struct span cut = span_make(
        indent.start, indent.start + (actual > expected ? actual - expected : 0));

    if (state->solid)
        return;
    fix_replace(finding, cut,
                arena_format(pass_arena(pass), "%*s",
                             expected > actual ? (int)(expected - actual) : 0, ""));
    fix_is_unsafe(finding);
}

static void node(struct pass *pass, const struct node *item)
{
    const struct source *source = pass_source(pass);
    const struct node *list = node_parent(pass_document(pass), item);
    struct nesting nesting = list->list.nesting;
    struct span indent =
        span_make(line_content(pass, item->item.marker.start), item->item.marker.start);
    uint32_t line = source->lines[source_line(source, indent.end)].start;
    struct finding *finding;
    uint32_t expected;

    if ((list->flags & NODE_ORDERED) || nesting.bullets == NESTING_NUMBERED)
        return;
    expected = expected_indent(pass, nesting);
    if (span_length(indent) == expected)
        return;
    finding = report(pass, span_make(line, item->item.text),
                     "list item is indented by %u, expected %u",
                     (unsigned)span_length(indent), (unsigned)expected);
    if (finding)
        fix(pass, finding, indent, expected);
}

const struct rule rule_ul_indent = {
    .code = "MD007",
    .name = "ul-indent",
    .tags = "bullet ul indentation",
    .summary = "a nested bullet is not indented by as much as is wanted",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .presets = PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_ITEM),
    .node = node,
};
