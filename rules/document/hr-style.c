/* hr-style.c - MD035: thematic breaks are written alike */

#include "lint/rule.h"

struct settings {
    struct str style;
};

struct state {
    const struct node *first; /* thematic break, that the others shall look like */
};

static const struct option options[] = {
    {.name = "style",
     .type = OPTION_STRING,
     .initial = "\"consistent\"",
     .help =
         "what a break is written as, such as `---`; `consistent` for the text of the "
         "first one",
     .offset = offsetof(struct settings, style)},
    {.type = OPTION_END},
};

/* With the blanks at the end of its line, which markdownlint compares as well. */
static struct span written(struct pass *pass, const struct node *node)
{
    const struct source *source = pass_source(pass);
    uint32_t line = source_line(source, node->span.start);

    return span_make(node->span.start, source->lines[line].end);
}

static void node(struct pass *pass, const struct node *node)
{
    const struct settings *settings = pass_settings(pass);
    const struct source *source = pass_source(pass);
    struct state *state = pass_state(pass);
    struct str expected = str_trim(settings->style);
    struct str text = source_text(source, written(pass, node));
    bool consistent = expected.len == 0 || str_is(expected, "consistent");
    struct finding *finding;

    if (!state->first)
        state->first = node;
    if (consistent)
        expected = source_text(source, written(pass, state->first));
    if (str_equal(text, expected))
        return;
    finding = report(pass, written(pass, node), "thematic break `%s`, expected `%s`",
                     message_text(pass_arena(pass), text),
                     message_text(pass_arena(pass), expected));
    if (consistent)
        finding_relate(finding, state->first->span, "the first break");
}

const struct rule rule_hr_style = {
    .code = "MD035",
    .name = "hr-style",
    .tags = "hr",
    .summary = "thematic breaks are not written alike",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_THEMATIC_BREAK),
    .node = node,
};
