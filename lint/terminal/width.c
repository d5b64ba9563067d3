/* width.c - the columns that a code point fills on a terminal */

#include "lint/terminal/width.h"

#include "lint/terminal/width_table.h"

enum { FIRST_MARK = 0x300, SOFT_HYPHEN = 0xAD };

unsigned code_point_width(uint32_t code_point)
{
    if (code_point < FIRST_MARK)
        return code_point == SOFT_HYPHEN ? 0 : 1;
    if (code_ranges_contain(zero, sizeof(zero) / sizeof(zero[0]), code_point))
        return 0;
    return code_ranges_contain(wide, sizeof(wide) / sizeof(wide[0]), code_point) ? 2 : 1;
}
