/* entity.c - HTML character references in text */

#include "lint/markdown/entity.h"

#include <stdint.h>
#include <stdlib.h>

#include "lint/base/ascii.h"

enum {
    NAME_MAX_LENGTH = 32,
    DECIMAL_MAX = 7, /* digits (CommonMark 2.5) */
    HEX_MAX = 6,
};

static size_t numeric_length(struct str text)
{
    bool hex = text.len > 2 && (text.data[2] == 'x' || text.data[2] == 'X');
    size_t start = hex ? 3 : 2;
    size_t at = start;

    while (at < text.len &&
           (hex ? is_hex_digit(text.data[at]) : is_ascii_digit(text.data[at])))
        at++;
    if (at == start || at - start > (hex ? HEX_MAX : DECIMAL_MAX) || at == text.len)
        return 0;
    return text.data[at] == ';' ? at + 1 : 0;
}

size_t entity_length(struct str text)
{
    size_t at = 1;

    if (text.len < 3 || text.data[0] != '&')
        return 0;
    if (text.data[1] == '#')
        return numeric_length(text);
    while (at < text.len && at <= NAME_MAX_LENGTH &&
           (is_ascii_letter(text.data[at]) || is_ascii_digit(text.data[at])))
        at++;
    return at > 1 && at < text.len && text.data[at] == ';' ? at + 1 : 0;
}

bool entity_is_ampersand(struct str entity)
{
    char digits[HEX_MAX + DECIMAL_MAX];
    size_t len = entity.len - 3;
    bool hex = entity.len > 3 && (entity.data[2] == 'x' || entity.data[2] == 'X');

    if (entity.data[1] != '#')
        return str_is(entity, "&amp;") || str_is(entity, "&AMP;");
    if (len >= sizeof(digits))
        return false;
    memcpy(digits, entity.data + 2, len);
    digits[len] = '\0';
    return strtoul(digits + hex, NULL, hex ? 16 : 10) == '&';
}

/* Names for two code points, sorted in byte order (HTML 13.5). */
static const char *const two_code_points[] = {
    "NotEqualTilde",
    "NotGreaterFullEqual",
    "NotGreaterGreater",
    "NotGreaterSlantEqual",
    "NotHumpDownHump",
    "NotHumpEqual",
    "NotLeftTriangleBar",
    "NotLessLess",
    "NotLessSlantEqual",
    "NotNestedGreaterGreater",
    "NotNestedLessLess",
    "NotPrecedesEqual",
    "NotRightTriangleBar",
    "NotSquareSubset",
    "NotSquareSuperset",
    "NotSubset",
    "NotSucceedsEqual",
    "NotSucceedsTilde",
    "NotSuperset",
    "ThickSpace",
    "acE",
    "bne",
    "bnequiv",
    "caps",
    "cups",
    "fjlig",
    "gesl",
    "gvertneqq",
    "gvnE",
    "lates",
    "lesg",
    "lvertneqq",
    "lvnE",
    "nGg",
    "nGt",
    "nGtv",
    "nLl",
    "nLt",
    "nLtv",
    "nang",
    "napE",
    "napid",
    "nbump",
    "nbumpe",
    "ncongdot",
    "nedot",
    "nesim",
    "ngE",
    "ngeqq",
    "ngeqslant",
    "nges",
    "nlE",
    "nleqq",
    "nleqslant",
    "nles",
    "notinE",
    "notindot",
    "nparsl",
    "npart",
    "npre",
    "npreceq",
    "nrarrc",
    "nrarrw",
    "nsce",
    "nsubE",
    "nsubset",
    "nsubseteqq",
    "nsucceq",
    "nsupE",
    "nsupset",
    "nsupseteqq",
    "nvap",
    "nvge",
    "nvgt",
    "nvle",
    "nvlt",
    "nvltrie",
    "nvrtrie",
    "nvsim",
    "race",
    "smtes",
    "sqcaps",
    "sqcups",
    "varsubsetneq",
    "varsubsetneqq",
    "varsupsetneq",
    "varsupsetneqq",
    "vnsub",
    "vnsup",
    "vsubnE",
    "vsubne",
    "vsupnE",
    "vsupne",
};

static int compare_names(const void *name, const void *entry)
{
    return str_compare(*(const struct str *)name, str_from(*(const char *const *)entry));
}

int entity_code_points(struct str entity)
{
    struct str name = {entity.data + 1, entity.len - 2};
    const size_t count = sizeof(two_code_points) / sizeof(two_code_points[0]);

    return bsearch(&name, two_code_points, count, sizeof(two_code_points[0]),
                   compare_names)
               ? 2
               : 1;
}
