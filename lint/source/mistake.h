/* mistake.h - one thing that is wrong in a file, whoever found it */
#ifndef LINT_SOURCE_MISTAKE_H
#define LINT_SOURCE_MISTAKE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/span.h"
#include "lint/base/str.h"

enum severity { SEVERITY_OFF, SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

/* "note", "warning", "error". */
const char *severity_name(enum severity severity);

/* The severity of that name; false for any other word, "off" included. */
bool severity_find(struct str name, enum severity *severity);

/* The bytes of span become text. */
struct edit {
    struct span span;
    struct str text;
};

/* Another place that explains the mistake. */
struct related {
    struct span span;
    struct str message;
    struct related *next;
};

/*
 * What readers, schemas, configs and rules say of a file. The message is one sentence:
 * lower case, no full stop, what was found and what was expected, the author's text
 * quoted with back-ticks. All of it lives as long as the text that is wrong: in the arena
 * of its file, or of the run.
 */
struct mistake {
    struct span span;       /* start == end when nothing but a place is known */
    enum severity severity; /* OFF: whoever passes the mistake on decides */
    struct str message;
    struct edit *edits; /* in ascending order, not overlapping; NULL: no fix */
    uint32_t edit_count;
    uint32_t edit_capacity;
    bool fix_safe;           /* the fix never changes what the text says */
    struct related *related; /* in the order they were added; NULL: none */
};

/* The same mistake to be passed on: what is added to it is not added to the first, and
 * messages are cut as message_cut() does. */
struct mistake mistake_copy(const struct mistake *mistake, struct arena *arena);

/* Adds an edit to the fix, in its place among the others; text is not copied. */
void mistake_add_edit(struct mistake *mistake, struct arena *arena, struct span span,
                      struct str text);

/* Adds another place with a sentence of its own, which is not copied. */
void mistake_add_related(struct mistake *mistake, struct arena *arena, struct span span,
                         struct str message);

#endif
