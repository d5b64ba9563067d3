/* source.c - the bytes of one file, its lines and positions */

#include "lint/source/source.h"

#include <stdbool.h>
#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/bytes.h"
#include "lint/base/utf8.h"

enum { CONFLICT_MARKER = 7 }; /* characters; what git writes without other settings */

/* The lines found so far; it grows in the arena, where its old copies remain. */
struct line_table {
    struct arena *arena;
    struct line *lines;
    uint32_t count;
    uint32_t capacity;
};

static struct line *add_line(struct line_table *table)
{
    table->lines = arena_make_room(table->arena, table->lines, table->count,
                                   &table->capacity, sizeof(*table->lines));
    return &table->lines[table->count++];
}

static uint32_t edge_flags(const char *start, const char *end)
{
    unsigned char last = end > start ? (unsigned char)end[-1] : 'x';

    return is_ascii_space(last) || last > 0x7F ? LINE_TRAILING_SPACE : 0;
}

/* The first byte from p on that may end the line or matter to its flags; at the latest
 * the NUL at the end of the file. */
static const char *skip_text(const char *p, const char *end, unsigned flags)
{
    bool high = !(flags & LINE_NON_ASCII);

    for (; end - p >= BYTES_WIDTH; p += BYTES_WIDTH) {
        uint64_t bytes = bytes_load(p);

        uint64_t found = bytes_control(bytes) | (high ? bytes_high(bytes) : 0);

        if (found)
            return p + bytes_first(found);
    }
    while ((unsigned char)*p >= ' ' && !(high && *p & 0x80))
        p++;
    return p;
}

static unsigned flags_of(char c)
{
    if (c == '\t')
        return LINE_TAB;
    if (c == '\0')
        return LINE_NUL;
    return c & 0x80 ? LINE_NON_ASCII : 0;
}

/* The end of the line that starts at p; its flags are added on the way. */
static const char *scan_text(unsigned *flags, const char *p, const char *end)
{
    for (; p < end && is_space_or_tab(*p); p++)
        *flags |= flags_of(*p);
    if (p == end || is_line_end(*p)) {
        *flags |= LINE_BLANK;
        return p;
    }
    for (;;) {
        p = skip_text(p, end, *flags);
        if (p == end || is_line_end(*p))
            return p;
        *flags |= flags_of(*p++);
    }
}

/* Only the text up to end may be read. */
static unsigned start_flags(const char *p, const char *end)
{
    if (*p == '#')
        return LINE_HASH;
    if ((*p != '<' && *p != '>') || end - p < CONFLICT_MARKER)
        return 0;
    return memcmp(p, "<<<<<<<", CONFLICT_MARKER) == 0 ||
                   memcmp(p, ">>>>>>>", CONFLICT_MARKER) == 0
               ? LINE_ARROWS
               : 0;
}

/* Reads one line from p on: sets its end and flags, returns where the next one starts. */
static const char *scan_line(struct line *line, const char *data, const char *p,
                             const char *end)
{
    const char *start = p;
    unsigned flags = start_flags(p, end);

    p = scan_text(&flags, p, end);
    line->start = (uint32_t)(start - data);
    line->end = (uint32_t)(p - data);
    line->flags = flags | edge_flags(start, p);
    if (p < end && *p == '\r') {
        line->flags |= LINE_CR;
        p++;
        if (p < end && *p == '\n')
            p++;
    } else if (p < end) {
        p++;
    }
    return p;
}

/* The line end for inserted lines, so that a file keeps to its own. */
static struct str usual_newline(const struct source *source)
{
    uint32_t lf = 0;
    uint32_t cr = 0;
    uint32_t both = 0;

    for (uint32_t i = 0; i + 1 < source->line_count; i++) {
        if (!(source->lines[i].flags & LINE_CR))
            lf++;
        else if (source->data[source->lines[i].end + 1] == '\n')
            both++;
        else
            cr++;
    }
    if (both > lf && both >= cr)
        return STR("\r\n");
    return cr > lf ? STR("\r") : STR("\n");
}

