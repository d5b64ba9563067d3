/* fix.c - applies the fixes of diagnostics to a text */

#include "lint/run/fix.h"

#include <stdlib.h>

#include "lint/base/memory.h"
#include "lint/run/rank_set.h"

/* Two edits at one place: the insertion first, so that both can be applied. */
static int compare_places(const struct edit *a, const struct edit *b)
{
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    return (a->span.end > b->span.end) - (a->span.end < b->span.end);
}

/* By what is done and where, so that nothing depends on the order of rules. */
static int compare_fixes(const struct mistake *a, const struct mistake *b)
{
    for (uint32_t i = 0; i < a->edit_count && i < b->edit_count; i++) {
        int order = compare_places(&a->edits[i], &b->edits[i]);

        if (!order)
            order = str_compare(a->edits[i].text, b->edits[i].text);
        if (order)
            return order;
    }
    return (a->edit_count > b->edit_count) - (a->edit_count < b->edit_count);
}

static int compare_diagnostics(const void *a, const void *b)
{
    const struct diagnostic *x = a;
    const struct diagnostic *y = b;
    int order = compare_fixes(&x->mistake, &y->mistake);

    if (order)
        return order;
    return (x->rule > y->rule) - (x->rule < y->rule);
}

/* An edit of any diagnostic; its rank is its index in the list of all, once sorted. */
struct candidate {
    const struct edit *edit;
    uint32_t slot; /* its index in the list of all, before that */
};

/* What is chosen so far. */
struct choice {
    struct candidate *candidates;
    uint32_t *ranks; /* by slot */
    uint32_t count;
    struct rank_set taken;
};

static int compare_candidates(const void *a, const void *b)
{
    const struct candidate *x = a;
    const struct candidate *y = b;
    int order = compare_places(x->edit, y->edit);

    if (order)
        return order;
    return (x->slot > y->slot) - (x->slot < y->slot);
}

static void rank_edits(struct choice *choice, const struct diagnostic *diagnostics,
                       uint32_t count, struct arena *arena)
{
    uint32_t edits = 0;

    for (uint32_t i = 0; i < count; i++)
        edits += diagnostics[i].mistake.edit_count;
    choice->candidates = arena_array(arena, edits, sizeof(*choice->candidates));
    choice->ranks = arena_array(arena, edits, sizeof(*choice->ranks));
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t e = 0; e < diagnostics[i].mistake.edit_count; e++) {
            choice->candidates[choice->count] =
                (struct candidate){&diagnostics[i].mistake.edits[e], choice->count};
            choice->count++;
        }
    if (edits)
        qsort(choice->candidates, edits, sizeof(*choice->candidates), compare_candidates);
    for (uint32_t rank = 0; rank < edits; rank++)
        choice->ranks[choice->candidates[rank].slot] = rank;
    rank_set_init(&choice->taken, edits, arena);
}

/* Do both edits change the same bytes or insert at the same place? */
static bool clash(const struct edit *a, const struct edit *b)
{
    if (span_overlaps(a->span, b->span))
        return true;
    return a->span.start == b->span.start && a->span.end == b->span.end;
}

static bool clashes_with(const struct choice *choice, uint32_t taken,
                         const struct edit *edit)
{
    return taken != RANK_NONE && clash(choice->candidates[taken].edit, edit);
}

/* What is taken does not overlap, so only the neighbours can. */
static bool fits(const struct choice *choice, uint32_t slot,
                 const struct mistake *mistake)
{
    for (uint32_t i = 0; i < mistake->edit_count; i++) {
        uint32_t rank = choice->ranks[slot + i];
        const struct edit *edit = &mistake->edits[i];

        if (clashes_with(choice, rank_set_below(&choice->taken, rank), edit) ||
            clashes_with(choice, rank_set_from(&choice->taken, rank), edit))
            return false;
    }
    return true;
}

static void take(struct choice *choice, uint32_t slot, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        rank_set_add(&choice->taken, choice->ranks[slot + i]);
}

static struct applied_edits taken_edits(const struct choice *choice, struct arena *arena)
{
    struct edit *edits = arena_array(arena, choice->count, sizeof(*edits));
    uint32_t rank = choice->count ? rank_set_from(&choice->taken, 0) : RANK_NONE;
    uint32_t count = 0;

    for (; rank != RANK_NONE; rank = rank_set_from(&choice->taken, rank + 1))
        edits[count++] = *choice->candidates[rank].edit;
    return (struct applied_edits){edits, count};
}

uint32_t fix_choose(struct diagnostic *diagnostics, uint32_t count, struct arena *arena,
                    struct applied_edits *edits)
{
    struct diagnostic *left = arena_array(arena, count, sizeof(*left));
    struct choice choice = {.count = 0};
    uint32_t chosen = 0;
    uint32_t slot = 0;

    if (count)
        qsort(diagnostics, count, sizeof(*diagnostics), compare_diagnostics);
    rank_edits(&choice, diagnostics, count, arena);
    for (uint32_t i = 0; i < count; i++) {
        struct diagnostic one = diagnostics[i];
        bool same =
            chosen && !compare_fixes(&diagnostics[chosen - 1].mistake, &one.mistake);

        if (same || fits(&choice, slot, &one.mistake)) {
            take(&choice, slot, same ? 0 : one.mistake.edit_count);
            diagnostics[chosen++] = one;
        } else {
            left[i - chosen] = one;
        }
        slot += one.mistake.edit_count;
    }
    memcpy(diagnostics + chosen, left, (count - chosen) * sizeof(*left));
    *edits = taken_edits(&choice, arena);
    return chosen;
}

void fix_write(struct str text, struct applied_edits edits, struct buf *out)
{
    uint32_t done = 0;

    for (uint32_t i = 0; i < edits.count; i++) {
        const struct edit *edit = &edits.edits[i];

        buf_add(out, text.data + done, edit->span.start - done);
        buf_add_str(out, edit->text);
        done = edit->span.end;
    }
    buf_add(out, text.data + done, text.len - done);
}

/* Moves the diagnostics with a wanted fix to the front; returns how many there are. */
static uint32_t keep_fixable(struct diagnostic *diagnostics, uint32_t count, bool unsafe)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < count; i++) {
        struct diagnostic diagnostic = diagnostics[i];

        if (!diagnostic.mistake.edit_count || !(unsafe || diagnostic.mistake.fix_safe))
            continue;
        diagnostics[i] = diagnostics[kept];
        diagnostics[kept++] = diagnostic;
    }
    return kept;
}

uint32_t fix_apply(struct str text, struct diagnostic *diagnostics, uint32_t count,
                   bool unsafe, struct buf *out)
{
    uint32_t fixable = keep_fixable(diagnostics, count, unsafe);
    struct applied_edits edits;
    struct arena arena;
    uint32_t mended;

    arena_init(&arena);
    mended = fix_choose(diagnostics, fixable, &arena, &edits);
    fix_write(text, edits, out);
    arena_release(&arena);
    return mended;
}

void fix_keep_promise(struct mistake *mistake, const struct rule *rule)
{
    mistake->fix_safe &= rule->fix == FIX_SAFE;
    if (rule->fix != FIX_NONE)
        return;
    mistake->edits = NULL;
    mistake->edit_count = 0;
    mistake->edit_capacity = 0;
}
