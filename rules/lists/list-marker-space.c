/* list-marker-space.c - MD030: as many blanks after a list marker as wanted */

#include "lint/rule.h"

/* More than four blanks are indented code. */
enum { BLANKS_MAX = 4 };

struct settings {
    int ul_single;
    int ol_single;
    int ul_multi;
    int ol_multi;
};

struct state {
    struct list_search search;
};

static const struct option options[] = {
    {.name = "ul_single",
     .type = OPTION_INTEGER,
     .initial = "1",
     .help = "blanks after a bullet in a list with one line an item",
     .offset = offsetof(struct settings, ul_single)},
    {.name = "ol_single",
     .type = OPTION_INTEGER,
     .initial = "1",
     .help = "blanks after a number in a list with one line an item",
     .offset = offsetof(struct settings, ol_single)},
    {.name = "ul_multi",
     .type = OPTION_INTEGER,
     .initial = "1",
     .help = "blanks after a bullet in other lists",
     .offset = offsetof(struct settings, ul_multi)},
    {.name = "ol_multi",
     .type = OPTION_INTEGER,
     .initial = "1",
     .help = "blanks after a number in other lists",
     .offset = offsetof(struct settings, ol_multi)},
    {.type = OPTION_END},
};

static uint32_t expected_blanks(struct pass *pass, const struct node *list)
{
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);
    bool single = document_list_is_single(pass_document(pass), list, &state->search);
    int blanks = list->flags & NODE_ORDERED
                     ? (single ? settings->ol_single : settings->ol_multi)
                     : (single ? settings->ul_single : settings->ul_multi);

    /* As in markdownlint, 0 stands for the default. */
    return blanks > 0 ? (uint32_t)blanks : 1;
}

/* An edit that changes nothing, of the blanks before a list in the item: what moves that
 * to the left (MD007) waits for the next round. Together they would part the two. */
static void hold_lists(struct pass *pass, struct finding *finding,
                       const struct node *item)
{
    const struct document *document = pass_document(pass);
    const struct source *source = document->source;
    const struct node *block = node_child(document, item);

    for (; block; block = node_sibling(document, block)) {
        uint32_t start = block->span.start;

        while (start > item->item.text && is_space_or_tab(source->data[start - 1]))
            start--;
        if (block->kind == NODE_LIST && start < block->span.start)
            fix_replace(finding, span_make(start, block->span.start),
                        source_text(source, span_make(start, block->span.start)));
    }
}

static void check(struct pass *pass, const struct node *item, uint32_t expected)
{
    struct span blanks = span_make(item_marker(item).end, item->item.text);
    uint32_t actual = span_length(blanks);
    struct state *state = pass_state(pass);
    struct finding *finding;

    if (actual == 0 || actual == expected)
        return;
    finding = report(pass, span_make(item->span.start, item->item.text),
                     "%u blank%s after the list marker, expected %u", (unsigned)actual,
                     actual == 1 ? "" : "s", (unsigned)expected);
    if (!finding || expected > BLANKS_MAX)
        return;
    fix_replace(finding, blanks, (struct str){"    ", expected});
    if (expected > actual)
        hold_lists(pass, finding, item);
    if (!document_item_may_move(pass_document(pass), item, expected, &state->search))
        fix_is_unsafe(finding);
}

static void node(struct pass *pass, const struct node *list)
{
    const struct document *document = pass_document(pass);
    uint32_t expected = expected_blanks(pass, list);

    for (const struct node *item = node_child(document, list); item;
         item = node_sibling(document, item))
        check(pass, item, expected);
}

const struct rule rule_list_marker_space = {
    .code = "MD030",
    .name = "list-marker-space",
    .tags = "ol ul whitespace",
    .summary = "the number of blanks after a list marker is not the one that is wanted",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_LIST),
    .node = node,
};
