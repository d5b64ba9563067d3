/* remedy.c - what a fix does, in words for the writer of the article */

#include "lint/report/remedy.h"

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"
#include "lint/report/window.h"

enum {
    MORE_COLUMNS = 20,  /* of " and 12 more changes" */
    WHERE_COLUMNS = 18, /* of " above line 12345" */
    /* The least room for a text: what is shorter is not recognised. */
    ROOM_MIN = 24,
    CUT_COLUMNS = 50,
    /* More edits than a writer can follow on one line. */
    EDITS_MAX = 16,
};

/* An edited line as it should be. */
struct rewrite {
    struct buf text;
    uint32_t edits; /* that are in it */
    size_t first;   /* the part that differs */
    size_t last;
};

static unsigned room_less(unsigned room, unsigned columns)
{
    return room > columns + ROOM_MIN ? room - columns : ROOM_MIN;
}

static bool is_blank(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!is_space_or_tab(text.data[i]) && !is_line_end(text.data[i]))
            return false;
    return true;
}

static bool has_line_end(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (is_line_end(text.data[i]))
            return true;
    return false;
}

/* A line without text: a quote goes on in it. */
static bool is_blank_line(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!is_space_or_tab(text.data[i]) && !is_line_end(text.data[i]) &&
            text.data[i] != '>')
            return false;
    return has_line_end(text);
}

static bool in_excerpt(const struct result *result, const struct edit *edit)
{
    return edit->span.start >= result->excerpt_start &&
           edit->span.end <= result->excerpt_start + result->excerpt.len;
}

/* What the edit takes away; empty when that is not known. */
static struct str removed(const struct result *result, const struct edit *edit)
{
    if (!in_excerpt(result, edit))
        return STR("");
    return window_part(result->excerpt, edit->span.start - result->excerpt_start,
                       edit->span.end - result->excerpt_start);
}

/* "1 space", "3 tabs", "2 characters" */
static void add_amount(struct buf *out, struct str text)
{
    size_t count = utf8_code_points(text);
    const char *what = "character";

    if (is_blank(text) && !has_line_end(text))
        what = memchr(text.data, '\t', text.len) ? "tab" : "space";
    if (str_is(str_from(what), "tab") && memchr(text.data, ' ', text.len))
        what = "blank";
    buf_printf(out, "%zu %s%s", count, what, count == 1 ? "" : "s");
}

/* Text in back-ticks on one line, as far as there is room: what is cut need not be more
 * than enough to recognise the place. */
static void add_quoted(struct buf *out, struct str text, const struct measure *measure,
                       unsigned room)
{
    struct window window = window_choose(
        measure, measure->total > room && room > CUT_COLUMNS ? CUT_COLUMNS : room, false);
    unsigned column = 0;

    buf_putc(out, '`');
    window_open(out, &window);
    window_add(out, text, &column, &window);
    window_close(out, &window);
    buf_putc(out, '`');
}

static void add_start(struct buf *out, struct str text, unsigned room)
{
    struct measure measure = window_measure(text, 0, 0);

    add_quoted(out, text, &measure, room);
}

static size_t line_start(struct str text, size_t offset)
{
    while (offset && !is_line_end(text.data[offset - 1]))
        offset--;
    return offset;
}

static size_t line_end(struct str text, size_t offset)
{
    while (offset < text.len && !is_line_end(text.data[offset]))
        offset++;
    return offset;
}

/* Makes the first line that is edited; false when it cannot be shown. */
static bool rewrite_line(const struct result *result, struct rewrite *rewrite)
{
    const struct edit *edits = result->edits;
    struct str text = result->excerpt;
    uint32_t base = result->excerpt_start;
    size_t done;

    if (!in_excerpt(result, &edits[0]))
        return false;
    done = line_start(text, edits[0].span.start - base);
    rewrite->first = edits[0].span.start - base - done;
    for (uint32_t i = 0; i < result->edit_count && i < EDITS_MAX; i++) {
        if (!in_excerpt(result, &edits[i]) ||
            edits[i].span.start - base > line_end(text, done))
            break;
        buf_add(&rewrite->text, text.data + done, edits[i].span.start - base - done);
        buf_add(&rewrite->text, edits[i].text.data, edits[i].text.len);
        done = edits[i].span.end - base;
        rewrite->edits++;
    }
    rewrite->last = rewrite->text.len;
    buf_add(&rewrite->text, text.data + done, line_end(text, done) - done);
    return !has_line_end(buf_str(&rewrite->text)) && !is_blank(buf_str(&rewrite->text));
}

