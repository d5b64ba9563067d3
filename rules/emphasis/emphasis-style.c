/* emphasis-style.c - MD049: italic text is written with one kind of marker */

#include "lint/rule.h"

enum style { STYLE_CONSISTENT, STYLE_ASTERISK, STYLE_UNDERSCORE };

struct settings {
    int style;
};

struct state {
    const struct node *first; /* whose marker the others are to have */
};

static const char *const styles[] = {"consistent", "asterisk", "underscore", NULL};

static const struct option options[] = {
    {.name = "style",
     .type = OPTION_CHOICE,
     .initial = "\"consistent\"",
     .help = "the marker; consistent: that of the first one",
     .offset = offsetof(struct settings, style),
     .choices = styles},
    {.type = OPTION_END},
};

static char wanted_marker(struct pass *pass, const struct node *emphasis)
{
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);

    if (settings->style == STYLE_ASTERISK)
        return '*';
    if (settings->style == STYLE_UNDERSCORE)
        return '_';
    if (!state->first)
        state->first = emphasis;
    return state->first->marker;
}

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
    const struct state *state = pass_state(pass);
    char wanted = wanted_marker(pass, emphasis);
    struct str marker = wanted == '*' ? STR("*") : STR("_");
    struct str found = wanted == '*' ? STR("_") : STR("*");
    struct finding *finding;

    if (emphasis->marker == wanted ||
        (wanted == '_' && emphasis_in_word(pass_document(pass), emphasis)))
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
