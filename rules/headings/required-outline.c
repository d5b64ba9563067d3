/* required-outline.c - ST108: an article has the sections of its kind, in their order */

#include "lint/rule.h"

struct settings {
    struct str_list outline;
    bool match_case;
    bool ignore_levels;
};

struct state {
    struct outline outline;
    struct outline_heading *headings;
    uint32_t count;
    uint32_t capacity;
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

    if (settings->outline.count)
        state->outline = outline_parse(settings->outline, pass_arena(pass));
    if (!settings->ignore_levels)
        state->outline.levels = OUTLINE_EVERY_LEVEL;
}

static void take(struct pass *pass, const struct node *heading)
{
    struct state *state = pass_state(pass);

    if (!state->outline.count || heading->parent != 0 ||
        !(state->outline.levels & (1U << heading->level)))
        return;
    state->headings = arena_make_room(pass_arena(pass), state->headings, state->count,
                                      &state->capacity, sizeof(*state->headings));
    state->headings[state->count++] = (struct outline_heading){
        heading, document_heading_title(pass_document(pass), heading, pass_arena(pass))};
}

static const char *shown_heading(struct pass *pass, uint32_t index)
{
    const struct state *state = pass_state(pass);
    const struct outline_heading *heading = &state->headings[index];

    return message_text(pass_arena(pass),
                        arena_format(pass_arena(pass), "%.*s %.*s", heading->node->level,
                                     "######", (int)heading->text.len,
                                     heading->text.data));
}

/* As a writer types it. */
static const char *shown_item(struct pass *pass, uint32_t index)
{
    const struct state *state = pass_state(pass);
    const struct outline_item *item = &state->outline.items[index];

    return message_text(pass_arena(pass),
                        arena_format(pass_arena(pass), "%.*s%s%.*s", item->level,
                                     "######", item->level ? " " : "",
                                     (int)item->title.len, item->title.data));
}

static struct span heading_span(struct pass *pass, uint32_t index)
{
    const struct state *state = pass_state(pass);

    return document_first_line(pass_source(pass), state->headings[index].node);
}

/* Where what is missing belongs, for a message. */
static const char *place(struct pass *pass, const struct outline_step *steps,
                         uint32_t index)
{
    const struct state *state = pass_state(pass);
    struct arena *arena = pass_arena(pass);
    uint32_t heading = steps[index].heading;
    int level = state->outline.items[steps[index].item].level;

    if (index && steps[index - 1].kind == OUTLINE_MISSING)
        return arena_format(arena, " after `%s`", shown_item(pass, steps[index - 1].item))
            .data;
    if (index && steps[index - 1].kind == OUTLINE_MOVED)
        return arena_format(arena, " after section `%s`",
                            shown_heading(pass, steps[index - 1].elsewhere))
            .data;
    if (heading)
        return arena_format(arena,
                            state->headings[heading - 1].node->level < level
                                ? " below `%s`"
                                : " after section `%s`",
                            shown_heading(pass, heading - 1))
            .data;
    if (state->count)
        return arena_format(arena, " before `%s`", shown_heading(pass, 0)).data;
    return "";
}

static void complain_missing(struct pass *pass, const struct outline_step *steps,
                             uint32_t index)
{
    const struct state *state = pass_state(pass);
    const struct source *source = pass_source(pass);
    uint32_t heading = steps[index].heading;
    uint32_t start = source->lines[pass_document(pass)->body_line].start;
    struct span span = span_make(start, start);

    if (state->count)
        span = heading_span(pass, heading ? heading - 1 : 0);
    report(pass, span, "heading `%s` is missing; add it%s",
           shown_item(pass, steps[index].item), place(pass, steps, index));
}

static void complain_extra(struct pass *pass, uint32_t heading)
{
    const struct settings *settings = pass_settings(pass);
    const struct state *state = pass_state(pass);
    const struct outline *outline = &state->outline;
    const char *shown = shown_heading(pass, heading);
    uint32_t item = 0;

    while (item < outline->count &&
           (outline->items[item].any ||
            !outline_item_matches(&outline->items[item], &state->headings[heading],
                                  settings->match_case)))
        item++;
    if (item == outline->count)
        report(pass, heading_span(pass, heading),
               "heading `%s` is not in the outline; delete its section or rename it",
               shown);
    else if (outline->items[item].repeated)
        report(pass, heading_span(pass, heading),
               "heading `%s` stands in the wrong place; move its section to the others "
               "of `%s`",
               shown, shown_item(pass, item));
    else
        report(pass, heading_span(pass, heading),
               "heading `%s` is one too many; delete its section or rename it", shown);
}

static void complain(struct pass *pass, const struct outline_step *steps, uint32_t index)
{
    const struct outline_step *step = &steps[index];

    if (step->kind == OUTLINE_MISSING)
        complain_missing(pass, steps, index);
    else if (step->kind == OUTLINE_MOVED)
        report(pass, heading_span(pass, step->elsewhere),
               "heading `%s` stands in the wrong place; move its section%s",
               shown_heading(pass, step->elsewhere), place(pass, steps, index));
    else if (step->kind == OUTLINE_WRONG)
        report(pass, heading_span(pass, step->heading),
               "heading `%s`, expected `%s`; rename it",
               shown_heading(pass, step->heading), shown_item(pass, step->item));
    else if (step->kind == OUTLINE_EXTRA)
        complain_extra(pass, step->heading);
}

static void finish(struct pass *pass)
{
    const struct settings *settings = pass_settings(pass);
    const struct state *state = pass_state(pass);
    const struct outline_step *steps;
    uint32_t count = 0;

    if (!state->outline.count)
        return;
    steps = outline_compare(&state->outline, state->headings, state->count,
                            settings->match_case, pass_arena(pass), &count);
    if (!steps)
        report(pass, heading_span(pass, 0),
               "%u headings are too many for the outline; split the article",
               (unsigned)state->count);
    for (uint32_t i = 0; i < count; i++)
        complain(pass, steps, i);
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
