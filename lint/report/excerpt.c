/* excerpt.c - draws the source lines of a finding, with its range marked underneath */

#include "lint/report/excerpt.h"

#include <stdio.h>
#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"
#include "lint/report/window.h"
#include "lint/terminal/display.h"
#include "lint/terminal/terminal.h"

/* The least room for text in columns; a narrower terminal wraps the lines. */
enum { ROOM_MIN = 24 };

/* Those of ` | `. */
enum { BAR_COLUMNS = 3 };

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

/* A range may start or end inside a glyph: all of it is marked. */
static void widen_mark(struct marked_line *line)
{
    size_t i = 0;

    while (i < line->mark_end) {
        size_t next;

        i += display_plain(window_part(line->text, i, line->text.len));
        if (i >= line->mark_end)
            return;
        next = i + display_glyph(window_part(line->text, i, line->text.len), 0).len;
        if (i < line->mark_start && line->mark_start < next)
            line->mark_start = i;
        if (line->mark_end < next)
            line->mark_end = next;
        i = next;
    }
}

/* An empty range gets one mark. */
static struct measure measure_line(const struct marked_line *line)
{
    struct measure measure = window_measure(line->text, line->mark_start, line->mark_end);

    if (measure.mark_end == measure.mark_start)
        measure.mark_end++;
    return measure;
}

/* The number of a line, or spaces for 0, and the bar. */
static void add_gutter(const struct excerpt *excerpt, uint32_t number)
{
    char digits[16];
    int len = number ? snprintf(digits, sizeof(digits), "%u", number) : 0;
    bool colour = excerpt->style->colour;

    buf_puts(excerpt->out, style_start(STYLE_DIM, colour));
    buf_repeat(excerpt->out, ' ',
               excerpt->style->indent + excerpt->gutter - (unsigned)len);
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
    window_open(out, &window);
    window_add(out, window_part(line->text, 0, line->mark_start), &column, &window);
    buf_puts(out, style_start(excerpt->mark_style, colour));
    window_add(out, window_part(line->text, line->mark_start, line->mark_end), &column,
               &window);
    buf_puts(out, style_end(colour));
    window_add(out, window_part(line->text, line->mark_end, line->text.len), &column,
               &window);
    window_close(out, &window);
    buf_putc(out, '\n');
}

/* The marks, and the remark after them when there is room; was there? */
static bool add_marks(const struct excerpt *excerpt, const struct measure *measure,
                      const struct window *window, struct str remark)
{
    struct buf *out = excerpt->out;
    unsigned before = measure->mark_start - window->first;
    unsigned end = measure->mark_end;
    bool room;

    if (window->cut_right && end > window->last)
        end = window->last;
    room =
        remark.len && end - window->first + 1 + display_columns(remark) <= excerpt->room;
    add_gutter(excerpt, 0);
    buf_repeat(out, ' ', before + 1);
    buf_puts(out, style_start(excerpt->mark_style, excerpt->style->colour));
    buf_repeat(out, '^', end - measure->mark_start);
    buf_puts(out, style_end(excerpt->style->colour));
    if (room) {
        buf_putc(out, ' ');
        buf_add(out, remark.data, remark.len);
    }
    buf_putc(out, '\n');
    return room;
}

static bool add_line(const struct excerpt *excerpt, struct marked_line *line,
                     uint32_t number, struct str remark)
{
    struct measure measure;
    struct window window;

    widen_mark(line);
    measure = measure_line(line);
    window = window_choose(&measure, excerpt->room, line->cut);

    add_gutter(excerpt, number);
    add_source(excerpt, line, window);
    /* There is nothing to mark under a blank line within a range. */
    if (!line->text.len && !remark.len)
        return false;
    return add_marks(excerpt, &measure, &window, remark);
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

static bool add_lines(const struct excerpt *excerpt, const struct result *result)
{
    uint32_t last = last_line(result);
    uint32_t number = result->start.line;
    uint32_t offset = result->excerpt_start;
    struct str rest = result->excerpt;
    size_t line_end = 1;
    bool remarked = false;

    for (; rest.len && number <= last; number++) {
        size_t len = line_length(rest, &line_end);
        struct marked_line line = {window_part(rest, 0, len), 0, 0, false};
        bool is_last = number == last || len + line_end == rest.len;

        line.mark_start = clip(result->start.offset, offset, len);
        line.mark_end = clip(result->end.offset, offset, len);
        if (number == result->start.line)
            line.cut = utf8_code_points(window_part(rest, 0, line.mark_start)) + 1 <
                       result->start.column;
        else
            line.mark_start = skip_blanks(window_part(rest, 0, line.mark_end));
        remarked =
            add_line(excerpt, &line, number, is_last ? excerpt->style->remark : STR(""));
        offset += (uint32_t)(len + line_end);
        rest = window_part(rest, len + line_end, rest.len);
    }
    if (number <= last) {
        add_gutter(excerpt, 0);
        buf_printf(excerpt->out, " … %u more line%s\n", last - number + 1,
                   last == number ? "" : "s");
    }
    return remarked;
}

bool excerpt_add(struct buf *out, const struct result *result,
                 const struct excerpt_style *style)
{
    struct excerpt excerpt = {out, style, style_of_severity(result->severity), 0, 0};
    unsigned around; /* what is beside the text, and a mark after its end */

    if (!result->excerpt.len)
        return false;
    excerpt.gutter = digits_of(last_line(result));
    around = style->indent + excerpt.gutter + BAR_COLUMNS + 1;
    excerpt.room = style->width > around + ROOM_MIN ? style->width - around : ROOM_MIN;
    return add_lines(&excerpt, result);
}
