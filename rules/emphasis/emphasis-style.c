/* emphasis-style.c - MD049: italic text is written with one kind of marker */

#include "lint/rule.h"

struct settings {
    int style; /* enum emphasis_style */
};

struct state {
    const struct node *first; /* whose marker the others are to have */
};

static const struct option options[] = {
    {.name = "style",
     .type = OPTION_CHOICE,
     .initial = "\"consistent\"",
     .help = "the marker; consistent: that of the first one",
     .offset = offsetof(struct settings, style),
     .choices = emphasis_styles},
    {.type = OPTION_END},
};

static void node(struct pass *pass, const struct node *node)
{
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);

    report_emphasis(pass, node, "italic text", (enum emphasis_style)settings->style,
                    &state->first);
}

const struct rule rule_emphasis_style = {
    .code = "MD049",
    .name = "emphasis-style",
    .tags = "emphasis",
    .summary = "italic text is marked in another way than the rest",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_EMPHASIS),
    .node = node,
};
