/* table-of-contents.c - ST117: a table of contents has the headings of its article */

#include "lint/rule.h"

enum { LINKS_MIN = 2 }; /* fewer are no table */

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

/* Does the block say that a table of contents follows: a title or `<!-- toc -->`? */
static bool announces(struct pass *pass, const struct node *block)
{
    const struct settings *settings = pass_settings(pass);
    const struct document *document = pass_document(pass);
    struct str text = str_trim(source_text(pass_source(pass), block->span));

    if (block->kind == NODE_HEADING)
        return str_list_has_ignore_case(
            settings->titles, document_heading_title(document, block, pass_arena(pass)));
    if (!document_is_comment(block) || text.len < 7)
        return false;
    text = str_trim((struct str){text.data + 4, text.len - 7});
    return str_equal_ignore_case(text, STR("toc"));
}

static void find_table(struct pass *pass, const struct node *list)
{
    struct state *state = pass_state(pass);
    const struct node *before;

    if (state->list || list->parent != 0)
        return;
    before = node_sibling_before(pass_document(pass), list);
    if (before && announces(pass, before))
        state->list = list;
}

static struct str heading_text(struct pass *pass, const struct node *heading)
{
    return document_heading_title(pass_document(pass), heading, pass_arena(pass));
}

/* Links in a heading are not part of its text. */
static bool has_link(const struct document *document, const struct node *heading)
{
    for (const struct node *node = heading; node < document->nodes + heading->next;
         node++)
        if (node->kind == NODE_LINK || node->kind == NODE_IMAGE)
            return true;
    return false;
}

static void check_text(struct pass *pass, const struct contents_entry *entry)
{
    const struct settings *settings = pass_settings(pass);
    struct arena *arena = pass_arena(pass);
    struct str found = source_text(pass_source(pass), entry->link->content);
    struct str right = heading_text(pass, entry->heading);

    if (!settings->match_text || text_has_same_words(found, right) ||
        has_link(pass_document(pass), entry->heading))
        return;
    fix_replace(report(pass, document_first_line(pass_source(pass), entry->link),
                       "entry `%s` leads to the heading `%s`; type its words",
                       message_text(arena, found), message_text(arena, right)),
                entry->link->content, right);
}

static void check_entries(struct pass *pass, const struct contents *contents)
{
    struct arena *arena = pass_arena(pass);
    const struct node *last = contents->entries[0].heading;

    for (uint32_t i = 0; i < contents->count; i++) {
        const struct contents_entry *entry = &contents->entries[i];

        if (entry->heading < last)
            report(pass, document_first_line(pass_source(pass), entry->link),
                   "`%s` comes before `%s` in the article; move this entry up",
                   message_text(arena, heading_text(pass, entry->heading)),
                   message_text(arena, heading_text(pass, last)));
        else
            last = entry->heading;
        check_text(pass, entry);
    }
}

/* Entries that are missing at one place: the fix of the first finding adds all of them,
 * for two findings cannot insert at the same place at once. */
struct gap {
    struct finding *finding;
    uint32_t at;
    struct str *entries; /* as they are inserted */
    uint32_t count;
    uint32_t capacity;
};

static void fill_gap(struct pass *pass, struct gap *gap)
{
    size_t len = 0;
    char *text;

    for (uint32_t i = 0; i < gap->count; i++)
        len += gap->entries[i].len;
    text = arena_raw(pass_arena(pass), len + 1);
    len = 0;
    for (uint32_t i = 0; i < gap->count; i++) {
        memcpy(text + len, gap->entries[i].data, gap->entries[i].len);
        len += gap->entries[i].len;
    }
    if (len)
        fix_replace(gap->finding, span_make(gap->at, gap->at), (struct str){text, len});
    gap->count = 0;
}

static void add_to_gap(struct pass *pass, struct gap *gap, uint32_t at,
                       struct finding *finding, struct str entry)
{
    if (gap->count && gap->at != at)
        fill_gap(pass, gap);
    if (!gap->count)
        gap->finding = finding;
    gap->at = at;
    gap->entries = arena_make_room(pass_arena(pass), gap->entries, gap->count,
                                   &gap->capacity, sizeof(*gap->entries));
    gap->entries[gap->count++] = entry;
}

static void complain_missing(struct pass *pass, const struct link_anchor *anchor,
                             const struct contents_place *place, struct gap *gap)
{
    const struct document *document = pass_document(pass);
    struct arena *arena = pass_arena(pass);
    const struct node *heading = anchor->node;
    bool linked = has_link(document, heading);
    struct str text = heading_text(pass, heading);
    struct str shown = linked ? STR("…") : text;
    struct str entry = arena_format(arena, "[%.*s](%.*s)", (int)shown.len, shown.data,
                                    (int)anchor->fragment.len, anchor->fragment.data);
    struct str lead = contents_place_lead(place, document, heading->level, arena);
    struct finding *finding =
        report(pass, document_first_line(pass_source(pass), heading),
               "heading `%s` is not in the table of contents; add `%s`",
               message_text(arena, text), message_text(arena, entry));

    if (finding && lead.len && !linked)
        add_to_gap(pass, gap, place->at, finding,
                   arena_format(arena, "%s%s", lead.data, entry.data));
}

static bool must_be_listed(struct pass *pass, const struct contents *contents,
                           const struct node *heading)
{
    const struct settings *settings = pass_settings(pass);
    int deepest = settings->max_level ? settings->max_level : contents->deepest;

    return heading->parent == 0 && heading->level >= settings->min_level &&
           heading->level <= deepest &&
           !contents->links[node_index(pass_document(pass), heading)];
}

/* The headings below the list. */
static void check_headings(struct pass *pass, const struct contents *contents,
                           const struct anchors *anchors)
{
    const struct document *document = pass_document(pass);
    const struct state *state = pass_state(pass);
    const struct node *last = document->nodes + state->list->next - 1;
    struct contents_place place = {0};
    struct gap gap = {0};

    for (uint32_t i = 0; i < anchors->count; i++) {
        const struct node *heading = anchors->items[i].node;

        if (!heading || heading->kind != NODE_HEADING || heading <= last)
            continue;
        last = heading;
        if (must_be_listed(pass, contents, heading))
            complain_missing(pass, &anchors->items[i], &place, &gap);
        contents_place_pass(&place, document, heading->level,
                            contents->links[node_index(document, heading)]);
    }
    fill_gap(pass, &gap);
}

static void finish(struct pass *pass)
{
    const struct state *state = pass_state(pass);
    struct arena *arena = pass_arena(pass);
    struct contents contents = {0};
    struct anchors anchors = {0};

    if (!state->list)
        return;
    anchors_find(&anchors, pass_document(pass), arena);
    contents_read(&contents, pass_document(pass), &anchors, state->list, arena);
    if (contents.count < LINKS_MIN)
        return;
    check_entries(pass, &contents);
    check_headings(pass, &contents, &anchors);
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
