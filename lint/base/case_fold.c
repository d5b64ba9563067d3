/* case_fold.c - Unicode case folding */

#include "lint/base/case_fold.h"

#include <stddef.h>

#include "lint/base/ascii.h"
#include "lint/base/case_fold_table.h"

enum { FOLD_RUNS = sizeof(fold_runs) / sizeof(fold_runs[0]) };

static const struct fold_run *find_run(uint32_t c)
{
    size_t low = 0;
    size_t high = FOLD_RUNS;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (c > fold_runs[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == FOLD_RUNS || c < fold_runs[low].first ||
        (c - fold_runs[low].first) % fold_runs[low].step != 0)
        return NULL;
    return &fold_runs[low];
}

static int expand(uint32_t c, uint32_t folded[CASE_FOLD_MAX])
{
    for (size_t i = 0; i < sizeof(fold_expansions) / sizeof(fold_expansions[0]); i++) {
        int count = 0;

        if (fold_expansions[i].from != c)
            continue;
        for (; count < CASE_FOLD_MAX && fold_expansions[i].to[count]; count++)
            folded[count] = fold_expansions[i].to[count];
        return count;
    }
    return 0;
}

int case_fold(uint32_t c, uint32_t folded[CASE_FOLD_MAX])
{
    const struct fold_run *run;
    int count;

    folded[0] = c;
    if (c < 0x80) {
        folded[0] = (uint32_t)ascii_lower((int)c);
        return 1;
    }
    count = expand(c, folded);
    if (count)
        return count;
    run = find_run(c);
    if (run)
        folded[0] = (uint32_t)((int32_t)c + run->distance);
    return 1;
}
