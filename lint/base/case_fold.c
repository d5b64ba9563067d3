/* case_fold.c - Unicode case folding */

#include "lint/base/case_fold.h"

#include <stddef.h>

#include "lint/base/ascii.h"
#include "lint/base/case_fold_table.h"
#include "lint/base/utf8.h"

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

static bool is_same_letter(uint32_t a, uint32_t b)
{
    uint32_t folded_a[CASE_FOLD_MAX];
    uint32_t folded_b[CASE_FOLD_MAX];

    if (a == b)
        return true;
    if (a < 0x80 || b < 0x80)
        return a < 0x80 && b < 0x80 && ascii_lower((int)a) == ascii_lower((int)b);
    return case_fold(a, folded_a) == 1 && case_fold(b, folded_b) == 1 &&
           folded_a[0] == folded_b[0];
}

size_t case_fold_start(struct str text, struct str start)
{
    size_t at = 0;
    size_t done = 0;

    while (done < start.len) {
        size_t len;
        size_t wanted_len;
        uint32_t wanted =
            utf8_decode((struct str){start.data + done, start.len - done}, &wanted_len);

        if (at == text.len ||
            !is_same_letter(
                utf8_decode((struct str){text.data + at, text.len - at}, &len), wanted))
            return 0;
        at += len;
        done += wanted_len;
    }
    return at;
}
