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
    struct emphasis_change change;
    struct finding *finding;

    if (!emphasis_wants_change(pass_document(pass), node,
                               (enum emphasis_style)settings->style, &state->first,
                               &change))
        return;
    finding = report(pass, change.opening, "italic text begins with `%s`; write `%s`",
                     change.found.data, change.wanted.data);
    if (state->first)
        finding_relate(finding, emphasis_opening(state->first), "the first italic text");
    fix_replace(finding, change.opening, change.wanted);
    fix_replace(finding, change.closing, change.wanted);
    if (!change.is_safe)
        fix_is_unsafe(finding);
    report(pass, change.closing, "italic text ends with `%s`; write `%s`",
           change.found.data, change.wanted.data);
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
