/* slug.c - slugs: titles as parts of URLs */

#include "lint/schema/vocabulary/slug.h"

#include "lint/base/ascii.h"
#include "lint/base/buf.h"
#include "lint/base/utf8.h"

/* Unicode's simple lower case, for alphabets with capitals in contiguous ranges. */
static uint32_t lower(uint32_t c)
{
    if (is_ascii_upper(c) || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
        (c >= 0x391 && c <= 0x3AB) || (c >= 0x410 && c <= 0x42F))
        return c + 0x20;
    if (c >= 0x400 && c <= 0x40F)
        return c + 0x50;
    /* Latin Extended-A: pairs, even capitals first, but odd ones from 0139 to 0148 and
     * from 0179 on. */
    if (c == 0x178)
        return 0xFF;
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E))
        return c + (c & 1);
    if (c >= 0x100 && c <= 0x177 && c != 0x138 && c != 0x149 && c != 0x130)
        return c | 1;
    return c;
}

/* From U+00E0 to U+017F, small letters and capitals alike: the letter without its
 * accent; upper case stands for two letters, looked up in pairs[]. */
static const char plain[] = "aaaaaaAceeeeiiiiDnooooo.ouuuuyTy"
                            "aaaaaaccccccccddddeeeeeeeeeegggg"
                            "gggghhhhiiiiiiiiiiIIjjkkklllllll"
                            "lllnnnnnnnnnooooooOOrrrrrrssssss"
                            "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

static const char *pair_of(char letter)
{
    switch (letter) {
    case 'A':
        return "ae";
    case 'D':
        return "d";
    case 'T':
        return "th";
    case 'I':
        return "ij";
    default:
        return "oe";
    }
}

static bool add_plain(struct buf *out, uint32_t c)
{
    char letter;

    if (c == 0xDF) {
        buf_puts(out, "ss");
        return true;
    }
    if (c < 0xE0 || c > 0x17F || c == 0xF7)
        return false;
    letter = plain[c - 0xE0];
    if (is_ascii_upper(letter))
        buf_puts(out, pair_of(letter));
    else
        buf_putc(out, letter);
    return true;
}

static bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x2BC;
}

/* Emoji, and what joins them and selects their form; other symbols are punctuation. */
static bool is_emoji_part(uint32_t c)
{
    return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0xFE00 && c <= 0xFE0F);
}

static bool is_word(uint32_t c)
{
    if (c < 0x80)
        return is_ascii_lower(c) || is_ascii_digit(c);
    if (is_emoji_part(c))
        return false;
    return !code_point_is_punctuation(c) && !code_point_is_space(c) && c > 0xA0 &&
           c != CODE_POINT_INVALID;
}

struct str slug_make(struct arena *arena, struct str text, bool ascii)
{
    struct buf out = BUF_INIT;
    struct str slug;
    bool gap = false;
    size_t len;

    for (; text.len; text = (struct str){text.data + len, text.len - len}) {
        uint32_t c = lower(utf8_decode(text, &len));

        if (is_apostrophe(c))
            continue;
        if (!is_word(c)) {
            gap = out.len > 0;
            continue;
        }
        if (gap)
            buf_putc(&out, '-');
        gap = false;
        if (ascii && add_plain(&out, c))
            continue;
        out.len += utf8_encode(c, buf_reserve(&out, 4));
    }
    slug = arena_str(arena, buf_str(&out));
    buf_release(&out);
    return slug;
}
