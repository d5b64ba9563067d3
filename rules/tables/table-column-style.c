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

static enum table_layout layout_for(struct pass *pass, const struct node *table)
{
    const struct settings *settings = pass_settings(pass);

    if (settings->style != ANY)
        return (enum table_layout)(settings->style - FIRST_LAYOUT);
    return table_layout_nearest(pass_document(pass), table, settings->aligned_delimiter);
}

static void node(struct pass *pass, const struct node *table)
{
    const struct settings *settings = pass_settings(pass);
    enum table_layout layout = layout_for(pass, table);
    struct table_flaws flaws = {.arena = pass_arena(pass)};

    table_layout_check(pass_document(pass), table, layout, settings->aligned_delimiter,
                       &flaws);
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
