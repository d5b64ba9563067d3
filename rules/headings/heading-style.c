/* heading-style.c - MD003: headings are written in one style */

#include "lint/rule.h"

enum style {
    STYLE_CONSISTENT,
    STYLE_ATX,
    STYLE_ATX_CLOSED,
    STYLE_SETEXT,
    STYLE_SETEXT_WITH_ATX,
    STYLE_SETEXT_WITH_ATX_CLOSED,
};

/* Only these levels can be underlined (CommonMark 4.3). */
enum { SETEXT_LEVEL_MAX = 2 };

struct settings {
    int style;
};

struct state {
    const struct node *first; /* the heading that the others are to be like */
};

static const char *const styles[] = {"consistent",
                                     "atx",
                                     "atx_closed",
                                     "setext",
                                     "setext_with_atx",
                                     "setext_with_atx_closed",
                                     NULL};

static const struct option options[] = {
    {.name = "style",
     .type = OPTION_CHOICE,
     .initial = "\"consistent\"",
     .help = "how headings are written; consistent: as the first one is",
     .offset = offsetof(struct settings, style),
     .choices = styles},
    {.type = OPTION_END},
};

/* What a style asks of a heading of that level. */
static enum heading_style form_of(enum style style, const struct node *heading)
{
    bool underlined = heading->level <= SETEXT_LEVEL_MAX;

    switch (style) {
    case STYLE_CONSISTENT:
    case STYLE_ATX:
        return HEADING_ATX;
    case STYLE_ATX_CLOSED:
        return HEADING_ATX_CLOSED;
    case STYLE_SETEXT:
        return HEADING_SETEXT;
    case STYLE_SETEXT_WITH_ATX:
        return underlined ? HEADING_SETEXT : HEADING_ATX;
    case STYLE_SETEXT_WITH_ATX_CLOSED:
        return underlined ? HEADING_SETEXT : HEADING_ATX_CLOSED;
    }
    return HEADING_ATX;
}

static const char *describe(enum heading_style form)
{
    switch (form) {
    case HEADING_ATX:
        return "`#` before its text only";
    case HEADING_ATX_CLOSED:
        return "`#` before and after its text";
    case HEADING_SETEXT:
        return "a line of `=` or `-` below its text";
    }
    return "";
}

static void node(struct pass *pass, const struct node *heading)
{
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);
    enum heading_style wanted;
    struct finding *finding;

    if (!state->first)
        state->first = heading;
    wanted = settings->style == STYLE_CONSISTENT ? state->first->form
                                                 : form_of(settings->style, heading);
    if (heading->form == wanted)
        return;
    finding = report(pass, heading->span, "heading has %s; write it with %s",
                     describe(heading->form), describe(wanted));
    if (settings->style == STYLE_CONSISTENT)
        finding_relate(finding, state->first->span, "the first heading");
}

const struct rule rule_heading_style = {
    .code = "MD003",
    .name = "heading-style",
    .tags = "headings",
    .summary = "a heading is written in another style than the rest",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_HEADING),
    .node = node,
};
