/* required-headings.c - MD043: an article has the headings that its kind needs */

#include "lint/rule.h"

struct settings {
    struct str_list headings;
    bool match_case;
};

struct state {
    size_t next;   /* of the headings that are required */
    bool any;      /* headings that are not required may stand here */
    bool differs;  /* one that was wrong has been reported */
    bool headings; /* there are some */
};

static const struct option options[] = {
    {.name = "headings",
     .type = OPTION_STRINGS,
     .initial = "[\"*\"]",
     .help = "all headings, as in `## Method`; `*`: any number of others, `+`: at least "
             "one, `?`: exactly one",
     .offset = offsetof(struct settings, headings)},
    {.name = "match_case",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "capital letters must be the same, too",
     .offset = offsetof(struct settings, match_case)},
    {.type = OPTION_END},
};

/* The heading that is required next, empty after the last one. */
static struct str take(const struct settings *settings, struct state *state)
{
    struct str none = {"", 0};
    size_t next = state->next++;

    return next < settings->headings.count ? settings->headings.items[next] : none;
}

static bool is_same(const struct settings *settings, struct str required,
                    struct str heading)
{
    if (settings->match_case)
        return str_equal(required, heading);
    return heading.len && case_fold_start(heading, required) == heading.len;
}

/* Takes what the heading may be; false when it may not be that. */
static bool accept(const struct settings *settings, struct state *state,
                   struct str required, struct str heading)
{
    if (str_is(required, "*")) {
        if (is_same(settings, take(settings, state), heading))
            return true;
        state->any = true;
    } else if (str_is(required, "+")) {
        state->any = true;
        return true;
    } else if (str_is(required, "?")) {
        return true;
    } else if (is_same(settings, required, heading)) {
        state->any = false;
        return true;
    } else if (!state->any) {
        return false;
    }
    state->next--;
    return true;
}

static void node(struct pass *pass, const struct node *heading)
{
    const struct settings *settings = pass_settings(pass);
    struct arena *arena = pass_arena(pass);
    struct state *state = pass_state(pass);
    struct str required;
    struct str text;

    state->headings = true;
    if (state->differs || (state->any && state->next >= settings->headings.count))
        return;
    text = document_heading_text(pass_document(pass), heading, arena);
    text = heading_typed(heading->level, text, arena);
    required = take(settings, state);
    if (accept(settings, state, required, text))
        return;
    state->differs = true;
    text = str_trim(text);
    if (required.len)
        report(pass, heading->span, "heading `%s`; here it should be `%s`",
               message_text(arena, text), message_text(arena, required));
    else
        report(pass, heading->span, "heading `%s` is one too many; end before it",
               message_text(arena, text));
}

static bool is_complete(const struct settings *settings, const struct state *state)
{
    size_t count = settings->headings.count;

    if (state->next >= count)
        return true;
    for (size_t i = state->headings ? state->next : 0; i < count; i++)
        if (!str_is(settings->headings.items[i], "*"))
            return false;
    return !state->headings || state->next + 1 == count;
}

static void finish(struct pass *pass)
{
    const struct settings *settings = pass_settings(pass);
    const struct state *state = pass_state(pass);
    uint32_t end = pass_source(pass)->size;
    struct str missing;

    if (state->differs || is_complete(settings, state))
        return;
    missing = settings->headings.items[state->next];
    if (str_starts(missing, STR("#")))
        report(pass, span_make(end, end), "heading `%s` is missing; add it",
               message_text(pass_arena(pass), missing));
    else
        report(pass, span_make(end, end), "another heading is missing; add one");
}

const struct rule rule_required_headings = {
    .code = "MD043",
    .name = "required-headings",
    .tags = "headings",
    .summary = "an article does not have the headings that its kind needs",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_HEADING),
    .node = node,
    .finish = finish,
};
