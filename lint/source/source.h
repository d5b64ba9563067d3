/* source.h - the bytes of one file, its lines and positions */
#ifndef LINT_SOURCE_SOURCE_H
#define LINT_SOURCE_SOURCE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/span.h"
#include "lint/base/str.h"

/* Spans are 32 bits wide, and a report on a larger file would not help its author. */
enum { SOURCE_MAX_BYTES = 64 * 1024 * 1024 };

enum line_flag {
    LINE_BLANK = 1 << 0,          /* nothing but spaces and tabs */
    LINE_TRAILING_SPACE = 1 << 1, /* ends in white space or a byte above 0x7F */
    LINE_TAB = 1 << 2,            /* has a tab */
    LINE_NON_ASCII = 1 << 3,      /* has a byte above 0x7F */
    LINE_CR = 1 << 4,             /* ended by CR or CR LF */
    LINE_NUL = 1 << 5,            /* has a NUL byte */
    LINE_HASH = 1 << 6,           /* starts with # */
    LINE_ARROWS = 1 << 7,         /* starts with <<<<<<< or >>>>>>> */
};

/* Bytes from one of the lines that are known at once to the next: source_line(). */
enum { SOURCE_MARK_BYTES = 64 };

enum { LINE_FLAG_SETS = 1 << 8 }; /* sets of flags that a line can have */

/* One line. Lines end at LF, CR LF or CR (CommonMark 2.1). */
struct line {
    uint32_t start; /* first byte */
    uint32_t end;   /* one past the last byte before the line end */
    uint32_t flags; /* enum line_flag */
};

/* The path of a text that came from standard input and has no name. */
#define SOURCE_STANDARD_INPUT "<stdin>"

/*
 * A file in memory. data[size] may be read and is NUL. A byte order mark stays in data
 * but belongs to no line: line 0 starts after it. A final line end starts one more, empty
 * line, so there is always at least one line, and every offset up to and including size
 * lies on a line. lines[line_count] may be read: an empty line at size.
 */
struct source {
    const char *path; /* as the user gave it */
    const char *data;
    uint32_t size;
    uint32_t text; /* where the text starts: 3 after a byte order mark, else 0 */
    const struct line *lines;
    uint32_t line_count;
    const uint32_t *marks; /* of each SOURCE_MARK_BYTES, the line that the first is on */
    struct str newline;    /* the line end that most lines have; LF when in doubt */
};

/*
 * A place as people and editors count. All numbers are 1-based but offset, which is in
 * bytes from 0. An invalid UTF-8 subpart counts as one code point and one code unit.
 */
struct position {
    uint32_t offset;
    uint32_t line;
    uint32_t column; /* code points */
    uint32_t utf16;  /* UTF-16 code units */
    uint32_t byte;   /* bytes; like the other two, at most the end of the line */
};

/* Is the file in UTF-16 or UTF-32 by its byte order mark, or has it NUL bytes? A line end
 * of one byte is then not what programs read as one. */
bool source_is_wide(const struct source *source);

/* Indexes size bytes at data, at most SOURCE_MAX_BYTES and followed by a NUL. path and
 * data are not copied and must live as long as the source; the table of lines lives in
 * the arena. */
void source_init(struct source *source, struct arena *arena, const char *path,
                 const char *data, size_t size);

/* The index (0-based) of the line with the offset; a line end belongs to its line. */
static inline uint32_t source_line(const struct source *source, uint32_t offset)
{
    const struct line *below;
    uint32_t line;

    if (offset >= source->size)
        return source->line_count - 1;
    line = source->marks[offset / SOURCE_MARK_BYTES];
    for (below = &source->lines[line + 1]; below->start <= offset; below++)
        line++;
    return line;
}

/* The position of an offset. One inside a line end has the column of the end of its
 * line. */
struct position source_position(const struct source *source, uint32_t offset);

static inline struct str source_text(const struct source *source, struct span span)
{
    return (struct str){source->data + span.start, span.end - span.start};
}

/* Where the text, a view of the source's data, is. */
static inline struct span source_span(const struct source *source, struct str text)
{
    uint32_t start = (uint32_t)(text.data - source->data);

    return (struct span){start, start + (uint32_t)text.len};
}

/* Line without its line end. */
static inline struct span source_line_span(const struct source *source, uint32_t line)
{
    return span_make(source->lines[line].start, source->lines[line].end);
}

/* The same without the blanks around its text. */
struct span source_line_text(const struct source *source, uint32_t line);

/* The length of a line in UTF-16 code units, and the most bytes at its start that make no
 * more than so many of them: whole characters. */
size_t source_line_units(const struct source *source, uint32_t line);
size_t source_units_end(const struct source *source, uint32_t line, size_t units);

/* The character that the byte at an offset below size is part of; the byte alone where it
 * is not UTF-8. */
struct span source_character(const struct source *source, uint32_t offset);

/* Line with its line end. */
struct span source_full_line(const struct source *source, uint32_t line);

#endif