/* "write: `…`"; false, with nothing appended, when that would be no single line. */
static bool add_line(struct buf *out, const struct result *result, unsigned room)
{
    struct rewrite rewrite = {.text = BUF_INIT};
    bool is_line = rewrite_line(result, &rewrite);

    if (is_line) {
        struct measure measure =
            window_measure(buf_str(&rewrite.text), rewrite.first, rewrite.last);
        uint32_t others = result->edit_count - rewrite.edits;

        buf_puts(out, "write: ");
        add_quoted(out, buf_str(&rewrite.text), &measure,
                   others ? room_less(room, MORE_COLUMNS) : room);
        if (others)
            buf_printf(out, " and %u more change%s", others, others == 1 ? "" : "s");
    }
    buf_release(&rewrite.text);
    return is_line;
}

/* What is deleted is not in the excerpt. */
static void add_deleted_place(struct buf *out, const struct result *result)
{
    const struct position *from = &result->edit_places->from;
    const struct position *to = &result->edit_places->to;

    if (from->line == to->line && from->column == to->column)
        buf_printf(out, "delete %u invisible bytes at %u:%u", to->offset - from->offset,
                   from->line, from->column);
    else if (from->column != 1 || to->column != 1)
        buf_printf(out, "delete the text from %u:%u to %u:%u", from->line, from->column,
                   to->line, to->column);
    else if (to->line == from->line + 1)
        buf_printf(out, "delete line %u", from->line);
    else
        buf_printf(out, "delete lines %u to %u", from->line, to->line - 1);
}

static void add_deletion(struct buf *out, const struct result *result, unsigned room)
{
    struct str text = removed(result, result->edits);

    if (!text.len) {
        add_deleted_place(out, result);
    } else if (is_blank(text) && has_line_end(text)) {
        buf_puts(out, "delete the blank lines");
    } else if (is_blank(text)) {
        buf_puts(out, "delete ");
        add_amount(out, text);
    } else {
        buf_puts(out, "delete: ");
        add_start(out, text, room);
    }
}

/* Is all that the fix does to insert blank lines? */
static bool inserts_blank_lines(const struct result *result)
{
    for (uint32_t i = 0; i < result->edit_count; i++) {
        const struct edit *edit = &result->edits[i];

        if (!span_empty(edit->span) || !is_blank_line(edit->text) ||
            result->edit_places[i].from.column != 1)
            return false;
    }
    return true;
}

static void add_blank_lines(struct buf *out, const struct result *result)
{
    bool above = false;
    bool below = false;

    for (uint32_t i = 0; i < result->edit_count; i++) {
        bool before = result->edits[i].span.start <= result->start.offset;

        above |= before;
        below |= !before;
    }
    buf_printf(out, "insert a blank line %s%s%s", above ? "above" : "",
               above && below ? " and " : "", below ? "below" : "");
}

/* One edit by itself: its line cannot be shown, or becomes several. */
static void add_edit(struct buf *out, const struct result *result, unsigned room)
{
    const struct edit *edit = result->edits;
    const struct position *from = &result->edit_places->from;
    struct str text = is_blank(edit->text) ? edit->text : str_trim(edit->text);
    const char *where = "in";

    if (is_blank(text) && has_line_end(text)) {
        buf_printf(out, "insert a line break at %u:%u", from->line, from->column);
        return;
    }
    if (from->column == 1 && is_line_end(edit->text.data[edit->text.len - 1]))
        where = "above";
    else if (is_line_end(edit->text.data[0]))
        where = "below";
    if (span_empty(edit->span))
        buf_printf(out, "insert %s line %u: ", where, from->line);
    else
        buf_printf(out, "write in line %u: ", from->line);
    add_start(out, text, room_less(room, WHERE_COLUMNS));
}

/* Blanks in place of others: a line shown with them looks as before. */
static bool replaces_blanks(const struct result *result)
{
    struct str text = removed(result, result->edits);

    return result->edit_count == 1 && text.len && is_blank(text) && !has_line_end(text) &&
           result->edits->text.len && is_blank(result->edits->text) &&
           !has_line_end(result->edits->text);
}

static void add_replacement(struct buf *out, const struct result *result)
{
    buf_puts(out, "write ");
    add_amount(out, result->edits->text);
    buf_puts(out, " for ");
    add_amount(out, removed(result, result->edits));
}

static bool deletes_blanks(const struct result *result)
{
    return result->edit_count == 1 && !result->edits->text.len &&
           is_blank(removed(result, result->edits));
}

void remedy_add(struct buf *out, const struct result *result, unsigned columns)
{
    unsigned around = sizeof("write: ``") - 1;
    unsigned room = room_less(columns, around);

    if (!result->edit_count)
        return;
    if (inserts_blank_lines(result))
        add_blank_lines(out, result);
    else if (deletes_blanks(result))
        add_deletion(out, result, room);
    else if (replaces_blanks(result))
        add_replacement(out, result);
    else if (add_line(out, result, room))
        return;
    else if (result->edit_count > 1)
        buf_printf(out, "make %u changes", result->edit_count);
    else if (!result->edits->text.len)
        add_deletion(out, result, room);
    else
        add_edit(out, result, room);
}
