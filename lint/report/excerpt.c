/* excerpt.c - draws the source lines of a finding, with its range marked underneath */

#include "lint/report/excerpt.h"

#include <stdio.h>
#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"
#include "lint/terminal/display.h"
#include "lint/terminal/terminal.h"

/* The least room for text in columns; a narrower terminal wraps the lines. */
enum { ROOM_MIN = 24 };

/* Shown where text was left out; one column wide. */
static const char ellipsis[] = "…";

struct excerpt {
    struct buf *out;
    const struct excerpt_style *style;
    enum style mark_style;
    unsigned gutter; /* columns of the line numbers */
    unsigned room;   /* columns for text */
};

/* A line and the part of it that is marked, in bytes of the line. */
struct marked_line {
    struct str text;
    size_t mark_start;
    size_t mark_end;
    bool cut; /* text before it was left out already */
};

/* The columns of a line that are drawn, from first on, before last. */
struct window {
    unsigned first;
    unsigned last;
    bool cut_left;
    bool cut_right;
};

/* Columns of the line's parts. */
struct measure {
    unsigned mark_start;
    unsigned mark_end; /* after mark_start: an empty range gets one mark */
    unsigned total;
};

static struct str part(struct str text, size_t start, size_t end)
{
    return (struct str){text.data + start, end - start};
}

/* A range may start or end inside a glyph: all of it is marked. */
static void widen_mark(struct marked_line *line)
{
    size_t i = 0;

    while (i < line->mark_end) {
        size_t next;

        i += display_plain(part(line->text, i, line->text.len));
        if (i >= line->mark_end)
            return;
        next = i + display_glyph(part(line->text, i, line->text.len), 0).len;
        if (i < line->mark_start && line->mark_start < next)
            line->mark_start = i;
        if (line->mark_end < next)
            line->mark_end = next;
        i = next;
    }
}

static struct measure measure_line(const struct marked_line *line)
{
    struct measure measure;

    measure.mark_start = display_columns(part(line->text, 0, line->mark_start));
    measure.mark_end = display_columns(part(line->text, 0, line->mark_end));
    measure.total = display_columns(line->text);
    if (measure.mark_end == measure.mark_start)
        measure.mark_end++;
    return measure;
}

/*
 * The start of the line when the mark ends in it; else the mark in the middle,
 * or, when the mark is too long for that, a third of the room before its start.
 */
static struct window choose_window(const struct measure *measure, unsigned room, bool cut)
{
    struct window window = {0, measure->total, cut, false};
    unsigned marked = measure->mark_end - measure->mark_start;
    unsigned before = marked < room / 3 ? (room - marked) / 2 : room / 3;

    if (measure->total <= room)
        return window;
    if (measure->mark_end >= room) {
        window.first = measure->mark_start -
                       (measure->mark_start < before ? measure->mark_start : before);
        if (window.first + room > measure->total)
            window.first = measure->total - room;
        window.cut_left = cut || window.first > 0;
    }
    window.last = window.first + room;
    window.cut_right = window.last < measure->total;
    return window;
}

/* Draws what is in the window of text that starts at *column, and moves on. */
static void add_plain(struct buf *out, struct str text, unsigned *column,
                      const struct window *window)
{
    unsigned start = *column;
    unsigned end = start + (unsigned)text.len;

    *column = end;
    if (start < window->first)
        start = window->first;
    if (end > window->last)
        end = window->last;
    if (start < end)
        buf_add(out, text.data + (text.len - (*column - start)), end - start);
}

static void add_glyph(struct buf *out, struct str text, const struct glyph *glyph,
                      unsigned column, const struct window *window)
{
    unsigned end = column + glyph->columns;

    if (column >= window->first && end <= window->last) {
        display_add_glyph(out, glyph, text);
        return;
    }
    /* A wide glyph on the edge: spaces keep what follows in its place. */
    if (end > window->first && column < window->first)
        buf_repeat(out, ' ', end - window->first);
}

static void add_text(struct buf *out, struct str text, unsigned *column,
                     const struct window *window)
{
    while (text.len && *column < window->last) {
        size_t plain = display_plain(text);
        struct glyph glyph;

        add_plain(out, part(text, 0, plain), column, window);
        text = part(text, plain, text.len);
        if (!text.len)
            return;
        glyph = display_glyph(text, *column);
        add_glyph(out, text, &glyph, *column, window);
        *column += glyph.columns;
        text = part(text, glyph.len, text.len);
    }
}

/* The number of a line, or spaces for 0, and the bar. */
static void add_gutter(const struct excerpt *excerpt, uint32_t number)
{
    char digits[16];
    int len = number ? snprintf(digits, sizeof(digits), "%u", number) : 0;
    bool colour = excerpt->style->colour;

    buf_puts(excerpt->out, style_start(STYLE_DIM, colour));
    buf_repeat(excerpt->out, ' ', excerpt->gutter - (unsigned)len + 2);
    buf_add(excerpt->out, digits, (size_t)len);
    buf_add(excerpt->out, " |", 2);
    buf_puts(excerpt->out, style_end(colour));
}

static void add_source(const struct excerpt *excerpt, const struct marked_line *line,
                       struct window window)
{
    struct buf *out = excerpt->out;
    bool colour = excerpt->style->colour;
    unsigned column = 0;

