/* code_range.c - sets of code points, as sorted ranges */

#include "lint/base/code_range.h"

bool code_ranges_contain(const struct code_range *ranges, size_t count,
                         uint32_t code_point)
{
    size_t low = 0;
    size_t high = count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (code_point > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && code_point >= ranges[low].first;
}
