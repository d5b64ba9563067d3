/* table-column-style.c - MD060: the pipes of a table are set in one of three styles */

#include "lint/rule.h"

/* Of the choices of `style`; what follows it are those of enum table_layout. */
enum { ANY, FIRST_LAYOUT };

struct settings {
    int style;
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

static void complain(struct pass *pass, const struct table_flaw *flaw,
                     enum table_layout layout)
{
    struct span pipe = span_make(flaw->pipe, flaw->pipe + 1);

    if (flaw->kind == TABLE_FLAW_COLUMN)
        report(pass, pipe, "`|` below none of the header's, expected an aligned table");
    else
        report(pass, pipe, "%s %s `|`, expected %s in a %s table",
               flaw->blanks == 0   ? "no space"
               : flaw->blanks == 1 ? "a space"
                                   : "several spaces",
               flaw->kind == TABLE_FLAW_BEFORE ? "before" : "after",
               layout == TABLE_COMPACT ? "one" : "none", styles[FIRST_LAYOUT + layout]);
}

static enum table_layout find_flaws(struct pass *pass, const struct node *table,
                                    struct table_flaws *flaws)
{
    const struct settings *settings = pass_settings(pass);
    const struct document *document = pass_document(pass);
    enum table_layout layout = (enum table_layout)(settings->style - FIRST_LAYOUT);

    if (settings->style == ANY)
        return table_layout_nearest(document, table, settings->aligned_delimiter, flaws);
    table_layout_check(document, table, layout, settings->aligned_delimiter, flaws);
    return layout;
}

static void node(struct pass *pass, const struct node *table)
{
    struct table_flaws flaws = {.arena = pass_arena(pass)};
    enum table_layout layout = find_flaws(pass, table, &flaws);

    for (uint32_t i = 0; i < flaws.count; i++)
        complain(pass, &flaws.items[i], layout);
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
