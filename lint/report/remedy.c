/* remedy.c - what a fix does, in words for the writer of the article */

#include "lint/report/remedy.h"

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"
#include "lint/report/window.h"

enum {
    /* The least room for a text: what is shorter is not recognised. */
    ROOM_MIN = 24,
    /* More edits than a writer can follow on one line. */
    EDITS_MAX = 16,
};

/* The edited lines as they should be. */
struct rewrite {
    struct buf text;
    size_t first; /* the part that differs */
    size_t last;
};

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

static bool in_excerpt(const struct result *result, const struct result_edit *edit)
{
    return edit->start >= result->excerpt_start &&
           edit->end <= result->excerpt_start + result->excerpt.len;
}

/* What the edit takes away; empty when that is not known. */
static struct str removed(const struct result *result, const struct result_edit *edit)
{
    if (!in_excerpt(result, edit))
        return STR("");
    return window_part(result->excerpt, edit->start - result->excerpt_start,
                       edit->end - result->excerpt_start);
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

/* Text in back-ticks on one line, as far as there is room. */
static void add_quoted(struct buf *out, struct str text, const struct measure *measure,
                       unsigned room)
{
    struct window window = window_choose(measure, room, false);
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

/* The edits in the order of the text. */
static void sort_edits(const struct result *result, struct result_edit *sorted)
{
    for (uint32_t i = 0; i < result->edit_count; i++) {
        uint32_t at = i;

        for (; at && sorted[at - 1].start > result->edits[i].start; at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = result->edits[i];
    }
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

static void rewrite_lines(const struct result *result, struct rewrite *rewrite)
{
    struct result_edit edits[EDITS_MAX];
    struct str text = result->excerpt;
    uint32_t base = result->excerpt_start;
    size_t done;

    sort_edits(result, edits);
    done = line_start(text, edits[0].start - base);
    rewrite->first = edits[0].start - base - done;
    for (uint32_t i = 0; i < result->edit_count; i++) {
        buf_add(&rewrite->text, text.data + done, edits[i].start - base - done);
        buf_add(&rewrite->text, edits[i].text.data, edits[i].text.len);
        done = edits[i].end - base;
    }
    rewrite->last = rewrite->text.len;
    buf_add(&rewrite->text, text.data + done, line_end(text, done) - done);
}

/* Can the lines be shown as they should be? */
static bool can_rewrite(const struct result *result)
{
    if (result->edit_count > EDITS_MAX)
        return false;
    for (uint32_t i = 0; i < result->edit_count; i++)
        if (!in_excerpt(result, &result->edits[i]))
            return false;
    return true;
}

/* "write: `…`"; false, with nothing appended, when that would be no single line. */
static bool add_line(struct buf *out, const struct result *result, unsigned room)
{
    struct rewrite rewrite = {.text = BUF_INIT};
    struct measure measure;
    bool is_line;

    if (!can_rewrite(result))
        return false;
    rewrite_lines(result, &rewrite);
    is_line = !has_line_end(buf_str(&rewrite.text)) && !is_blank(buf_str(&rewrite.text));
    if (is_line) {
        measure = window_measure(buf_str(&rewrite.text), rewrite.first, rewrite.last);
        buf_puts(out, "write: ");
        add_quoted(out, buf_str(&rewrite.text), &measure, room);
    }
    buf_release(&rewrite.text);
    return is_line;
}

static void add_deletion(struct buf *out, const struct result *result, unsigned room)
{
    const struct result_edit *edit = result->edits;
    struct str text = removed(result, edit);
    uint32_t count = edit->end - edit->start;

    if (!text.len) {
        buf_printf(out, "delete %u byte%s", count, count == 1 ? "" : "s");
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

static bool inserts_blank_line(const struct result_edit *edit)
{
    return edit->start == edit->end && is_blank_line(edit->text);
}

/* Is all that the fix does to insert blank lines? */
static bool inserts_blank_lines(const struct result *result)
{
    for (uint32_t i = 0; i < result->edit_count; i++)
        if (!inserts_blank_line(&result->edits[i]))
            return false;
    return true;
}

static void add_blank_lines(struct buf *out, const struct result *result)
{
    bool above = false;
    bool below = false;

    for (uint32_t i = 0; i < result->edit_count; i++) {
        bool before = result->edits[i].start <= result->start.offset;

        above |= before;
        below |= !before;
    }
    buf_printf(out, "insert a blank line %s%s%s", above ? "above" : "",
               above && below ? " and " : "", below ? "below" : "");
}

/* One edit by itself: where it is cannot be shown. */
static void add_edit(struct buf *out, const struct result *result, unsigned room)
{
    const struct result_edit *edit = result->edits;

    buf_puts(out, edit->start == edit->end ? "insert: " : "write: ");
    add_start(out, str_trim(edit->text), room);
}

static bool deletes_blanks(const struct result *result)
{
    return result->edit_count == 1 && !result->edits->text.len &&
           is_blank(removed(result, result->edits));
}

static void add_action(struct buf *out, const struct result *result, unsigned room)
{
    if (inserts_blank_lines(result))
        add_blank_lines(out, result);
    else if (deletes_blanks(result))
        add_deletion(out, result, room);
    else if (add_line(out, result, room))
        return;
    else if (result->edit_count > 1)
        buf_printf(out, "make %u changes", result->edit_count);
    else if (!result->edits->text.len)
        add_deletion(out, result, room);
    else
        add_edit(out, result, room);
}

void remedy_add(struct buf *out, const struct result *result, unsigned columns)
{
    static const char check[] = " (suggested, please check)";
    unsigned around = sizeof("write: ``") - 1;

    if (!result->edit_count)
        return;
    if (!result->fix_safe)
        around += sizeof(check) - 1;
    add_action(out, result, columns > around + ROOM_MIN ? columns - around : ROOM_MIN);
    if (!result->fix_safe)
        buf_puts(out, check);
}
