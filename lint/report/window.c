/* window.c - the stretch of a line that there is room for */

#include "lint/report/window.h"

#include "lint/terminal/display.h"

/* Shown where text was left out; one column wide. */
static const char ellipsis[] = "…";

struct measure window_measure(struct str line, size_t mark_start, size_t mark_end)
{
    struct measure measure;

    measure.mark_start = display_columns(window_part(line, 0, mark_start));
    measure.mark_end = display_columns(window_part(line, 0, mark_end));
    measure.total = display_columns(line);
    return measure;
}

struct window window_choose(const struct measure *measure, unsigned room, bool cut)
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

void window_add(struct buf *out, struct str text, unsigned *column,
                const struct window *window)
{
    while (text.len && *column < window->last) {
        size_t plain = display_plain(text);
        struct glyph glyph;

        add_plain(out, window_part(text, 0, plain), column, window);
        text = window_part(text, plain, text.len);
        if (!text.len)
            return;
        glyph = display_glyph(text, *column);
        add_glyph(out, text, &glyph, *column, window);
        *column += glyph.columns;
        text = window_part(text, glyph.len, text.len);
    }
}

void window_open(struct buf *out, struct window *window)
{
    if (window->cut_left) {
        buf_puts(out, ellipsis);
        window->first++;
    }
    if (window->cut_right)
        window->last--;
}

void window_close(struct buf *out, const struct window *window)
{
    if (window->cut_right)
        buf_puts(out, ellipsis);
}
