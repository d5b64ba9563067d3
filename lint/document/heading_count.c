/* heading_count.c - how the numbers of headings go on */

#include "lint/document/heading_number.h"

/* A number of one part: what should be there. */
static uint32_t expect_single(const struct heading_count *count, int level,
                              const struct heading_number *number, bool any_start)
{
    bool same = str_equal_ignore_case(count->levels[level].label, number->label);
    uint32_t last = same ? count->levels[level].last : 0;
    enum restart restart = count->levels[level].restart;
    bool first = !last || restart == RESTART_IN_SECTION;
    uint32_t found = number->parts[0];

    if (found <= 1 && (!last || restart != RESTART_NO))
        return found;
    if (first && any_start)
        return found;
    return first && found <= last ? 1 : last + 1;
}

/* Is it the first of the section after, whose own heading has no number? `3.1` after
 * `2.4`. */
static bool starts_section(const struct heading_count *count,
                           const struct heading_number *number)
{
    uint32_t last = number->count - 1;

    return number->parts[last] <= 1 && count->path.count > last &&
           number->parts[last - 1] == count->path.parts[last - 1] + 1 &&
           memcmp(number->parts, count->path.parts,
                  (last - 1) * sizeof(number->parts[0])) == 0;
}

struct heading_number heading_count_expect(const struct heading_count *count, int level,
                                           const struct heading_number *number,
                                           bool any_start)
{
    struct heading_number right = *number;
    uint32_t last = number->count - 1;

    if (!last)
        right.parts[0] = expect_single(count, level, number, any_start);
    if (!last || starts_section(count, number))
        return right;
    memcpy(right.parts, count->path.parts, last * sizeof(right.parts[0]));
    if (count->path.count > last)
        right.parts[last] = count->path.parts[last] + 1;
    else
        right.parts[last] = number->parts[last] > 1 ? 1 : number->parts[last];
    return right;
}

static void begin_sections(struct heading_count *count, int level)
{
    for (int deeper = level + 1; deeper < COUNTED_LEVELS; deeper++)
        count->levels[deeper].restart = RESTART_IN_SECTION;
}

void heading_count_take(struct heading_count *count, int level,
                        const struct heading_number *number)
{
    if (number->count == 1) {
        count->levels[level].last = number->parts[0];
        count->levels[level].label = number->label;
        count->levels[level].restart = RESTART_NO;
        count->base = level;
    }
    count->path = *number;
    begin_sections(count, level);
}

void heading_count_pass(struct heading_count *count, int level)
{
    if (count->levels[level].restart == RESTART_NO)
        count->levels[level].restart = RESTART_AFTER_OTHER;
    if (level <= count->base)
        count->path.count = 0;
    begin_sections(count, level);
}
