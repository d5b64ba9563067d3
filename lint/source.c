/* source.c - the bytes of one file, its lines, and places in it */

#include "lint/source.h"

#include <stdbool.h>
#include <string.h>

#include "lint/utf8.h"

/* The lines found so far; grown in the arena, so old tables are left behind. */
struct line_table {
    struct arena *arena;
    struct line *lines;
    uint32_t count;
    uint32_t capacity;
};

static struct line *add_line(struct line_table *table)
{
    if (table->count == table->capacity) {
        uint32_t capacity = table->capacity * 2;
        struct line *grown = arena_raw(table->arena, (size_t)capacity * sizeof(*grown));

        memcpy(grown, table->lines, table->count * sizeof(*grown));
        table->lines = grown;
        table->capacity = capacity;
    }
    return &table->lines[table->count++];
}

static uint32_t edge_flags(const char *start, const char *end)
{
    unsigned char last = end > start ? (unsigned char)end[-1] : 'x';

    return last == ' ' || (last >= '\t' && last <= '\r') || last > 0x7F
               ? LINE_TRAILING_SPACE
               : 0;
}

/* The top bit of each byte that equals c (a classic: subtracting one borrows only from
 * zero). Bits above the first one that is set may be wrong. */
static uint64_t bytes_equal(uint64_t bytes, unsigned char c)
{
    const uint64_t ones = UINT64_MAX / 255;
    uint64_t zero = bytes ^ ones * c;

    return (zero - ones) & ~zero & ones << 7;
}

/* What the bytes of a line have in common, gathered on the way to its end. */
struct seen {
    unsigned flags;   /* LINE_TAB, LINE_NON_ASCII */
    const char *text; /* first byte that is neither space nor tab, or NULL */
};

static void look_at(struct seen *seen, const char *p)
{
    if (*p == '\t')
        seen->flags |= LINE_TAB;
    else if (*p != ' ' && !seen->text)
        seen->text = p;
    if (*p & 0x80)
        seen->flags |= LINE_NON_ASCII;
}

/* End of the line that p is in: eight bytes at once while nothing in them matters. */
static const char *scan_text(struct seen *seen, const char *p, const char *end)
{
    uint64_t bytes;

    for (; p < end && *p != '\n' && *p != '\r'; p++) {
        while (seen->text && end - p >= (ptrdiff_t)sizeof(bytes)) {
            memcpy(&bytes, p, sizeof(bytes));
            if (bytes_equal(bytes, '\n') | bytes_equal(bytes, '\r') |
                bytes_equal(bytes, '\t'))
                break;
            if (bytes & UINT64_MAX / 255 << 7)
                seen->flags |= LINE_NON_ASCII;
            p += sizeof(bytes);
        }
        if (p == end || *p == '\n' || *p == '\r')
            break;
        look_at(seen, p);
    }
    return p;
}

/* Reads one line from p on: sets its end and flags, returns where the next one starts. */
static const char *scan_line(struct line *line, const char *data, const char *p,
                             const char *end)
{
    struct seen seen = {0, NULL};
    const char *start = p;

    p = scan_text(&seen, p, end);
    line->start = (uint32_t)(start - data);
    line->end = (uint32_t)(p - data);
    line->flags = seen.flags | (seen.text ? 0 : LINE_BLANK) | edge_flags(start, p);
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

/* What inserted lines should end in, so that a file keeps its line ends. */
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
    if (p > line_start && (p[-1] == '\n' || p[-1] == '\r'))
        scan_line(add_line(&table), data, p, end);
    scan_line(add_line(&table), data, end, end);
    table.count--;
    *source = (struct source){path,        data,        (uint32_t)size, text,
                              table.lines, table.count, STR("\n")};
    source->newline = usual_newline(source);
}

uint32_t source_line(const struct source *source, uint32_t offset)
{
    uint32_t low = 0;
    uint32_t high = source->line_count;

    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;

        if (source->lines[middle].start <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

struct position source_position(const struct source *source, uint32_t offset)
{
    uint32_t index = source_line(source, offset);
    const struct line *line = &source->lines[index];
    struct position position = {offset, index + 1, 1, 1};
    struct str before;

    if (offset > line->end)
        offset = line->end;
    if (offset < line->start)
        return position;
    before = (struct str){source->data + line->start, offset - line->start};
    if (line->flags & LINE_NON_ASCII) {
        position.column += (uint32_t)utf8_code_points(before);
        position.utf16 += (uint32_t)utf8_utf16_units(before);
    } else {
        position.column += (uint32_t)before.len;
        position.utf16 += (uint32_t)before.len;
    }
    return position;
}

struct span source_full_line(const struct source *source, uint32_t line)
{
    uint32_t next =
        line + 1 < source->line_count ? source->lines[line + 1].start : source->size;

    return span_make(source->lines[line].start, next);
}
