/* content.h - the text of one leaf block, and where it stands in the file */
#ifndef LINT_MARKDOWN_CONTENT_H
#define LINT_MARKDOWN_CONTENT_H

#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/markdown/node.h"

/* A piece of gathered text that stands in one piece in the file. */
struct piece {
    uint32_t at;      /* where it starts in the text */
    uint32_t source;  /* where it starts in the file */
    uint32_t skipped; /* bytes before it in the file that belong to its first byte */
};

/*
 * The inline content of a paragraph, heading or table cell, as one run of bytes: its
 * lines without what stands before them (>, list indent), line ends as in the file.
 * Where only blanks stand there, as nearly always, that is the file itself, and offsets
 * are the file's. Else the text is gathered in a copy, in the arena.
 */
struct content {
    struct arena *arena;
    const char *data;
    char *copy;     /* data, while text is gathered */
    uint32_t start; /* offsets into data */
    uint32_t end;
    struct piece *pieces;
    uint32_t count; /* 0: data is the file's */
    uint32_t capacity;
};

/* The file's bytes from start to end. */
void content_set(struct content *content, const char *data, struct span span);

/* Starts a copy that gets at most size bytes. */
void content_gather(struct content *content, size_t size);

/* Adds the file's bytes. skipped is how many before them belong to the first: 1 for a
 * pipe of a table's cell, whose backslash is left out. */
void content_add(struct content *content, const char *data, struct span span,
                 uint32_t skipped);

/* The bytes of content from start to end, as they stand in the file. */
struct span content_span(const struct content *content, struct span span);

/* Gives the nodes from `first` on, up to before `end`, whose spans are offsets into
 * content, the file's. What they point to has its own already. */
void content_place(const struct content *content, struct node *first,
                   const struct node *end);

#endif
