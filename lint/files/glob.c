/* glob.c - patterns for paths */

#include "lint/files/glob.h"

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"
#include "lint/files/glob_program.h"

enum {
    NOT_UTF8 = 0x110000, /* added to a byte that is not, so that it equals only itself */
    END_OF_PATH = 0xFFFFFF,
};

uint32_t glob_next_character(struct str *text)
{
    size_t len;
    uint32_t c = utf8_decode(*text, &len);

    if (c == CODE_POINT_INVALID && !str_starts(*text, STR("\xEF\xBF\xBD"))) {
        c = NOT_UTF8 + (unsigned char)text->data[0];
        len = 1;
    }
    text->data += len;
    text->len -= len;
    return c;
}

/* States the automaton is in. */
struct state_set {
    uint16_t steps[GLOB_MAX_STEPS];
    uint32_t count;
    bool has[GLOB_MAX_STEPS];
};

static void state_add(struct state_set *set, uint32_t step)
{
    if (set->has[step])
        return;
    set->has[step] = true;
    set->steps[set->count++] = (uint16_t)step;
}

static void state_clear(struct state_set *set)
{
    for (uint32_t i = 0; i < set->count; i++)
        set->has[set->steps[i]] = false;
    set->count = 0;
}

static bool class_has(const struct step *step, uint32_t character)
{
    bool found = false;

    for (uint32_t i = 0; i < step->range_count && !found; i++)
        found = step->ranges[i].first <= character && character <= step->ranges[i].last;
    return found != step->negated;
}

/* Where one state leads: without a character (now) and with this one (next). */
static bool advance(const struct glob *glob, uint32_t at, uint32_t character,
                    struct state_set *now, struct state_set *next)
{
    const struct step *step = &glob->steps[at];
    bool in_component = character != '/' && character != END_OF_PATH;

    switch (step->kind) {
    case STEP_LITERAL:
        if (character == step->character)
            state_add(next, at + 1);
        break;
    case STEP_ANY:
        if (in_component)
            state_add(next, at + 1);
        break;
    case STEP_CLASS:
        if (in_component && class_has(step, character))
            state_add(next, at + 1);
        break;
    case STEP_STAR:
        state_add(now, at + 1);
        if (in_component)
            state_add(next, at);
        break;
    case STEP_DEEP:
        state_add(now, at + 1);
        state_add(next, at);
        break;
    case STEP_SPLIT:
        state_add(now, at + 1);
        if (step->target != 0)
            state_add(now, step->target);
        break;
    case STEP_JUMP:
        state_add(now, step->target);
        break;
    case STEP_MATCH:
        return character == END_OF_PATH;
    }
    return false;
}

static bool automaton_matches(const struct glob *glob, struct str path)
{
    struct state_set sets[2];
    struct state_set *now = &sets[0], *next = &sets[1];
    bool at_end = false, matched = false;

    for (int i = 0; i < 2; i++) {
        sets[i].count = 0;
        memset(sets[i].has, 0, glob->count * sizeof(*sets[i].has));
    }
    state_add(now, 0);
    while (!at_end && now->count > 0) {
        at_end = path.len == 0;
        uint32_t character = at_end ? END_OF_PATH : glob_next_character(&path);

        for (uint32_t i = 0; i < now->count; i++)
            matched |= advance(glob, now->steps[i], character, now, next);
        struct state_set *swap = now;

        state_clear(now);
        now = next;
        next = swap;
    }
    return matched;
}

bool glob_match(const struct glob *glob, struct str path)
{
    if (glob->literal)
        return str_equal(path, glob->prefix);
    return str_starts(path, glob->prefix) && str_ends(path, glob->suffix) &&
           automaton_matches(glob, path);
}

bool glob_has_marks(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (is_one_of(text.data[i], "*?[{"))
            return true;
    return false;
}
