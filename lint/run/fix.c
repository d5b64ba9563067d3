/* fix.c - applies the fixes of diagnostics to a text */

#include "lint/run/fix.h"

#include <stdlib.h>

#include "lint/base/memory.h"

/* Two edits at one place: the insertion first, so that both can be applied. */
static int compare_edits(const void *a, const void *b)
{
    const struct edit *x = a;
    const struct edit *y = b;

    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    return (x->span.end > y->span.end) - (x->span.end < y->span.end);
}

static int compare_diagnostics(const void *a, const void *b)
{
    const struct diagnostic *x = a;
    const struct diagnostic *y = b;
    int order = compare_edits(&x->mistake.edits[0], &y->mistake.edits[0]);

    if (order)
        return order;
    return (x->rule > y->rule) - (x->rule < y->rule);
}

/* Edits taken so far, in ascending order. */
struct taken {
    struct edit *edits;
    uint32_t count;
};

/* Do both edits change the same bytes or insert at the same place? */
static bool clash(struct edit a, struct edit b)
{
    if (span_overlaps(a.span, b.span))
        return true;
    return a.span.start == b.span.start && a.span.end == b.span.end;
}

/* Where an edit belongs; searches from the end, because diagnostics come in order. */
static uint32_t place_of(const struct taken *taken, struct edit edit)
{
    uint32_t i = taken->count;

    while (i > 0 && compare_edits(&taken->edits[i - 1], &edit) > 0)
        i--;
    return i;
}

static bool fits(const struct taken *taken, const struct mistake *mistake)
{
    for (uint32_t i = 0; i < mistake->edit_count; i++) {
        uint32_t at = place_of(taken, mistake->edits[i]);

        if (at > 0 && clash(taken->edits[at - 1], mistake->edits[i]))
            return false;
        if (at < taken->count && clash(taken->edits[at], mistake->edits[i]))
            return false;
    }
    return true;
}

static void take(struct taken *taken, const struct mistake *mistake)
{
    for (uint32_t i = 0; i < mistake->edit_count; i++) {
        uint32_t at = place_of(taken, mistake->edits[i]);

        memmove(&taken->edits[at + 1], &taken->edits[at],
                (taken->count - at) * sizeof(*taken->edits));
        taken->edits[at] = mistake->edits[i];
        taken->count++;
    }
}

static void write_edited(struct str text, const struct taken *taken, struct buf *out)
{
    uint32_t done = 0;

    for (uint32_t i = 0; i < taken->count; i++) {
        const struct edit *edit = &taken->edits[i];

        buf_add(out, text.data + done, edit->span.start - done);
        buf_add_str(out, edit->text);
        done = edit->span.end;
    }
    buf_add(out, text.data + done, text.len - done);
}

/* Moves the diagnostics with a wanted fix to the front; returns how many there are. */
static uint32_t keep_fixable(struct diagnostic *diagnostics, uint32_t count, bool unsafe,
                             uint32_t *edits)
{
    uint32_t kept = 0;

    *edits = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct diagnostic diagnostic = diagnostics[i];

        if (!diagnostic.mistake.edit_count || !(unsafe || diagnostic.mistake.fix_safe))
            continue;
        diagnostics[i] = diagnostics[kept];
        diagnostics[kept++] = diagnostic;
        *edits += diagnostic.mistake.edit_count;
    }
    return kept;
}

uint32_t fix_apply(struct str text, struct diagnostic *diagnostics, uint32_t count,
                   bool unsafe, struct buf *out)
{
    struct taken taken = {NULL, 0};
    uint32_t mended = 0;
    uint32_t edits;
    uint32_t fixable = keep_fixable(diagnostics, count, unsafe, &edits);

    if (fixable)
        qsort(diagnostics, fixable, sizeof(*diagnostics), compare_diagnostics);
    taken.edits = memory_alloc(edits * sizeof(*taken.edits));
    for (uint32_t i = 0; i < fixable; i++) {
        if (!fits(&taken, &diagnostics[i].mistake))
            continue;
        take(&taken, &diagnostics[i].mistake);
        mended++;
    }
    write_edited(text, &taken, out);
    free(taken.edits);
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
