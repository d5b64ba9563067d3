/* content.h - the text of one leaf block, and where it stands in the file */
#ifndef LINT_MARKDOWN_CONTENT_H
#define LINT_MARKDOWN_CONTENT_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/span.h"
#include "lint/base/str.h"

/* A piece of content that stands in one piece in the file. */
struct segment {
    uint32_t at;     /* where it starts in the content */
    uint32_t source; /* where it starts in the file */
    uint32_t limit;  /* where it ends in the file */
    bool odd;        /* not the same bytes: these mean one thing together, or nothing */
};

/*
 * The inline content of a paragraph, heading or table cell: its lines without
 * what stands before them (>, list indent), joined by LF. Content and file differ
 * at line starts, at NUL bytes (three bytes of content: U+FFFD) and, in table
 * cells, where \| has become |.
 *
 * Offsets into content are called `at`; the functions below give file offsets.
 */
struct content {
    struct arena *arena;
    struct str text; /* ended by a NUL that len does not count */
    struct segment *segments;
    uint32_t count;
    uint32_t capacity;
    uint32_t last; /* segment that was looked up last: look-ups go forward */
};

/* Starts over with other text; the segments are added next, in order. */
void content_start(struct content *content, struct str text);

/* What follows from `at` on is the file's text from source up to limit. */
void content_add(struct content *content, uint32_t at, uint32_t source, uint32_t limit);

/* What follows from `at` on has other bytes in the file, or (empty span) none. */
void content_add_odd(struct content *content, uint32_t at, struct span source);

/* Where the byte `at` stands in the file. */
uint32_t content_source(struct content *content, uint32_t at);

/* Where text that ends at `end` (exclusive, not 0) ends in the file. */
uint32_t content_source_end(struct content *content, uint32_t end);

/* The file's bytes of content from start to end; an empty span when start == end. */
struct span content_span(struct content *content, uint32_t start, uint32_t end);

/* Is the byte one that the file does not have? */
bool content_is_absent(struct content *content, uint32_t at);

/* Does the text from start to end (not empty) stand in the file as it is? */
bool content_is_plain(struct content *content, uint32_t start, uint32_t end);

/* The same in one look-up, for text of which no byte is absent: then *span is where. */
bool content_is_at(struct content *content, uint32_t start, uint32_t end,
                   struct span *span);

#endif
