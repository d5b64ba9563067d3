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

/* Small letters that fold to other ones, as ranges. */
static bool is_small(uint32_t c)
{
    static const uint16_t ranges[][2] = {
        {0xB5, 0xB5},     {0x17F, 0x17F},   {0x345, 0x345},   {0x3C2, 0x3C2},
        {0x3D0, 0x3D1},   {0x3D5, 0x3D6},   {0x3F0, 0x3F1},   {0x3F5, 0x3F5},
        {0x13F8, 0x13FD}, {0x1C80, 0x1C88}, {0x1E9B, 0x1E9B}, {0x1FBE, 0x1FBE},
        {0xAB70, 0xABBF},
    };

    for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++)
        if (c >= ranges[i][0] && c <= ranges[i][1])
            return true;
    return false;
}

int case_lower(uint32_t c, uint32_t lower[CASE_FOLD_MAX])
{
    enum { CAPITAL_I_WITH_DOT = 0x130, CAPITAL_SHARP_S = 0x1E9E, SHARP_S = 0xDF };
    int count = is_small(c) ? 0 : case_fold(c, lower);

    if (c == CAPITAL_SHARP_S)
        lower[0] = SHARP_S;
    else if (!count || (count > 1 && c != CAPITAL_I_WITH_DOT))
        lower[0] = c;
    return c == CAPITAL_I_WITH_DOT ? count : 1;
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
