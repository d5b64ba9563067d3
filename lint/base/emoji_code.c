/* emoji_code.c - GitHub's codes for emoji, such as :tada: */

#include "lint/base/emoji_code.h"

#include "lint/base/ascii.h"

enum {
    WORD_MAX = 15,       /* letters of a code of one word */
    FIRST_WORD_MAX = 14, /* of the first of several words */
    NEXT_WORD_MAX = 16,  /* letters and digits of each of the others */
    CODE_MAX = 80,       /* bytes that are looked at */
};

/* Codes with digits and signs in other places than most. */
static bool is_odd_code(struct str name)
{
    static const char *const names[] = {
        "a",      "b",     "m",     "o",
        "v",      "x",     "+1",    "-1",
        "100",    "1234",  "8ball", "1st_place_medal",
        "e-mail", "o2",    "t-rex", "2nd_place_medal",
        "u5272",  "u5408", "u55b6", "3rd_place_medal",
        "u6307",  "u6708", "u6709", "non-potable_water",
        "u6e80",  "u7121", "u7533", "u7981",
        "u7a7a",
    };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (str_is(name, names[i]))
            return true;
    return false;
}

/* clock1, clock1230 */
static bool is_clock(struct str name)
{
    size_t at = 5;

    if (!str_starts(name, STR("clock")) || name.len == at || name.len > at + 4)
        return false;
    while (at < name.len && is_ascii_digit(name.data[at]))
        at++;
    return at == name.len;
}

/* How many letters, and digits if asked, stand at `at`. */
static size_t word_length(struct str name, size_t at, bool digits)
{
    size_t end = at;

    while (end < name.len &&
           (is_ascii_lower(name.data[end]) || (digits && is_ascii_digit(name.data[end]))))
        end++;
    return end - at;
}

/* tada, heart2, heart_eyes_cat */
static bool is_words(struct str name)
{
    size_t first = word_length(name, 0, false);
    size_t at = first;

    if (first >= 2 && first <= WORD_MAX &&
        (at == name.len || (at + 1 == name.len && name.data[at] == '2')))
        return true;
    if (!first || first > FIRST_WORD_MAX || at == name.len)
        return false;
    while (at < name.len) {
        size_t len = word_length(name, at + 1, true);

        if (name.data[at] != '_' || !len || len > NEXT_WORD_MAX)
            return false;
        at += 1 + len;
    }
    return true;
}

bool ends_in_emoji_code(struct str text)
{
    size_t end = text.len ? text.len - 1 : 0;
    size_t start = end;
    struct str name;

    if (!str_ends(text, STR(":")))
        return false;
    while (start > 0 && text.data[start - 1] != ':' && end - start < CODE_MAX)
        start--;
    if (start == 0 || text.data[start - 1] != ':')
        return false;
    name = (struct str){text.data + start, end - start};
    return is_odd_code(name) || is_clock(name) || is_words(name);
}
