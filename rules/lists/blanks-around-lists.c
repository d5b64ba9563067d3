/* blanks-around-lists.c - MD032: lists have blank lines around them */

#include "lint/rule.h"

struct state {
    struct list_search search;
};

static void fix(struct pass *pass, struct finding *finding, const struct node *list,
                struct blank_line_gap gap)
{
    struct state *state = pass_state(pass);

    fix_blank_lines(pass, finding, &gap);
    if (!document_list_is_plain(pass_document(pass), list, &state->search))
        fix_is_unsafe(finding);
}

static void check_above(struct pass *pass, const struct node *list)
{
    uint32_t first = source_line(pass_source(pass), list->span.start);

    if (document_line_is_blank(pass_document(pass), first - 1))
        return;
    fix(pass,
        report(pass, document_first_line(pass_source(pass), list),
               "the list needs a blank line above it"),
        list, (struct blank_line_gap){first, first, 1});
}

static void check_below(struct pass *pass, const struct node *list)
{
    const struct source *source = pass_source(pass);
    uint32_t last = document_list_end(pass_document(pass), list);
    struct finding *finding;

    if (document_line_is_blank(pass_document(pass), last + 1))
        return;
    finding = report(pass, source_line_text(source, last),
                     "the list needs a blank line below it");
    if (last <= source_line(source, list->span.end))
        fix(pass, finding, list, (struct blank_line_gap){last + 1, last, 1});
}

static void node(struct pass *pass, const struct node *list)
{
    if (list->list.nesting.lists)
        return;
    check_above(pass, list);
    check_below(pass, list);
}

const struct rule rule_blanks_around_lists = {
    .code = "MD032",
    .name = "blanks-around-lists",
    .tags = "bullet ul ol blank_lines",
    .summary = "a list has no blank line around it",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_LIST),
    .node = node,
};
