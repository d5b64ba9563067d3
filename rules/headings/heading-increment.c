/* heading-increment.c - MD001: headings go down one level at a time */

#include "lint/rule.h"

struct settings {
    const struct regex *front_matter_title;
};

struct state {
    const struct node *previous; /* NULL before the first heading */
    uint8_t level;               /* of the previous heading or of the title; 0: none */
};

static const struct option options[] = {
    {.name = "front_matter_title",
     .type = OPTION_PATTERN,
     .initial = FRONT_MATTER_TITLE,
     .help = "front matter line that stands for a heading of level 1; empty for none",
     .offset = offsetof(struct settings, front_matter_title)},
    {.type = OPTION_END},
};

static void front_matter(struct pass *pass)
{
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);

    if (pass_front_matter_matches(pass, settings->front_matter_title))
        state->level = 1;
}

static void report_skip(struct pass *pass, const struct node *heading)
{
    const struct state *state = pass_state(pass);
    struct finding *finding;

    if (!state->previous) {
        report(pass, heading->span,
               "the first heading is `%s`; the title is level 1, so begin with `##`",
               heading_signs(heading->level));
        return;
    }
    finding = report(pass, heading->span, "`%s` comes after `%s`; use `%s` at most",
                     heading_signs(heading->level), heading_signs(state->level),
                     heading_signs(state->level + 1));
    finding_relate(finding, state->previous->span, "the heading before it");
}

static void node(struct pass *pass, const struct node *heading)
{
    struct state *state = pass_state(pass);

    if (state->level && heading->level > state->level + 1)
        report_skip(pass, heading);
    state->level = heading->level;
    state->previous = heading;
}

const struct rule rule_heading_increment = {
    .code = "MD001",
    .name = "heading-increment",
    .tags = "headings",
    .summary = "a heading is more than one level below the heading before it",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_HEADING),
    .front_matter = front_matter,
    .node = node,
};
