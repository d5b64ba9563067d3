/* formatting-in-heading.c - ST138: headings are plain text */

#include "lint/rule.h"

struct settings {
    bool code;
    bool strong;
    bool emphasis;
};

struct state {
    uint32_t heading_end; /* index of the node after the last heading */
};

static const struct option options[] = {
    {.name = "code",
     .type = OPTION_BOOL,
     .initial = "true",
     .help = "report code in headings",
     .offset = offsetof(struct settings, code)},
    {.name = "strong",
     .type = OPTION_BOOL,
     .initial = "true",
     .help = "report bold text in headings",
     .offset = offsetof(struct settings, strong)},
    {.name = "emphasis",
     .type = OPTION_BOOL,
     .initial = "true",
     .help = "report emphasis in headings",
     .offset = offsetof(struct settings, emphasis)},
    {.type = OPTION_END},
};

/* What the node is called in a message; NULL when it may be there. */
static const char *unwanted(const struct settings *settings, const struct node *node)
{
    if (node->kind == NODE_CODE)
        return settings->code ? "code" : NULL;
    if (node->kind == NODE_STRONG)
        return settings->strong ? "bold text" : NULL;
    return settings->emphasis ? "emphasis" : NULL;
}

static void check(struct pass *pass, const struct node *node)
{
    struct state *state = pass_state(pass);
    const char *what;

    if (node->kind == NODE_HEADING) {
        state->heading_end = node->next;
        return;
    }
    if (node_index(pass_document(pass), node) >= state->heading_end)
        return;
    what = unwanted(pass_settings(pass), node);
    if (what)
        report(pass, document_first_line(pass_source(pass), node),
               "%s in a heading; write it as plain text, without markers", what);
}

const struct rule rule_formatting_in_heading = {
    .code = "ST138",
    .name = "formatting-in-heading",
    .aliases = "MD093 no-formatting-in-headings",
    .tags = "headings emphasis code",
    .summary = "a heading has code, bold text or emphasis in it",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_HEADING) | NODE_BIT(NODE_CODE) | NODE_BIT(NODE_STRONG) |
             NODE_BIT(NODE_EMPHASIS),
    .node = check,
};
