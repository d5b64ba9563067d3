/* excerpt.c - the part of the source that is shown for a finding */

#include "lint/base/utf8.h"
#include "lint/results/results.h"

/* The bytes before the range in a window of a long line. */
enum { BYTES_BEFORE = EXCERPT_MAX_BYTES / 4 };

/* Moves a cut to the start of a character, at most by the length of one: bytes that are
 * not UTF-8 may all look like continuation bytes. */
static uint32_t cut_forward(const struct source *source, uint32_t at)
{
    for (int i = 0; i < 3 && utf8_is_continuation(source->data[at]); i++)
        at++;
    return at;
}

static uint32_t cut_back(const struct source *source, uint32_t at)
{
    uint32_t cut = at;

    for (int i = 0; i < 3 && utf8_is_continuation(source->data[cut]); i++)
        cut--;
    return cut;
}

/* The line or, when it is too long, a window of it around offset. */
static struct span part_of_line(const struct source *source, uint32_t line,
                                uint32_t offset)
{
    struct span whole = source_line_span(source, line);
    struct span part = whole;

    if (span_length(whole) <= EXCERPT_MAX_BYTES)
        return whole;
    if (offset > whole.start + BYTES_BEFORE)
        part.start = offset - BYTES_BEFORE;
    if (part.start > whole.end - EXCERPT_MAX_BYTES)
        part.start = whole.end - EXCERPT_MAX_BYTES;
    part.end = part.start + EXCERPT_MAX_BYTES;
    if (part.start > whole.start)
        part.start = cut_forward(source, part.start);
    if (part.end < whole.end)
        part.end = cut_back(source, part.end);
    return part;
}

struct span results_excerpt(const struct source *source, const struct position *start,
                            const struct position *end)
{
    uint32_t line = start->line - 1;
    uint32_t last = end->line - 1;
    struct span excerpt = part_of_line(source, line, start->offset);

    /* A range that ends at the start of a line has nothing on that line. */
    if (last > line && end->column == 1)
        last--;
    if (last >= line + EXCERPT_MAX_LINES)
        last = line + EXCERPT_MAX_LINES - 1;
    /* A line that is cut ends the excerpt: what follows would not join it. */
    while (line < last && excerpt.end == source->lines[line].end) {
        line++;
        excerpt.end = part_of_line(source, line, source->lines[line].start).end;
    }
    return excerpt;
}

struct result_context results_context(const struct source *source,
                                      const struct position *start,
                                      const struct position *end)
{
    uint32_t first = start->line > 1 ? start->line - 2 : 0;
    uint32_t last = end->line - 1;
    struct span lines;

    /* After the last line end there is no line to be seen. */
    if (end->line < source->line_count &&
        source_line_span(source, end->line).start < source->size)
        last++;
    lines.start = source_line_span(source, first).start;
    lines.end = source_line_span(source, last).end;
    if (span_length(lines) > CONTEXT_MAX_BYTES)
        lines.end = lines.start;
    return (struct result_context){first + 1, last + 1, source_text(source, lines)};
}
