/* code_range.h - sets of code points, as sorted ranges */
#ifndef LINT_BASE_CODE_RANGE_H
#define LINT_BASE_CODE_RANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* From first to last, both included. */
struct code_range {
    uint32_t first;
    uint32_t last;
};

/* Is the code point in one of the ranges? They are in ascending order and do not
 * overlap. */
bool code_ranges_contain(const struct code_range *ranges, size_t count,
                         uint32_t code_point);

#endif
