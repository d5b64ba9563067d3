/* columns.c - how wide a text is in an editor */

#include "lint/document/columns.h"

#include "lint/base/utf8.h"
#include "lint/terminal/width.h"

enum {
    JOINER = 0x200D,         /* ZERO WIDTH JOINER */
    EMOJI_SELECTOR = 0xFE0F, /* VARIATION SELECTOR-16 */
    KEYCAP = 0x20E3,
};

static bool in_range(uint32_t code_point, uint32_t first, uint32_t last)
{
    return code_point >= first && code_point <= last;
}

static bool is_control(uint32_t code_point)
{
    return code_point < 0x20 || in_range(code_point, 0x7F, 0x9F);
}

/* Enough of Unicode's Emoji property: what a selector or a skin tone makes a picture. */
static bool is_pictograph(uint32_t code_point)
{
    return code_point == 0xA9 || code_point == 0xAE || code_point == 0x203C ||
           code_point == 0x2049 || code_point == 0x2122 || code_point == 0x2139 ||
           in_range(code_point, 0x2190, 0x2BFF) || in_range(code_point, 0x3030, 0x303D) ||
           in_range(code_point, 0x3297, 0x3299) || code_point >= 0x1F000;
}

static bool is_flag_letter(uint32_t code_point)
{
    return in_range(code_point, 0x1F1E6, 0x1F1FF);
}

static bool is_skin_tone(uint32_t code_point)
{
    return in_range(code_point, 0x1F3FB, 0x1F3FF);
}

/* A vowel sign of Thai or Lao that belongs to the letter before it. */
static bool is_vowel_sign(uint32_t code_point)
{
    return code_point == 0xE33 || code_point == 0xEB3;
}

static unsigned own_columns(uint32_t code_point)
{
    if (is_control(code_point))
        return 0;
    if (is_flag_letter(code_point))
        return 1;
    return is_skin_tone(code_point) ? 2 : code_point_width(code_point);
}

/* What is drawn in one place. */
struct cluster {
    uint32_t base;
    uint32_t last; /* its last code point */
    unsigned columns;
};

/* Takes the next code point into the cluster; false when it starts the next one. */
static bool cluster_add(struct cluster *cluster, uint32_t next)
{
    if (is_flag_letter(next) && is_flag_letter(cluster->last)) {
        cluster->columns = 2;
        next = 0; /* a third letter starts the next flag */
    } else if (is_skin_tone(next) && is_pictograph(cluster->base)) {
        cluster->columns = 2;
    } else if (cluster->last == JOINER && is_pictograph(cluster->base) &&
               is_pictograph(next)) {
        /* one picture of several */
    } else if (is_control(next) || (own_columns(next) != 0 && !is_vowel_sign(next))) {
        return false;
    }
    if ((next == EMOJI_SELECTOR && is_pictograph(cluster->base)) ||
        (next == KEYCAP && cluster->last == EMOJI_SELECTOR))
        cluster->columns = 2;
    cluster->last = next;
    return true;
}

uint32_t text_columns(struct str text)
{
    uint32_t run = (uint32_t)utf8_printable_run(text);
    uint32_t columns = run ? run - 1 : 0; /* the last one may have a sign above it */
    struct cluster cluster = {0};
    size_t len;

    if (run == text.len)
        return run;
    for (size_t at = columns; at < text.len; at += len) {
        uint32_t next = utf8_decode((struct str){text.data + at, text.len - at}, &len);

        if (at && next >= 0x80 && cluster_add(&cluster, next))
            continue;
        columns += cluster.columns;
        cluster = (struct cluster){next, next, own_columns(next)};
    }
    return columns + cluster.columns;
}
