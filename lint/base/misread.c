/* misread.c - text in UTF-8 that was read as Windows-1252 or Latin-1: mojibake */

#include "lint/base/misread.h"

#include "lint/base/ascii.h"
#include "lint/base/case_fold.h"
#include "lint/base/utf8.h"
#include "lint/base/white_space.h"

/* A character that is shown as several others, one for each of its bytes. */
struct misread {
    char bytes[4];
    size_t count;  /* of them */
    uint32_t lead; /* the first of the others, the second and the last one */
    uint32_t second;
    uint32_t last;
    size_t len; /* of the others, in bytes */
};

/* What touches each other of these. */
struct run {
    struct misread first;
    size_t count;
    size_t len;
};

static struct str rest(struct str text, size_t from)
{
    return (struct str){text.data + from, text.len - from};
}

/* The byte that Windows-1252 or Latin-1 shows as the character, or 0. */
static unsigned byte_of(uint32_t c)
{
    static const uint16_t shown[32] = {
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
        0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

    if (c <= 0xFF)
        return c;
    for (unsigned i = 0; i < 32; i++)
        if (shown[i] == c)
            return 0x80 + i;
    return 0;
}

/* How many bytes a character has that begins with this one; 0 when none does. */
static size_t bytes_wanted(unsigned lead)
{
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* What text starts with; false when that stands for no character but a control one. */
static bool read_misread(struct str text, struct misread *one)
{
    size_t wanted = 1;

    for (*one = (struct misread){0}; one->count < wanted; one->count++) {
        size_t len;
        unsigned byte;

        if (one->len == text.len)
            return false;
        one->last = utf8_decode(rest(text, one->len), &len);
        byte = byte_of(one->last);
        if (one->count == 0) {
            one->lead = one->last;
            wanted = bytes_wanted(byte);
        }
        if (!wanted || (one->count && (byte & 0xC0) != 0x80))
            return false;
        if (one->count == 1)
            one->second = one->last;
        one->bytes[one->count] = (char)byte;
        one->len += len;
    }
    return utf8_invalid((struct str){one->bytes, wanted}) == wanted &&
           !(one->lead == 0xC2 && one->last < 0xA0);
}

static struct run read_run(struct str text)
{
    struct run run = {.count = 0};
    struct misread one;

    while (read_misread(rest(text, run.len), &one)) {
        run.first = run.count++ ? run.first : one;
        run.len += one.len;
    }
    return run;
}

static bool is_small(uint32_t c)
{
    return is_ascii_lower((int)c) || (c >= 0xDF && c <= 0xFF && c != 0xF7);
}

static bool is_capital(uint32_t c)
{
    uint32_t lower[CASE_FOLD_MAX];

    return c && (case_lower(c, lower) > 1 || lower[0] != c);
}

/* May it stand right before or after a word? */
static bool touches_words(uint32_t c)
{
    static const uint16_t set[] = {0xA0,   0xAB,   0xBB,   0x2013, 0x2014, 0x2018, 0x2019,
                                   0x201C, 0x201D, 0x2026, 0x2039, 0x203A, 0x2122};

    for (size_t i = 0; i < sizeof(set) / sizeof(set[0]); i++)
        if (set[i] == c)
            return true;
    return false;
}

/* Might the two characters as well be meant, as in `CAFÉ»`? */
static bool is_doubtful(const struct misread *one, uint32_t before, uint32_t after)
{
    if (one->lead <= 0xC3)
        return touches_words(one->last) && (is_capital(before) || touches_words(before));
    if (is_small(one->lead) || one->lead == 0xD7)
        return true;
    return !is_small(before) && (!is_small(after) || touches_words(one->last));
}

/* Is the run what it looks like? Few characters are never meant when they are alone. */
static bool is_mojibake(const struct run *run, uint32_t before, uint32_t after)
{
    const struct misread *one = &run->first;

    if (run->count != 1)
        return run->count > 1;
    if (one->count == 2)
        return !is_doubtful(one, before, after);
    return one->lead == 0xEF || one->lead == 0xF0 ||
           (one->lead == 0xE2 && !touches_words(one->second));
}

size_t misread_length(struct str line, size_t at)
{
    struct run run = read_run(rest(line, at));
    struct str next = rest(line, at + run.len);
    uint32_t before = 0;
    uint32_t after = 0;
    size_t len;

    if (at)
        before = utf8_decode(utf8_last((struct str){line.data, at}), &len);
    if (next.len)
        after = utf8_decode(next, &len);
    return is_mojibake(&run, before, after) ? run.len : 0;
}

struct str misread_text(struct arena *arena, struct str misread)
{
    char *right = arena_raw(arena, misread.len);
    struct str result = {right, 0};
    struct misread one;

    for (size_t at = 0; at < misread.len && read_misread(rest(misread, at), &one);
         at += one.len) {
        struct str bytes = {one.bytes, one.count};

        if (white_space_only(bytes))
            bytes = STR(" ");
        memcpy(right + result.len, bytes.data, bytes.len);
        result.len += bytes.len;
    }
    return result;
}
