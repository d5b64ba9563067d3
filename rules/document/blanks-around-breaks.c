/* blanks-around-breaks.c - ST133: blank lines stand around a thematic break */

#include "lint/rule.h"

enum { LINES_MAX = 100 }; /* more is a slip */

struct settings {
    int before;
    int after;
};

static const struct option options[] = {
    {.name = "minimum_before",
     .type = OPTION_INTEGER,
     .initial = "1",
     .help = "blank lines above a break, at least",
     .offset = offsetof(struct settings, before),
     .maximum = LINES_MAX},
    {.name = "minimum_after",
     .type = OPTION_INTEGER,
     .initial = "1",
     .help = "blank lines below a break, at least",
     .offset = offsetof(struct settings, after),
     .maximum = LINES_MAX},
    {.type = OPTION_END},
};

static void complain(struct pass *pass, const struct node *node, const char *side,
                     struct blank_line_gap gap)
{
    struct finding *finding =
        report(pass, node->span, "the break needs %u more blank line%s %s it", gap.count,
               gap.count == 1 ? "" : "s", side);

    fix_blank_lines(pass, finding, &gap);
}

/* `- ***`: blank lines would part the items of a list. */
static bool begins_item(const struct document *document, const struct node *node)
{
    const struct node *parent = node_parent(document, node);

    return parent->kind == NODE_ITEM && node_child(document, parent) == node;
}

static void check(struct pass *pass, const struct node *node)
{
    const struct settings *settings = pass_settings(pass);
    const struct document *document = pass_document(pass);
    uint32_t line = source_line(pass_source(pass), node->span.start);
    int above = 0;
    int below = 0;

    if (begins_item(document, node))
        return;
    while (above < settings->before &&
           document_line_is_blank(document, line - 1 - (uint32_t)above))
        above++;
    while (below < settings->after &&
           document_line_is_blank(document, line + 1 + (uint32_t)below))
        below++;
    if (above < settings->before)
        complain(
            pass, node, "above",
            (struct blank_line_gap){line, line, (uint32_t)(settings->before - above)});
    if (below < settings->after)
        complain(
            pass, node, "below",
            (struct blank_line_gap){line + 1, line, (uint32_t)(settings->after - below)});
}

static int blank_lines_wanted(const void *settings)
{
    const struct settings *own = settings;

    return own->before > own->after ? own->before : own->after;
}

const struct rule rule_blanks_around_breaks = {
    .code = "ST133",
    .name = "blanks-around-breaks",
    .aliases = "MD065 blanks-around-horizontal-rules",
    .tags = "hr blank_lines",
    .summary = "a thematic break has too few blank lines around it",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .options = options,
    .blank_lines_wanted = blank_lines_wanted,
    .settings_size = sizeof(struct settings),
    .nodes = NODE_BIT(NODE_THEMATIC_BREAK),
    .node = check,
};
