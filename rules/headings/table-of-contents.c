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

/* What is known of a table and its article. */
struct table {
    struct pass *pass;
    struct anchors anchors;
    const struct node **links;   /* by node: the entry of a heading, or NULL */
    uint32_t count;              /* of entries */
    int deepest;                 /* level that is listed */
    uint32_t last;               /* entry before a heading: the end of its line */
    const struct node *alike[7]; /* by level: the last entry before a heading */
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

/* The heading that an entry leads to, or NULL. */
static const struct node *target(const struct table *table, const struct node *link)
{
    struct str destination =
        source_text(pass_source(table->pass), link->link.destination);
    const struct link_anchor *anchor;

    if (!str_starts(destination, STR("#")))
        return NULL;
    anchor = anchors_get(&table->anchors,
                         anchor_fragment(pass_arena(table->pass), destination));
    return anchor && anchor->node && anchor->node->kind == NODE_HEADING ? anchor->node
                                                                        : NULL;
}

/* The next character that is more than markup or a sign, small where it is an English
 * letter; 0 at the end. */
static uint32_t next_word_character(struct str *text)
{
    while (text->len) {
        size_t len;
        uint32_t c = utf8_decode(*text, &len);

        *text = (struct str){text->data + len, text->len - len};
        if (code_point_is_word(c) && c != '_')
            return c < 0x80 ? (uint32_t)ascii_lower((int)c) : c;
    }
    return 0;
}

static bool has_same_words(struct str a, struct str b)
{
    uint32_t c;

    do {
        c = next_word_character(&a);
        if (c != next_word_character(&b))
            return false;
    } while (c);
    return true;
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

static void check_text(struct table *table, const struct node *link,
                       const struct node *heading)
{
    const struct settings *settings = pass_settings(table->pass);
    struct arena *arena = pass_arena(table->pass);
    struct str found = source_text(pass_source(table->pass), link->content);
    struct str right = heading_text(table->pass, heading);

    if (!settings->match_text || has_same_words(found, right) ||
        has_link(pass_document(table->pass), heading))
        return;
    fix_replace(report(table->pass, document_first_line(pass_source(table->pass), link),
                       "entry `%s` leads to the heading `%s`; type its words",
                       message_text(arena, found), message_text(arena, right)),
                link->content, right);
}

static void check_order(struct table *table, const struct node *link,
                        const struct node *heading, const struct node **last)
{
    if (*last && heading < *last)
        report(table->pass, document_first_line(pass_source(table->pass), link),
               "`%s` comes before `%s` in the article; move this entry up",
               message_text(pass_arena(table->pass), heading_text(table->pass, heading)),
               message_text(pass_arena(table->pass), heading_text(table->pass, *last)));
    else
        *last = heading;
}

static void read_entries(struct table *table, const struct node *list)
{
    const struct document *document = pass_document(table->pass);

    for (const struct node *link = list; link < document->nodes + list->next; link++) {
        const struct node *heading = link->kind == NODE_LINK ? target(table, link) : NULL;

        if (!heading)
            continue;
        table->count++;
        table->links[node_index(document, heading)] = link;
        if (heading->level > table->deepest)
            table->deepest = heading->level;
    }
}

static void check_entries(struct table *table, const struct node *list)
{
    const struct document *document = pass_document(table->pass);
    const struct node *last = NULL;

    for (const struct node *link = list; link < document->nodes + list->next; link++) {
        const struct node *heading = link->kind == NODE_LINK ? target(table, link) : NULL;

        if (!heading)
            continue;
        check_order(table, link, heading, &last);
        check_text(table, link, heading);
    }
}

/* What stands before the entry on its line, when that is no more than a bullet. */
static struct str bullet_before(const struct source *source, const struct node *link)
{
    uint32_t start = source->lines[source_line(source, link->span.start)].start;

    for (uint32_t at = start; at < link->span.start; at++)
        if (!is_one_of(source->data[at], " \t-*+"))
            return (struct str){"", 0};
    return source_text(source, span_make(start, link->span.start));
}

/* After the entry of the heading before it, like the last entry of its level. */
static void add_entry(struct table *table, struct finding *finding,
                      const struct node *heading, struct str entry)
{
    const struct source *source = pass_source(table->pass);
    const struct node *alike = table->alike[heading->level];
    struct str bullet;

    if (!alike || has_link(pass_document(table->pass), heading))
        return;
    bullet = bullet_before(source, alike);
    if (bullet.len)
        fix_replace(finding, span_make(table->last, table->last),
                    arena_format(pass_arena(table->pass), "%.*s%.*s%.*s",
                                 (int)source->newline.len, source->newline.data,
                                 (int)bullet.len, bullet.data, (int)entry.len,
                                 entry.data));
}

static void complain_missing(struct table *table, const struct link_anchor *anchor)
{
    struct arena *arena = pass_arena(table->pass);
    struct str text = heading_text(table->pass, anchor->node);
    bool linked = has_link(pass_document(table->pass), anchor->node);
    struct str entry = arena_format(arena, "[%.*s](%.*s)", linked ? 3 : (int)text.len,
                                    linked ? "…" : text.data, (int)anchor->fragment.len,
                                    anchor->fragment.data);
    struct finding *finding =
        report(table->pass, document_first_line(pass_source(table->pass), anchor->node),
               "heading `%s` is not in the table of contents; add `%s`",
               message_text(arena, text), message_text(arena, entry));

    add_entry(table, finding, anchor->node, entry);
}

static bool must_be_listed(const struct table *table, const struct node *heading)
{
    const struct settings *settings = pass_settings(table->pass);
    int deepest = settings->max_level ? settings->max_level : table->deepest;

    return heading->parent == 0 && heading->level >= settings->min_level &&
           heading->level <= deepest;
}

/* The headings below the list. */
static void check_headings(struct table *table, const struct node *list)
{
    const struct document *document = pass_document(table->pass);
    const struct source *source = pass_source(table->pass);
    const struct node *last = NULL;

    for (uint32_t i = 0; i < table->anchors.count; i++) {
        const struct node *heading = table->anchors.items[i].node;
        const struct node *link;

        if (!heading || heading->kind != NODE_HEADING || heading == last ||
            node_index(document, heading) < list->next)
            continue;
        last = heading;
        link = table->links[node_index(document, heading)];
        if (link) {
            table->last = source->lines[source_line(source, link->span.end)].end;
            table->alike[heading->level] = link;
        } else if (must_be_listed(table, heading)) {
            complain_missing(table, &table->anchors.items[i]);
        }
        for (int level = heading->level + 1; level < 7; level++)
            table->alike[level] = NULL;
    }
}

static void finish(struct pass *pass)
{
    const struct state *state = pass_state(pass);
    const struct document *document = pass_document(pass);
    struct table table = {.pass = pass};

    if (!state->list)
        return;
    anchors_find(&table.anchors, document, pass_arena(pass));
    table.links =
        arena_array(pass_arena(pass), document->node_count, sizeof(const struct node *));
    read_entries(&table, state->list);
    if (table.count < LINKS_MIN)
        return;
    check_entries(&table, state->list);
    check_headings(&table, state->list);
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