static const uint32_t *make_marks(const struct source *source, struct arena *arena)
{
    uint32_t count = source->size / SOURCE_MARK_BYTES + 1;
    uint32_t *marks = arena_array(arena, count, sizeof(*marks));
    const struct line *lines = source->lines;
    uint32_t last = source->line_count - 1;
    uint32_t i = 0;

    for (uint32_t line = 0; line < last; line++)
        for (; i * SOURCE_MARK_BYTES < lines[line + 1].start; i++)
            marks[i] = line;
    for (; i < count; i++)
        marks[i] = last;
    return marks;
}

void source_init(struct source *source, struct arena *arena, const char *path,
                 const char *data, size_t size)
{
    uint32_t text = size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    uint32_t guess = (uint32_t)(size / 32) + 16;
    struct line_table table = {arena, NULL, 0, guess};
    const char *p = data + text;
    const char *end = data + size;
    const char *line_start;

    table.lines = arena_raw(arena, (size_t)guess * sizeof(*table.lines));
    do {
        line_start = p;
        p = scan_line(add_line(&table), data, p, end);
    } while (p < end);
    /* A final line end opens one more line. */
    if (p > line_start && is_line_end(p[-1]))
        scan_line(add_line(&table), data, p, end);
    scan_line(add_line(&table), data, end, end);
    table.count--;
    *source = (struct source){.path = path,
                              .data = data,
                              .size = (uint32_t)size,
                              .text = text,
                              .lines = table.lines,
                              .line_count = table.count};
    source->marks = make_marks(source, arena);
    source->newline = usual_newline(source);
}

struct position source_position(const struct source *source, uint32_t offset)
{
    uint32_t index = source_line(source, offset);
    const struct line *line = &source->lines[index];
    struct position position = {offset, index + 1, 1, 1, 1};
    struct str before;

    if (offset > line->end)
        offset = line->end;
    if (offset < line->start)
        return position;
    before = (struct str){source->data + line->start, offset - line->start};
    position.byte += (uint32_t)before.len;
    if (line->flags & LINE_NON_ASCII) {
        position.column += (uint32_t)utf8_code_points(before);
        position.utf16 += (uint32_t)utf8_utf16_units(before);
    } else {
        position.column += (uint32_t)before.len;
        position.utf16 += (uint32_t)before.len;
    }
    return position;
}

struct span source_line_text(const struct source *source, uint32_t line)
{
    struct span span = source_line_span(source, line);

    while (span.start < span.end && is_space_or_tab(source->data[span.start]))
        span.start++;
    while (span.end > span.start && is_space_or_tab(source->data[span.end - 1]))
        span.end--;
    return span;
}

/* Most lines are ASCII, which is known. */
static bool is_ascii(const struct source *source, uint32_t line)
{
    return !(source->lines[line].flags & LINE_NON_ASCII);
}

bool source_is_wide(const struct source *source)
{
    struct str data = {source->data, source->size};

    /* The mark of UTF-32 begins with that of UTF-16, or has NUL bytes. */
    return str_starts(data, STR("\xFF\xFE")) || str_starts(data, STR("\xFE\xFF")) ||
           (data.len && memchr(data.data, 0, data.len));
}

size_t source_line_units(const struct source *source, uint32_t line)
{
    struct str text = source_text(source, source_line_span(source, line));

    return is_ascii(source, line) ? text.len : utf8_utf16_units(text);
}

size_t source_units_end(const struct source *source, uint32_t line, size_t units)
{
    struct str text = source_text(source, source_line_span(source, line));

    if (is_ascii(source, line))
        return units < text.len ? units : text.len;
    return utf8_utf16_offset(text, units);
}

struct span source_character(const struct source *source, uint32_t offset)
{
    uint32_t start = offset;
    size_t len;

    while (start > 0 && offset - start < 3 && utf8_is_continuation(source->data[start]))
        start--;
    utf8_decode((struct str){source->data + start, source->size - start}, &len);
    if (start + len <= offset)
        return span_make(offset, offset + 1);
    return span_make(start, start + (uint32_t)len);
}

struct span source_full_line(const struct source *source, uint32_t line)
{
    uint32_t next =
        line + 1 < source->line_count ? source->lines[line + 1].start : source->size;

    return span_make(source->lines[line].start, next);
}
