/* table-pipe-style.c - MD055: all rows of tables start and end the same way */

#include "lint/rule.h"

enum style { CONSISTENT, LEADING, TRAILING, BOTH, NEITHER };

struct settings {
    int style; /* enum style */
};

struct state {
    const struct node *first; /* the first row of the article, NULL before it */
};

static const char *const styles[] = {
    "consistent",           "leading_only",           "trailing_only",
    "leading_and_trailing", "no_leading_or_trailing", NULL};

static const struct option options[] = {
    {.name = "style",
     .type = OPTION_CHOICE,
     .initial = "\"consistent\"",
     .help =
         "where rows have outer pipes; `consistent`: where the article's first row has",
     .offset = offsetof(struct settings, style),
     .choices = styles},
    {.type = OPTION_END},
};

struct pipes {
    bool leading;
    bool trailing;
};

static struct pipes expected_pipes(const struct settings *settings,
                                   const struct node *first)
{
    switch ((enum style)settings->style) {
    case LEADING:
        return (struct pipes){true, false};
    case TRAILING:
        return (struct pipes){false, true};
    case BOTH:
        return (struct pipes){true, true};
    case NEITHER:
        return (struct pipes){false, false};
    case CONSISTENT:
        break;
    }
    return (struct pipes){first->row.leading_pipe, first->row.trailing_pipe};
}

static void complain(struct pass *pass, uint32_t at, bool has_pipe, const char *end)
{
    const struct settings *settings = pass_settings(pass);
    const struct state *state = pass_state(pass);
    struct span place = source_character(pass_source(pass), at);
    struct finding *finding;

    if (has_pipe)
        finding = report(pass, place, "`|` at the %s of a table row, expected none", end);
    else
        finding =
            report(pass, place, "no `|` at the %s of a table row, expected one", end);
    if (settings->style == CONSISTENT)
        finding_relate(finding, state->first->span, "the first table row");
}

/* Where markdownlint has the start of a row: a delimiter row's is that of its indent,
 * unless an item's indent comes first. */
static uint32_t row_start(struct pass *pass, const struct node *row)
{
    const struct document *document = pass_document(pass);
    const struct source *source = pass_source(pass);
    const struct node *parent = node_parent(document, node_parent(document, row));
    uint32_t line = source_line_span(source, source_line(source, row->span.start)).start;
    uint32_t start = row->span.start;

    if (row->form != ROW_DELIMITER || parent->kind == NODE_ITEM)
        return start;
    while (start > line && is_space_or_tab(source->data[start - 1]))
        start--;
    if (start > line && start < row->span.start) /* a quote's marker has one blank */
        start++;
    return start;
}

static void node(struct pass *pass, const struct node *row)
{
    const struct source *source = pass_source(pass);
    struct state *state = pass_state(pass);
    uint32_t line = source_line(source, row->span.start);
    struct pipes expected;

    if (!state->first)
        state->first = row;
    expected = expected_pipes(pass_settings(pass), state->first);
    if (row->row.leading_pipe != expected.leading)
        complain(pass, row_start(pass, row), row->row.leading_pipe, "start");
    if (row->row.trailing_pipe != expected.trailing)
        complain(pass, source_line_span(source, line).end - 1, row->row.trailing_pipe,
                 "end");
}

const struct rule rule_table_pipe_style = {
    .code = "MD055",
    .name = "table-pipe-style",
    .tags = "table",
    .summary = "a table row has other pipes at its ends than the other rows",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_TABLE_ROW),
    .node = node,
};