    if (line->text.len)
        buf_putc(out, ' ');
    if (window.cut_left) {
        buf_puts(out, ellipsis);
        window.first++;
    }
    if (window.cut_right)
        window.last--;
    add_text(out, part(line->text, 0, line->mark_start), &column, &window);
    buf_puts(out, style_start(excerpt->mark_style, colour));
    add_text(out, part(line->text, line->mark_start, line->mark_end), &column, &window);
    buf_puts(out, style_end(colour));
    add_text(out, part(line->text, line->mark_end, line->text.len), &column, &window);
    if (window.cut_right)
        buf_puts(out, ellipsis);
    buf_putc(out, '\n');
}

/*
 * The marks and the remark: after them; before them, when there is no room; or on a line
 * of its own.
 */
static void add_marks(const struct excerpt *excerpt, const struct measure *measure,
                      const struct window *window, const char *remark)
{
    struct buf *out = excerpt->out;
    unsigned before = measure->mark_start - window->first;
    unsigned end = measure->mark_end;
    unsigned len = (unsigned)strlen(remark);
    bool behind;

    if (window->cut_right && end > window->last)
        end = window->last;
    behind = end - window->first + 1 + len <= excerpt->room;
    add_gutter(excerpt, 0);
    if (len && !behind && before > len) {
        buf_repeat(out, ' ', before - len);
        style_add(excerpt->out, STYLE_DIM, excerpt->style->colour, remark);
        buf_putc(out, ' ');
        len = 0;
    } else {
        buf_repeat(out, ' ', before + 1);
    }
    buf_puts(out, style_start(excerpt->mark_style, excerpt->style->colour));
    buf_repeat(out, '^', end - measure->mark_start);
    buf_puts(out, style_end(excerpt->style->colour));
    if (len && !behind) {
        buf_putc(out, '\n');
        add_gutter(excerpt, 0);
    }
    if (len) {
        buf_putc(out, ' ');
        style_add(excerpt->out, STYLE_DIM, excerpt->style->colour, remark);
    }
    buf_putc(out, '\n');
}

static void add_line(const struct excerpt *excerpt, struct marked_line *line,
                     uint32_t number, const char *remark)
{
    struct measure measure;
    struct window window;

    widen_mark(line);
    measure = measure_line(line);
    window = choose_window(&measure, excerpt->room, line->cut);

    add_gutter(excerpt, number);
    add_source(excerpt, line, window);
    /* There is nothing to mark under a blank line within a range. */
    if (!line->text.len && !*remark)
        return;
    add_marks(excerpt, &measure, &window, remark);
}

/* Bytes of the line at the start of text, and of its line end. */
static size_t line_length(struct str text, size_t *line_end)
{
    size_t len = 0;

    while (len < text.len && text.data[len] != '\n' && text.data[len] != '\r')
        len++;
    *line_end = len < text.len;
    if (len + 1 < text.len && text.data[len] == '\r' && text.data[len + 1] == '\n')
        *line_end = 2;
    return len;
}

static size_t skip_blanks(struct str line)
{
    size_t i = 0;

    while (i < line.len && is_space_or_tab(line.data[i]))
        i++;
    return i;
}

/* A range that ends at the start of a line has nothing on that line. */
static uint32_t last_line(const struct result *result)
{
    bool before = result->end.line > result->start.line && result->end.column == 1;

    return result->end.line - before;
}

static unsigned digits_of(uint32_t number)
{
    unsigned digits = 1;

    while (number >= 10) {
        number /= 10;
        digits++;
    }
    return digits;
}

/* An offset of the file as one in the line that starts at offset line_start. */
static size_t clip(uint32_t offset, uint32_t line_start, size_t len)
{
    if (offset <= line_start)
        return 0;
    return offset - line_start < len ? offset - line_start : len;
}

static void add_lines(const struct excerpt *excerpt, const struct result *result)
{
    uint32_t last = last_line(result);
    uint32_t number = result->start.line;
    uint32_t offset = result->excerpt_start;
    struct str rest = result->excerpt;
    size_t line_end = 1;

    for (; rest.len && number <= last; number++) {
        size_t len = line_length(rest, &line_end);
        struct marked_line line = {part(rest, 0, len), 0, 0, false};
        bool is_last = number == last || len + line_end == rest.len;

        line.mark_start = clip(result->start.offset, offset, len);
        line.mark_end = clip(result->end.offset, offset, len);
        if (number == result->start.line)
            line.cut = utf8_code_points(part(rest, 0, line.mark_start)) + 1 <
                       result->start.column;
        else
            line.mark_start = skip_blanks(part(rest, 0, line.mark_end));
        add_line(excerpt, &line, number, is_last ? excerpt->style->remark : "");
        offset += (uint32_t)(len + line_end);
        rest = part(rest, len + line_end, rest.len);
    }
    if (number <= last) {
        add_gutter(excerpt, 0);
        buf_printf(excerpt->out, " … %u more line%s\n", last - number + 1,
                   last == number ? "" : "s");
    }
}

bool excerpt_add(struct buf *out, const struct result *result,
                 const struct excerpt_style *style)
{
    struct excerpt excerpt = {out, style, style_of_severity(result->severity), 0, 0};

    if (!result->excerpt.len)
        return false;
    excerpt.gutter = digits_of(last_line(result));
    /* Two spaces, the number, a space, the bar, a space; and room for a mark after the
     * end of the line. */
    excerpt.room = style->width > excerpt.gutter + 6 + ROOM_MIN
                       ? style->width - excerpt.gutter - 6
                       : ROOM_MIN;
    add_lines(&excerpt, result);
    return true;
}
