/* list-item-spacing.c - ST126: the items of a list are all apart, or none */

#include "lint/rule.h"

enum style { CONSISTENT, LOOSE, TIGHT };

struct settings {
    int style;
    bool loose_continuation;
};

struct state {
    struct list_search search;
};

static const char *const styles[] = {"consistent", "loose", "tight", NULL};

static const struct option options[] = {
    {.name = "style",
     .type = OPTION_CHOICE,
     .initial = "\"consistent\"",
     .help = "a blank line between all items, between none, or as between most of them",
     .offset = offsetof(struct settings, style),
     .choices = styles},
    {.name = "allow_loose_continuation",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "let a blank line follow an item that has blank lines in it",
     .offset = offsetof(struct settings, loose_continuation)},
    {.type = OPTION_END},
};

/* Does what is on the line want a blank line beside it, by rules of its own? */
static bool needs_blank_line(const struct document *document, uint32_t line)
{
    const uint64_t kinds = NODE_BIT(NODE_CODE_BLOCK) | NODE_BIT(NODE_HTML_BLOCK) |
                           NODE_BIT(NODE_TABLE_ROW) | NODE_BIT(NODE_TABLE) |
                           NODE_BIT(NODE_HEADING) | NODE_BIT(NODE_THEMATIC_BREAK);

    return NODE_BIT(document_line_node(document, line)->kind) & kinds;
}

/* How the item stands below the one before it: tight, loose, or as it must. */
static int spacing_of(struct pass *pass, const struct node *before,
                      const struct node *item)
{
    const struct settings *settings = pass_settings(pass);
    const struct document *document = pass_document(pass);
    const struct source *source = document->source;
    uint32_t line = source_line(source, item->span.start);
    char last = source->data[before->span.end - 1];
    /* Most items end right above the next one. */
    bool ends_above =
        before->span.end > source->lines[line - 1].start && last > ' ' && last != '>';
    uint32_t blank = ends_above ? line : line_first_blank_above(source, line);

    if (needs_blank_line(document, blank - 1) || needs_blank_line(document, line))
        return CONSISTENT;
    if (blank == line)
        return TIGHT;
    return settings->loose_continuation && document_item_goes_on(document, before)
               ? CONSISTENT
               : LOOSE;
}

/* What most of the items have; of as many, without blank lines. CONSISTENT when all have
 * the same. */
static int usual_spacing(struct pass *pass, const struct node *list)
{
    const struct document *document = pass_document(pass);
    const struct node *before = node_child(document, list);
    const struct node *item;
    uint32_t counts[] = {0, 0, 0};

    for (; (item = node_sibling(document, before)); before = item)
        counts[spacing_of(pass, before, item)]++;
    if (!counts[LOOSE] || !counts[TIGHT])
        return CONSISTENT;
    return counts[LOOSE] > counts[TIGHT] ? LOOSE : TIGHT;
}

/* Inserting is safe in a list that is loose already; without its last blank line, a list
 * is another one. */
static void fix(struct pass *pass, struct finding *finding, const struct node *item,
                int expected)
{
    const struct document *document = pass_document(pass);
    const struct source *source = document->source;
    struct state *state = pass_state(pass);
    uint32_t line = source_line(source, item->span.start);
    uint32_t blank = line_first_blank_above(source, line);

    if (expected == LOOSE)
        fix_blank_lines(pass, finding, &(struct blank_line_gap){line, line, 1});
    else
        fix_replace(finding,
                    span_make(source->lines[blank].start, source->lines[line].start),
                    STR(""));
    if (expected == TIGHT || !document_list_is_plain(document, item, &state->search))
        fix_is_unsafe(finding);
}

static void complain(struct pass *pass, const struct node *item, int expected)
{
    const struct settings *settings = pass_settings(pass);
    const char *found = expected == LOOSE ? "no blank line" : "blank line";
    const char *wanted = expected == LOOSE ? "one" : "none";
    struct finding *finding;

    if (settings->style)
        finding = report(pass, item_marker(item), "%s above this item, expected %s",
                         found, wanted);
    else
        finding =
            report(pass, item_marker(item),
                   "%s above this item; other items of the list have %s", found, wanted);
    fix(pass, finding, item, expected);
}

static void check(struct pass *pass, const struct node *list)
{
    const struct settings *settings = pass_settings(pass);
    const struct document *document = pass_document(pass);
    int expected = settings->style ? settings->style : usual_spacing(pass, list);
    const struct node *before = node_child(document, list);
    const struct node *item;

    if (expected == CONSISTENT)
        return;
    for (; (item = node_sibling(document, before)); before = item)
        if (spacing_of(pass, before, item) == (expected == LOOSE ? TIGHT : LOOSE))
            complain(pass, item, expected);
}

const struct rule rule_list_item_spacing = {
    .code = "ST126",
    .name = "list-item-spacing",
    .aliases = "MD076",
    .tags = "lists blank_lines",
    .summary = "blank lines stand between some items of a list and not between others",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_LIST),
    .node = check,
};
