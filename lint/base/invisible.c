/* invisible.c - characters that nobody sees */

#include "lint/base/invisible.h"

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"

/* Where an invisible character does something. */
enum use {
    USE_NEVER,
    USE_JOIN,    /* between characters beyond ASCII, as in Thai, Persian and emoji */
    USE_BREAK,   /* there, in long names and beside * and _, which it turns into markup */
    USE_INSIDE,  /* between any two characters */
    USE_RTL,     /* on lines in Arabic, Hebrew and so on */
    USE_MISREAD, /* after another character: that is mojibake, and to be replaced */
    USE_STYLE,   /* after an emoji, or in keycaps after a digit */
    USE_FLAG,    /* in emoji of flags */
};

struct invisible {
    uint32_t first;
    uint32_t last;
    enum use use;
    const char *name;
};

static const struct invisible table[] = {
    {0x0080, 0x009F, USE_MISREAD, "control character"},
    {0x00AD, 0x00AD, USE_INSIDE, "soft hyphen"},
    {0x034F, 0x034F, USE_JOIN, "grapheme joiner"},
    {0x061C, 0x061C, USE_RTL, "Arabic letter mark"},
    {0x115F, 0x1160, USE_JOIN, "Hangul filler"},
    {0x17B4, 0x17B5, USE_JOIN, "Khmer vowel"},
    {0x180E, 0x180E, USE_JOIN, "Mongolian vowel separator"},
    {0x200B, 0x200B, USE_BREAK, "zero-width space"},
    {0x200C, 0x200C, USE_JOIN, "zero-width non-joiner"},
    {0x200D, 0x200D, USE_JOIN, "zero-width joiner"},
    {0x200E, 0x200F, USE_RTL, "direction mark"},
    {0x2028, 0x2028, USE_NEVER, "line separator"},
    {0x2029, 0x2029, USE_NEVER, "paragraph separator"},
    {0x202A, 0x202E, USE_RTL, "direction control"},
    {0x2060, 0x2060, USE_INSIDE, "word joiner"},
    {0x2061, 0x2064, USE_NEVER, "mathematical operator"},
    {0x2066, 0x2069, USE_RTL, "direction control"},
    {0x206A, 0x206F, USE_NEVER, "deprecated control character"},
    {0x3164, 0x3164, USE_JOIN, "Hangul filler"},
    {0xFE00, 0xFE0F, USE_STYLE, "variation selector"},
    {0xFEFF, 0xFEFF, USE_NEVER, "byte order mark"},
    {0xFFA0, 0xFFA0, USE_JOIN, "Hangul filler"},
    {0xFFF9, 0xFFFC, USE_NEVER, "placeholder"},
    {0xE0000, 0xE007F, USE_FLAG, "tag character"},
};

static const struct invisible *find(uint32_t c)
{
    if (c < 0x80 || (c > 0x3164 && c < 0xFE00))
        return NULL;
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]) && c >= table[i].first; i++)
        if (c <= table[i].last)
            return &table[i];
    return NULL;
}

/* Is it no white space? */
static bool shows(uint32_t c)
{
    return c && !code_point_is_space(c);
}

static bool is_rtl(uint32_t c)
{
    return (c >= 0x0590 && c <= 0x08FF && c != 0x061C) || (c >= 0xFB1D && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) ||
           (c >= 0x1E800 && c <= 0x1EFFF);
}

static struct str rest(const struct invisible_search *search, size_t at)
{
    return (struct str){search->line.data + at, search->line.len - at};
}

static bool line_has_rtl(struct invisible_search *search)
{
    size_t len;

    for (size_t at = 0; !search->rtl_known && !search->has_rtl && at < search->line.len;
         at += len)
        search->has_rtl = is_rtl(utf8_decode(rest(search, at), &len));
    search->rtl_known = true;
    return search->has_rtl;
}

/* Scripts that show with a joiner at its end how a letter goes on: Arabic to Sinhala. */
static bool takes_joiner(uint32_t c)
{
    return c >= 0x0600 && c <= 0x0DFF;
}

static bool joins(uint32_t before, uint32_t after)
{
    return before > 0x7F && shows(before) &&
           ((after > 0x7F && shows(after)) || takes_joiner(before));
}

/* Between * or _ and a word it makes emphasis of what would be none. */
static bool breaks(uint32_t before, uint32_t after)
{
    return joins(before, after) || (is_one_of((int)before, "@#/._-*~") && shows(after)) ||
           (is_one_of((int)after, "*_~") && shows(before));
}

static bool styles(uint32_t before, uint32_t after)
{
    if (before > 0x7F)
        return shows(before);
    return after == 0x20E3 &&
           (is_ascii_digit((int)before) || is_one_of((int)before, "#*"));
}

static bool is_useful(struct invisible_search *search, const struct invisible *kind,
                      const struct invisible_run *run, uint32_t after)
{
    uint32_t before = search->before;

    switch (kind->use) {
    case USE_RTL:
        return line_has_rtl(search);
    case USE_MISREAD:
        return before > 0x7F;
    case USE_FLAG:
        return before == 0x1F3F4;
    case USE_JOIN:
        return run->count == 1 && joins(before, after);
    case USE_BREAK:
        return run->count == 1 && breaks(before, after);
    case USE_INSIDE:
        return run->count == 1 && shows(before) && shows(after);
    case USE_STYLE:
        return run->count == 1 && styles(before, after);
    default:
        return false;
    }
}

/* The run of one kind that goes on at `at`, where `after` stands at last. */
static void take_run(struct invisible_search *search, const struct invisible *kind,
                     struct invisible_run *run)
{
    uint32_t c = run->first;
    size_t len = 0;

    *run = (struct invisible_run){search->at, search->at, c, 0, kind->name, false};
    do {
        c = utf8_decode(rest(search, run->end), &len);
        if (find(c) != kind)
            break;
        run->end += len;
        run->count++;
        c = 0;
    } while (run->end < search->line.len);
    run->is_useful = is_useful(search, kind, run, c);
    search->before = run->first;
    search->at = run->end;
}

/* Past what is ASCII. */
static void skip_ascii(struct invisible_search *search)
{
    size_t len = utf8_ascii_run(rest(search, search->at));

    search->at += len;
    if (len)
        search->before = (unsigned char)search->line.data[search->at - 1];
}

bool invisible_next(struct invisible_search *search, struct invisible_run *run)
{
    size_t len;

    for (;;) {
        const struct invisible *kind;

        skip_ascii(search);
        if (search->at >= search->line.len)
            return false;
        run->first = utf8_decode(rest(search, search->at), &len);
        kind = find(run->first);
        if (kind) {
            take_run(search, kind, run);
            return true;
        }
        search->before = run->first;
        search->at += len;
    }
}
