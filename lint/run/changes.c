/* changes.c - what became of a text, over several rounds of edits */

#include "lint/run/changes.h"

/* Two lists of spans of the same text, merged: what was changed before, what is changed
 * now. The shifts are those of all that was passed. */
struct walk {
    const struct changes *old;
    struct applied_edits edits;
    uint32_t next_old;
    uint32_t next_edit;
    int64_t to_before; /* from an offset in this text to that in the first one */
    int64_t to_after;  /* to that in the next one */
};

static bool has_old(const struct walk *walk, uint32_t limit)
{
    return walk->next_old < walk->old->count &&
           walk->old->items[walk->next_old].after.start <= limit;
}

static bool has_edit(const struct walk *walk, uint32_t limit)
{
    return walk->next_edit < walk->edits.count &&
           walk->edits.edits[walk->next_edit].span.start <= limit;
}

static uint32_t pass_old(struct walk *walk)
{
    const struct change *change = &walk->old->items[walk->next_old++];

    walk->to_before += (int64_t)span_length(change->before) - span_length(change->after);
    return change->after.end;
}

static uint32_t pass_edit(struct walk *walk)
{
    const struct edit *edit = &walk->edits.edits[walk->next_edit++];

    walk->to_after += (int64_t)edit->text.len - span_length(edit->span);
    return edit->span.end;
}

static uint32_t next_start(const struct walk *walk)
{
    uint32_t start = UINT32_MAX;

    if (has_old(walk, UINT32_MAX))
        start = walk->old->items[walk->next_old].after.start;
    if (has_edit(walk, start))
        start = walk->edits.edits[walk->next_edit].span.start;
    return start;
}

/* The next change: all that touches one another is one. */
static struct change join(struct walk *walk)
{
    uint32_t start = next_start(walk);
    uint32_t end = start;
    struct change change = {{(uint32_t)(start + walk->to_before), 0},
                            {(uint32_t)(start + walk->to_after), 0}};

    while (has_old(walk, end) || has_edit(walk, end)) {
        uint32_t passed = has_old(walk, end) ? pass_old(walk) : pass_edit(walk);

        if (end < passed)
            end = passed;
    }
    change.before.end = (uint32_t)(end + walk->to_before);
    change.after.end = (uint32_t)(end + walk->to_after);
    return change;
}

void changes_follow(struct changes *changes, struct applied_edits edits,
                    struct arena *arena)
{
    struct walk walk = {.old = changes, .edits = edits};
    struct changes all = {NULL, 0};

    all.items =
        arena_array(arena, (size_t)changes->count + edits.count, sizeof(*all.items));
    while (walk.next_old < changes->count || walk.next_edit < edits.count)
        all.items[all.count++] = join(&walk);
    *changes = all;
}
