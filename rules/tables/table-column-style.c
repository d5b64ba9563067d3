/* table-column-style.c - MD060: the pipes of a table are set in one of three styles */

#include "lint/rule.h"

enum style { ANY, ALIGNED, COMPACT, TIGHT };

struct settings {
    int style; /* enum style */
    bool aligned_delimiter;
};

static const char *const styles[] = {"any", "aligned", "compact", "tight", NULL};

static const struct option options[] = {
    {.name = "style",
     .type = OPTION_CHOICE,
     .initial = "\"any\"",
     .help = "how the pipes of tables are set; `any`: as suits each table best",
     .offset = offsetof(struct settings, style),
     .choices = styles},
    {.name = "aligned_delimiter",
     .type = OPTION_BOOL,
     .initial = "false",
     .help =
         "in `compact` and `tight`, the pipes of the second row are below the header's",
     .offset = offsetof(struct settings, aligned_delimiter)},
    {.type = OPTION_END},
};

/* One look at a table: its mistakes are counted or reported. */
struct look {
    struct pass *pass;
    bool reports;
    uint32_t mistakes;
};

/* The pipes of a row, one after the other. */
struct pipes {
    const struct document *document;
    const struct node *row;
    const struct node *cell; /* the next one; NULL after the last */
    bool started;
    uint32_t at;      /* the pipe */
    uint32_t columns; /* before it, from the start of the line */
    uint32_t counted; /* up to this byte */
};

static struct pipes pipes_of(struct pass *pass, const struct node *row)
{
    const struct document *document = pass_document(pass);
    const struct source *source = pass_source(pass);

    return (struct pipes){
        .document = document,
        .row = row,
        .cell = node_child(document, row),
        .counted = source_line_span(source, source_line(source, row->span.start)).start,
    };
}

static void pipes_take(struct pipes *pipes, uint32_t at)
{
    pipes->columns += text_columns(
        (struct str){pipes->document->masked + pipes->counted, at - pipes->counted});
    pipes->at = pipes->counted = at;
}

static bool pipes_next(struct pipes *pipes)
{
    const struct node *cell = pipes->cell;

    if (!pipes->started && pipes->row->row.leading_pipe) {
        pipes->started = true;
        pipes_take(pipes, pipes->row->span.start);
        return true;
    }
    pipes->started = true;
    if (!cell)
        return false;
    pipes->cell = node_sibling(pipes->document, cell);
    if (!pipes->cell && !pipes->row->row.trailing_pipe)
        return false;
    pipes_take(pipes, cell->span.end);
    return true;
}

static void mistake(struct look *look, uint32_t at, const char *message)
{
    look->mistakes++;
    if (look->reports)
        report(look->pass, span_make(at, at + 1), "%s", message);
}

/* Every pipe of the row is below one of the header's, until all of those are used. */
static void check_row_aligned(struct look *look, const struct node *header,
                              const struct node *row)
{
    struct pipes above = pipes_of(look->pass, header);
    struct pipes pipes = pipes_of(look->pass, row);
    bool left = pipes_next(&above);
    uint32_t missed = 0; /* pipes of the header that no pipe of the row is below */

    while (pipes_next(&pipes)) {
        while (left && above.columns < pipes.columns) {
            left = pipes_next(&above);
            missed++;
        }
        if (left && above.columns == pipes.columns)
            left = pipes_next(&above);
        else if (left || missed)
            mistake(look, pipes.at,
                    "`|` below none of the header's, expected an aligned table");
    }
}

static void check_aligned(struct look *look, const struct node *table, uint32_t rows)
{
    const struct document *document = pass_document(look->pass);
    const struct node *header = node_child(document, table);
    const struct node *row = node_sibling(document, header);

    for (; row && rows; row = node_sibling(document, row), rows--)
        check_row_aligned(look, header, row);
}

/* The spaces and tabs from `at` on, which end before `end`; step is 1 or -1. */
static uint32_t blanks(const char *data, uint32_t at, uint32_t end, int step)
{
    uint32_t count = 0;

    for (; at != end && is_space_or_tab(data[at]); at += (uint32_t)step)
        count++;
    return count;
}

static void check_side(struct look *look, enum style style, uint32_t at, uint32_t spaces,
                       const char *side)
{
    if (spaces == (style == COMPACT))
        return;
    look->mistakes++;
    if (!look->reports)
        return;
    report(look->pass, span_make(at, at + 1), "%s %s `|`, expected %s in a %s table",
           spaces == 0   ? "no space"
           : spaces == 1 ? "a space"
                         : "several spaces",
           side, style == COMPACT ? "one" : "none", styles[style]);
}

static void check_row_spaces(struct look *look, enum style style, const struct node *row)
{
    const struct source *source = pass_source(look->pass);
    uint32_t end = source_line_span(source, source_line(source, row->span.start)).end;
    struct pipes pipes = pipes_of(look->pass, row);

    while (pipes_next(&pipes)) {
        uint32_t after = blanks(source->data, pipes.at + 1, end, 1);

        if (pipes.at > row->span.start)
            check_side(look, style, pipes.at,
                       blanks(source->data, pipes.at - 1, row->span.start - 1, -1),
                       "before");
        if (pipes.at + 1 + after < end)
            check_side(look, style, pipes.at, after, "after");
    }
}

/* Checks the table for one style; returns the number of mistakes. */
static uint32_t check_style(struct pass *pass, const struct node *table, enum style style,
                            bool reports)
{
    const struct document *document = pass_document(pass);
    const struct settings *settings = pass_settings(pass);
    struct look look = {pass, reports, 0};
    const struct node *row = node_child(document, table);

    if (style == ALIGNED)
        check_aligned(&look, table, UINT32_MAX);
    else if (settings->aligned_delimiter)
        check_aligned(&look, table, 1);
    for (; style != ALIGNED && row; row = node_sibling(document, row))
        check_row_spaces(&look, style, row);
    return look.mistakes;
}

/* The style with the fewest mistakes, the first of those. */
static enum style best_style(struct pass *pass, const struct node *table)
{
    enum style best = ALIGNED;
    uint32_t fewest = check_style(pass, table, ALIGNED, false);

    for (enum style style = COMPACT; fewest && style <= TIGHT; style++) {
        uint32_t mistakes = check_style(pass, table, style, false);

        if (mistakes < fewest) {
            fewest = mistakes;
            best = style;
        }
    }
    return best;
}

static void node(struct pass *pass, const struct node *table)
{
    const struct settings *settings = pass_settings(pass);
    enum style style = (enum style)settings->style;

    check_style(pass, table, style == ANY ? best_style(pass, table) : style, true);
}

const struct rule rule_table_column_style = {
    .code = "MD060",
    .name = "table-column-style",
    .tags = "table",
    .summary = "the pipes of a table are neither aligned nor spaced evenly",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .nodes = NODE_BIT(NODE_TABLE),
    .node = node,
};
