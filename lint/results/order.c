/* order.c - the diagnostics of one file in the order of its results */

#include "lint/results/order.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/memory.h"

/* By rule, then by the bytes of the message. */
static int compare_alike(const struct diagnostic *a, const struct diagnostic *b)
{
    if (a->rule != b->rule)
        return a->rule < b->rule ? -1 : 1;
    return str_compare(a->mistake.message, b->mistake.message);
}

static bool comes_before(const struct ordered *a, const struct ordered *b)
{
    if (a->place != b->place)
        return a->place < b->place;
    return compare_alike(a->diagnostic, b->diagnostic) < 0;
}

static bool is_same(const struct ordered *a, const struct ordered *b)
{
    return a->place == b->place && compare_alike(a->diagnostic, b->diagnostic) == 0;
}

struct ordered order_entry(const struct diagnostic *diagnostic)
{
    struct span span = diagnostic->mistake.span;

    return (struct ordered){(uint64_t)span.start << 32 | span.end, diagnostic};
}

/* Merges the first `half` entries and those after them. The first ones move aside, where
 * there is room for them; of two that are equal one of these comes first. */
static void merge(struct ordered *entries, uint32_t half, uint32_t count,
                  struct ordered *aside)
{
    const struct ordered *left = aside;
    const struct ordered *right = entries + half;
    const struct ordered *end = entries + count;

    memcpy(aside, entries, half * sizeof(*aside));
    while (left < aside + half)
        *entries++ = right < end && comes_before(right, left) ? *right++ : *left++;
}

/* Merges `count` runs, each of which ends where the next one starts. */
static void merge_runs(struct ordered *entries, const uint32_t *starts, uint32_t count,
                       struct ordered *aside)
{
    uint32_t half = count / 2;

    if (count < 2)
        return;
    merge_runs(entries, starts, half, aside);
    merge_runs(entries, starts + half, count - half, aside);
    merge(entries + starts[0], starts[half] - starts[0], starts[count] - starts[0],
          aside);
}

/*
 * Each rule reports what it finds from the start of the text to its end: there are runs
 * that are in order already, many times fewer than entries, and only these are merged.
 */
static void sort(struct ordered *entries, uint32_t count)
{
    uint32_t *starts = memory_alloc(((size_t)count + 1) * sizeof(*starts));
    struct ordered *aside = memory_alloc(count * sizeof(*aside));
    uint32_t runs = 0;

    for (uint32_t i = 0; i < count; i++)
        if (!i || comes_before(&entries[i], &entries[i - 1]))
            starts[runs++] = i;
    starts[runs] = count;
    merge_runs(entries, starts, runs, aside);
    free(aside);
    free(starts);
}

/* Keeps the first of those that are alike; returns how many are left. */
static uint32_t drop_repeated(struct ordered *ordered, uint32_t count)
{
    uint32_t kept = count > 0;

    for (uint32_t i = 1; i < count; i++) {
        if (is_same(&ordered[i - 1], &ordered[i]))
            continue;
        if (kept != i)
            ordered[kept] = ordered[i];
        kept++;
    }
    return kept;
}

uint32_t order_diagnostics(const struct diagnostic *items, uint32_t count,
                           struct ordered *ordered)
{
    for (uint32_t i = 0; i < count; i++)
        ordered[i] = order_entry(&items[i]);
    sort(ordered, count);
    return drop_repeated(ordered, count);
}
