/* display.c - text as a terminal shows it: safe to print, with known width */

#include "lint/terminal/display.h"

#include <stdio.h>

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"
#include "lint/terminal/width.h"

enum {
    SOFT_HYPHEN = 0xAD,
    JOINER = 0x200D,         /* ZERO WIDTH JOINER */
    EMOJI_SELECTOR = 0xFE0F, /* VARIATION SELECTOR-16 */
    PICTURE_OF_NUL = 0x2400, /* control pictures follow in the order of C0 */
    PICTURE_OF_DELETE = 0x2421,
};

static bool in_range(uint32_t code_point, uint32_t first, uint32_t last)
{
    return code_point >= first && code_point <= last;
}

static struct str rest_of(struct str text, size_t from)
{
    return (struct str){text.data + from, text.len - from};
}

static bool is_control(uint32_t code_point)
{
    return code_point < 0x20 || in_range(code_point, 0x7F, 0x9F);
}

/* Changes the direction of what follows: a line can be made to look like another one. */
static bool is_bidi_control(uint32_t code_point)
{
    return code_point == 0x61C || in_range(code_point, 0x200E, 0x200F) ||
           in_range(code_point, 0x202A, 0x202E) || in_range(code_point, 0x2066, 0x2069);
}

/* Has no width and joins nothing: a mistake in it could not be seen. */
static bool is_invisible(uint32_t code_point)
{
    return code_point == SOFT_HYPHEN || code_point == 0x200B ||
           in_range(code_point, 0x2028, 0x2029) || in_range(code_point, 0x2060, 0x2064) ||
           code_point == 0xFEFF || in_range(code_point, 0xE0000, 0xE007F); /* tags */
}

static bool is_safe(uint32_t code_point)
{
    return !is_control(code_point) && !is_bidi_control(code_point) &&
           !is_invisible(code_point);
}

static bool is_pictograph(uint32_t code_point)
{
    return in_range(code_point, 0x2190, 0x2BFF) || code_point >= 0x1F000;
}

static bool is_flag_letter(uint32_t code_point)
{
    return in_range(code_point, 0x1F1E6, 0x1F1FF);
}

static bool is_skin_tone(uint32_t code_point)
{
    return in_range(code_point, 0x1F3FB, 0x1F3FF);
}

static struct glyph replaced(uint32_t code_point, size_t len)
{
    struct glyph glyph = {len, 1, 0, ""};

    if (code_point < 0x20 || code_point == 0x7F) {
        uint32_t picture =
            code_point == 0x7F ? PICTURE_OF_DELETE : PICTURE_OF_NUL + code_point;

        glyph.shown_len = utf8_encode(picture, glyph.shown);
        return glyph;
    }
    glyph.shown_len =
        (size_t)snprintf(glyph.shown, sizeof(glyph.shown), "<U+%04X>", code_point);
    glyph.columns = (unsigned)glyph.shown_len;
    return glyph;
}

/* The bytes of U+200D at the start of text and of the emoji that it joins, or 0. */
static size_t joined_length(struct str text, size_t joiner_len)
{
    size_t len;

    if (text.len == joiner_len ||
        !is_pictograph(utf8_decode(rest_of(text, joiner_len), &len)))
        return 0;
    return joiner_len + len;
}

/*
 * Adds what combines with the base (enough of UAX 29's extended grapheme clusters for
 * widths). Terminals that know fewer of them draw the parts side by side; there is no way
 * to ask them.
 */
static void extend(struct glyph *glyph, uint32_t base, struct str text)
{
    bool flag = is_flag_letter(base);

    while (glyph->len < text.len && (text.data[glyph->len] & 0x80)) {
        struct str rest = rest_of(text, glyph->len);
        size_t len;
        uint32_t next = utf8_decode(rest, &len);

        if (flag && is_flag_letter(next))
            flag = false; /* two letters make a flag; a third starts the next one */
        else if (!is_safe(next) || code_point_width(next) != 0)
            return;
        else if (next == EMOJI_SELECTOR)
            glyph->columns = 2;
        else if (next == JOINER && is_pictograph(base))
            len += joined_length(rest, len) ? joined_length(rest, len) - len : 0;
        glyph->len += len;
    }
}

static struct glyph tab_glyph(unsigned column)
{
    struct glyph glyph = {1, TAB_STOP - column % TAB_STOP, 0, ""};

    glyph.shown_len = glyph.columns;
    memset(glyph.shown, ' ', glyph.columns);
    return glyph;
}

struct glyph display_glyph(struct str text, unsigned column)
{
    struct glyph glyph = {1, 1, 0, ""};
    uint32_t base;

    if (text.data[0] == '\t')
        return tab_glyph(column);
    base = utf8_decode(text, &glyph.len);
    if (!is_safe(base))
        return replaced(base, glyph.len);
    if (base == CODE_POINT_INVALID) {
        glyph.shown_len = utf8_encode(base, glyph.shown);
        return glyph;
    }
    glyph.columns = is_skin_tone(base) ? 2 : code_point_width(base);
    extend(&glyph, base, text);
    return glyph;
}

void display_add_glyph(struct buf *out, const struct glyph *glyph, struct str text)
{
    if (glyph->shown_len)
        buf_add(out, glyph->shown, glyph->shown_len);
    else
        buf_add(out, text.data, glyph->len);
}

size_t display_plain(struct str text)
{
    size_t run = utf8_printable_run(text);

    return run && run < text.len && (text.data[run] & 0x80) ? run - 1 : run;
}

unsigned display_columns(struct str text)
{
    unsigned columns = 0;

    while (text.len) {
        size_t plain = display_plain(text);
        struct glyph glyph;

        columns += (unsigned)plain;
        text = rest_of(text, plain);
        if (!text.len)
            break;
        glyph = display_glyph(text, columns);
        columns += glyph.columns;
        text = rest_of(text, glyph.len);
    }
    return columns;
}

void display_add(struct buf *out, struct str text)
{
    while (text.len) {
        size_t run = utf8_printable_run(text);
        struct glyph glyph;

        buf_add(out, text.data, run);
        text = rest_of(text, run);
        if (!text.len)
            return;
        if (text.data[0] == '\t' || is_line_end(text.data[0])) {
            buf_putc(out, ' ');
            text = rest_of(text, 1);
            continue;
        }
        glyph = display_glyph(text, 0);
        display_add_glyph(out, &glyph, text);
        text = rest_of(text, glyph.len);
    }
}

static void add_escaped_byte(struct buf *out, unsigned char byte)
{
    if (byte == '\n')
        buf_puts(out, "\\n");
    else if (byte == '\t')
        buf_puts(out, "\\t");
    else if (byte == '\r')
        buf_puts(out, "\\r");
    else
        buf_printf(out, "\\x%02x", byte);
}

/* One code point, or invalid subpart, after the printable run of a path. */
static size_t add_path_rest(struct buf *out, struct str rest)
{
    size_t len;
    uint32_t code_point = utf8_decode(rest, &len);

    if (is_safe(code_point) && code_point != CODE_POINT_INVALID) {
        buf_add(out, rest.data, len);
        return len;
    }
    for (size_t i = 0; i < len; i++)
        add_escaped_byte(out, (unsigned char)rest.data[i]);
    return len;
}

void display_add_path(struct buf *out, struct str path)
{
    while (path.len) {
        size_t run = utf8_printable_run(path);

        buf_add(out, path.data, run);
        path = rest_of(path, run);
        if (path.len)
            path = rest_of(path, add_path_rest(out, path));
    }
}
