/* space-around-target.c - ST124: no blanks inside the parentheses of a link */

#include "lint/rule.h"

/* The blanks before the target; empty when it is on another line than the (. */
static struct span blanks_before(const struct source *source, const struct node *link)
{
    uint32_t end = link->link->destination.start;
    uint32_t start;

    if (source->data[end - 1] == '<')
        end--;
    start = end;
    while (is_space_or_tab(source->data[start - 1]))
        start--;
    return source->data[start - 1] == '(' ? span_make(start, end) : span_make(end, end);
}

/* The same before the ). */
static struct span blanks_after(const struct source *source, const struct node *link)
{
    uint32_t end = link->span.end - 1;
    uint32_t start = end;

    while (is_space_or_tab(source->data[start - 1]))
        start--;
    return is_line_end(source->data[start - 1]) ? span_make(end, end)
                                                : span_make(start, end);
}

static void complain(struct pass *pass, struct span blanks, const char *words)
{
    if (!span_empty(blanks))
        fix_replace(report(pass, blanks, "%s", words), blanks, STR(""));
}

static void check(struct pass *pass, const struct node *link)
{
    if (link->form != LINK_INLINE || span_empty(link->link->destination))
        return;
    complain(pass, blanks_before(pass_source(pass), link),
             "blanks between `(` and the target of the link; delete them");
    complain(pass, blanks_after(pass_source(pass), link),
             "blanks before the `)` of the link; delete them");
}

const struct rule rule_space_around_target = {
    .code = "ST124",
    .name = "space-around-target",
    .aliases = "MD062 link-destination-whitespace",
    .tags = "links images whitespace",
    .summary = "blanks stand inside the parentheses of a link or image",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .every_dialect = true,
    .nodes = NODE_BIT(NODE_LINK) | NODE_BIT(NODE_IMAGE),
    .node = check,
};
