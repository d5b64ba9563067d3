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

static void fix(struct pass *pass, struct finding *finding, const struct node *emphasis,
                struct str marker)
{
    fix_replace(finding, emphasis_opening(emphasis), marker);
    fix_replace(finding, emphasis_closing(emphasis), marker);
    if (!emphasis_can_change(pass_document(pass), emphasis))
        fix_is_unsafe(finding);
}

static void node(struct pass *pass, const struct node *emphasis)
{
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);
    char wanted = emphasis_wanted(pass_document(pass), emphasis,
                                  (enum emphasis_style)settings->style, &state->first);
    struct str marker = wanted == '*' ? STR("*") : STR("_");
    struct str found = wanted == '*' ? STR("_") : STR("*");
    struct finding *finding;

    if (emphasis->marker == wanted)
        return;
    finding = report(pass, emphasis_opening(emphasis),
                     "italic text begins with `%s`; write `%s`", found.data, marker.data);
    if (state->first)
        finding_relate(finding, emphasis_opening(state->first), "the first italic text");
    fix(pass, finding, emphasis, marker);
    report(pass, emphasis_closing(emphasis), "italic text ends with `%s`; write `%s`",
           found.data, marker.data);
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
