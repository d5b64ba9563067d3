/* no-duplicate-heading.c - MD024: each heading has a text of its own */

#include "lint/rule.h"

enum { LEVELS = 6 }; /* CommonMark 4.2 */

struct settings {
    bool siblings_only;
};

/* A text, and the first heading of each level that has it. */
struct seen {
    const struct node *heading[LEVELS];
    uint32_t section[LEVELS]; /* that the heading stands in */
};

struct state {
    struct str_map texts;     /* to struct seen */
    uint32_t section[LEVELS]; /* by level: the number of the section we are in */
    int level;                /* of the heading before; 0 before the first */
};

static const struct option options[] = {
    {.name = "siblings_only",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "allow the same text in different sections",
     .offset = offsetof(struct settings, siblings_only)},
    {.type = OPTION_END},
};

/* Headings below another heading than those before are siblings of none of them. */
static void go_to_level(struct state *state, int level)
{
    int last = state->level ? state->level : 1;
    int low = last < level ? last : level;
    int high = last < level ? level : last;

    for (int i = low; i < high; i++)
        state->section[i]++;
    state->level = level;
}

static struct seen *find(struct pass *pass, struct str text)
{
    struct state *state = pass_state(pass);
    void *seen;

    if (!str_map_get(&state->texts, text, &seen)) {
        seen = arena_alloc(pass_arena(pass), sizeof(struct seen));
        str_map_put(&state->texts, pass_arena(pass), text, seen);
    }
    return seen;
}

static const char *name_of(struct pass *pass, struct str text)
{
    if (!text.len)
        return "without text";
    return arena_format(pass_arena(pass), "`%s`", message_text(pass_arena(pass), text))
        .data;
}

static void node(struct pass *pass, const struct node *heading)
{
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);
    struct str text =
        document_heading_text(pass_document(pass), heading, pass_arena(pass));
    struct seen *seen = find(pass, text);
    int level = settings->siblings_only ? heading->level - 1 : 0;
    struct finding *finding;

    if (settings->siblings_only)
        go_to_level(state, heading->level);
    if (!seen->heading[level] || seen->section[level] != state->section[level]) {
        seen->heading[level] = heading;
        seen->section[level] = state->section[level];
        return;
    }
    finding =
        report(pass, heading->span, "another heading %s; give each a text of its own",
               name_of(pass, str_trim(text)));
    finding_relate(finding, seen->heading[level]->span, "the first heading with it");
}

const struct rule rule_no_duplicate_heading = {
    .code = "MD024",
    .name = "no-duplicate-heading",
    .tags = "headings",
    .summary = "two headings have the same text",
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
