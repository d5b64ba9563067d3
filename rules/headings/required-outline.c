/* required-outline.c - ST108: an article has the sections of its kind, in their order */

#include "lint/rule.h"

struct settings {
    struct str_list outline;
    bool match_case;
    bool ignore_levels;
};

struct state {
    struct outline_match match;
};

static const struct option options[] = {
    {.name = "outline",
     .type = OPTION_STRINGS,
     .initial = "[]",
     .help =
         "headings in their order, as in `## Method`; `##? Notes` may be missing, `##+ "
         "Step *` may be repeated, `*` is any number of others",
     .offset = offsetof(struct settings, outline)},
    {.name = "match_case",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "capital letters must be the same, too",
     .offset = offsetof(struct settings, match_case)},
    {.name = "ignore_other_levels",
     .type = OPTION_BOOL,
     .initial = "true",
     .help = "do not look at headings of levels that the outline has none of",
     .offset = offsetof(struct settings, ignore_levels)},
    {.type = OPTION_END},
};

static void prepare(struct pass *pass)
{
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);

    state->match.match_case = settings->match_case;
    if (settings->outline.count)
        state->match.outline = outline_parse(settings->outline, pass_arena(pass));
    if (!settings->ignore_levels)
        state->match.outline.levels = OUTLINE_EVERY_LEVEL;
}

static void take(struct pass *pass, const struct node *heading)
{
    struct state *state = pass_state(pass);

    if (state->match.outline.count)
        outline_add(&state->match, pass_document(pass), heading, pass_arena(pass));
}

/* Where something belongs, for the end of a message. */
static const char *place_text(struct pass *pass, const struct outline_place *place)
{
    static const char *const sides[] = {"", " after", " after section", " below",
                                        " before"};
    struct arena *arena = pass_arena(pass);

    if (place->side == OUTLINE_ANYWHERE)
        return "";
    return arena_format(arena, "%s `%s`", sides[place->side],
                        message_text(arena, place->heading))
        .data;
}

/* Of the heading or, without one, where the text begins. */
static struct span span_of(struct pass *pass, const struct node *heading)
{
    uint32_t start = pass_source(pass)->lines[pass_document(pass)->body_line].start;

    return heading ? document_first_line(pass_source(pass), heading)
                   : span_make(start, start);
}

static void complain(struct pass *pass, struct outline_mistake mistake)
{
    struct span span = span_of(pass, mistake.node);
    const char *heading = message_text(pass_arena(pass), mistake.heading);
    const char *item = message_text(pass_arena(pass), mistake.item);
    const char *place = place_text(pass, &mistake.place);

    switch (mistake.kind) {
    case OUTLINE_NONE:
        break;
    case OUTLINE_IS_MISSING:
        report(pass, span, "heading `%s` is missing; add it%s", item, place);
        break;
    case OUTLINE_IS_MISPLACED:
        report(pass, span, "heading `%s` stands in the wrong place; move its section%s",
               heading, place);
        break;
    case OUTLINE_IS_APART:
        report(pass, span,
               "heading `%s` stands in the wrong place; move its section to the others "
               "of `%s`",
               heading, item);
        break;
    case OUTLINE_IS_MISNAMED:
        report(pass, span, "heading `%s`, expected `%s`; rename it", heading, item);
        break;
    case OUTLINE_IS_UNKNOWN:
        report(pass, span,
               "heading `%s` is not in the outline; delete its section or rename it",
               heading);
        break;
    case OUTLINE_IS_SUPERFLUOUS:
        report(pass, span,
               "heading `%s` is one too many; delete its section or rename it", heading);
        break;
    }
}

static void finish(struct pass *pass)
{
    struct state *state = pass_state(pass);
    struct outline_match *match = &state->match;

    if (!match->outline.count)
        return;
    if (!outline_compare(match, pass_arena(pass)))
        report(pass, document_first_line(pass_source(pass), match->headings[0].node),
               "%u headings are too many for the outline; split the article",
               (unsigned)match->heading_count);
    for (uint32_t i = 0; i < match->step_count; i++)
        complain(pass, outline_mistake_at(match, i, pass_arena(pass)));
}

const struct rule rule_required_outline = {
    .code = "ST108",
    .name = "required-outline",
    .tags = "headings",
    .summary = "an article lacks a section of its kind, or has them in another order",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_HEADING),
    .front_matter = prepare,
    .node = take,
    .finish = finish,
};
