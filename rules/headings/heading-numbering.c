/* heading-numbering.c - ST107: numbers of headings have no gaps and no repeats */

#include "lint/rule.h"

struct settings {
    bool any_start;
    struct str_list labels;
};

struct state {
    struct heading_count right;   /* as the numbers should be */
    struct heading_count written; /* as they are */
    struct finding *finding; /* the last one, which mends the numbers after it as well */
};

static const struct option options[] = {
    {.name = "any_start",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "let the first number be any, not only 0 or 1",
     .offset = offsetof(struct settings, any_start)},
    {.name = "labels",
     .type = OPTION_STRINGS,
     .initial = "[\"Step\", \"Part\", \"Chapter\", \"Lesson\", \"Phase\"]",
     .help = "words that a number may follow; case does not matter",
     .offset = offsetof(struct settings, labels)},
    {.type = OPTION_END},
};

static bool is_same(const struct heading_number *a, const struct heading_number *b)
{
    return memcmp(a->parts, b->parts, a->count * sizeof(a->parts[0])) == 0;
}

static struct str as_text(struct pass *pass, const struct heading_number *number)
{
    struct arena *arena = pass_arena(pass);
    struct str text = arena_format(arena, "%u", (unsigned)number->parts[0]);

    for (uint32_t i = 1; i < number->count; i++)
        text = arena_format(arena, "%s.%u", text.data, (unsigned)number->parts[i]);
    return text;
}

static void complain(struct pass *pass, const struct heading_number *number,
                     const struct heading_number *right)
{
    struct state *state = pass_state(pass);
    uint32_t last = number->count - 1;
    bool gap = right->parts[last] > 1 && number->parts[last] > right->parts[last];
    struct str wanted = as_text(pass, right);

    state->finding =
        report(pass, number->span, "heading number `%s`, expected `%s`; type `%s`%s",
               as_text(pass, number).data, wanted.data, wanted.data,
               gap ? ", or add the section that is missing" : "");
    fix_replace(state->finding, number->span, wanted);
}

/* What only follows from a number that was wrong before is mended with it. */
static void take(struct pass *pass, int level, const struct heading_number *number)
{
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);
    struct heading_number right =
        heading_count_expect(&state->right, level, number, settings->any_start);
    struct heading_number usual =
        heading_count_expect(&state->written, level, number, settings->any_start);

    if (!is_same(&right, number) && is_same(&usual, number)) {
        fix_replace(state->finding, number->span, as_text(pass, &right));
    } else if (!is_same(&right, number)) {
        usual.parts[number->count - 1] = right.parts[number->count - 1];
        complain(pass, number, &usual);
    }
    heading_count_take(&state->right, level, &right);
    heading_count_take(&state->written, level, number);
}

static void check(struct pass *pass, const struct node *heading)
{
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);
    struct heading_number number;

    if (heading->parent != 0)
        return;
    if (heading_number_read(pass_document(pass), heading, settings->labels, &number) &&
        number.count <= state->right.path.count + 1) {
        take(pass, heading->level, &number);
        return;
    }
    heading_count_pass(&state->right, heading->level);
    heading_count_pass(&state->written, heading->level);
}

const struct rule rule_heading_numbering = {
    .code = "ST107",
    .name = "heading-numbering",
    .tags = "headings",
    .summary = "a numbered heading leaves out a number or repeats one",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_HEADING),
    .node = check,
};
