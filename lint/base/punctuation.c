/* punctuation.c - code points that are punctuation, and those of words */

#include "lint/base/ascii.h"
#include "lint/base/punctuation_table.h"
#include "lint/base/symbol_table.h"
#include "lint/base/utf8.h"
#include "lint/base/word_table.h"

bool code_point_is_punctuation(uint32_t code_point)
{
    if (code_point < 0x80)
        return is_ascii_punctuation((int)code_point);
    return code_ranges_contain(punctuation, sizeof(punctuation) / sizeof(punctuation[0]),
                               code_point);
}

bool code_point_is_mark(uint32_t code_point)
{
    return code_point_is_punctuation(code_point) ||
           code_ranges_contain(symbols, sizeof(symbols) / sizeof(symbols[0]), code_point);
}

bool code_point_is_word(uint32_t code_point)
{
    if (code_point < 0x80)
        return is_ascii_word((int)code_point);
    return code_ranges_contain(words, sizeof(words) / sizeof(words[0]), code_point);
}
