/* table-of-contents.c - ST117: a table of contents has the headings of its article */

#include "lint/rule.h"

struct settings {
    struct str_list titles;
    int min_level;
    int max_level;
    bool match_text;
};

struct state {
    const struct node *list; /* the table, or NULL */
};

static const struct option options[] = {
    {.name = "titles",
     .type = OPTION_STRINGS,
     .initial = "[\"Contents\", \"Table of contents\", \"TOC\"]",
     .help = "headings before the list that is the table; case does not matter",
     .offset = offsetof(struct settings, titles)},
    {.name = "min_level",
     .type = OPTION_INTEGER,
     .initial = "2",
     .help = "the least deep level of headings that must be listed",
     .offset = offsetof(struct settings, min_level),
     .minimum = 1,
     .maximum = 6},
    {.name = "max_level",
     .type = OPTION_INTEGER,
     .initial = "0",
     .help =
         "the deepest level of headings that must be listed; 0: as deep as the list goes",
     .offset = offsetof(struct settings, max_level),
     .maximum = 6},
    {.name = "match_text",
     .type = OPTION_BOOL,
     .initial = "true",
     .help = "an entry has the words of its heading",
     .offset = offsetof(struct settings, match_text)},
    {.type = OPTION_END},
};

static void find_table(struct pass *pass, const struct node *list)
{
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);

    if (!state->list && contents_is_announced(pass_document(pass), list, settings->titles,
                                              pass_arena(pass)))
        state->list = list;
}

static void check_entry(struct pass *pass, const struct contents *contents,
                        const struct contents_entry *entry)
{
    const struct settings *settings = pass_settings(pass);
    const struct source *source = pass_source(pass);
    struct span place = document_first_line(source, entry->link);
    const char *title = message_text(pass_arena(pass), entry->title);
    struct str found = source_text(source, entry->link->content);

    if (entry->later)
        report(pass, place, "`%s` comes before `%s` in the article; move this entry up",
               title, message_text(pass_arena(pass), entry->later->title));
    if (settings->match_text && contents_entry_differs(contents, entry))
        fix_replace(report(pass, place,
                           "entry `%s` leads to the heading `%s`; type its words",
                           message_text(pass_arena(pass), found), title),
                    entry->link->content, entry->title);
}

/* What is missing at one place: two findings cannot insert there, so the first adds all.
 */
struct row {
    struct finding *finding;
    uint32_t at;
    struct str *lines; /* to be inserted */
    uint32_t count;
};

static void fill_row(struct pass *pass, struct row *row)
{
    if (row->count)
        fix_replace(row->finding, span_make(row->at, row->at),
                    arena_join(pass_arena(pass), row->lines, row->count));
    row->count = 0;
}

static void check_gap(struct pass *pass, const struct contents_gap *gap, struct row *row)
{
    struct arena *arena = pass_arena(pass);
    struct finding *finding =
        report(pass, document_first_line(pass_source(pass), gap->heading),
               "heading `%s` is not in the table of contents; add `%s`",
               message_text(arena, gap->title), message_text(arena, gap->entry));

    if (!finding || !gap->line.len)
        return;
    if (row->at != gap->at)
        fill_row(pass, row);
    if (!row->count)
        row->finding = finding;
    row->at = gap->at;
    row->lines[row->count++] = gap->line;
}

static void check_gaps(struct pass *pass, const struct contents *contents)
{
    const struct settings *settings = pass_settings(pass);
    struct row row = {0};
    uint32_t count;
    const struct contents_gap *gaps = contents_gaps(
        contents, settings->min_level, settings->max_level, pass_arena(pass), &count);

    row.lines = arena_array(pass_arena(pass), count, sizeof(*row.lines));
    for (uint32_t i = 0; i < count; i++)
        check_gap(pass, &gaps[i], &row);
    fill_row(pass, &row);
}

static void finish(struct pass *pass)
{
    const struct state *state = pass_state(pass);
    struct contents contents;

    if (!state->list ||
        !contents_read(&contents, pass_document(pass), state->list, pass_arena(pass)))
        return;
    for (uint32_t i = 0; i < contents.count; i++)
        check_entry(pass, &contents, &contents.entries[i]);
    check_gaps(pass, &contents);
}

const struct rule rule_table_of_contents = {
    .code = "ST117",
    .name = "table-of-contents",
    .aliases = "MD073 toc-validation",
    .tags = "headings links",
    .summary = "a table of contents does not have the headings of its article",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_LIST),
    .node = find_table,
    .finish = finish,
};
