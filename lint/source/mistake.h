/* mistake.h - one thing that is wrong in a file, whatever found it */
#ifndef LINT_SOURCE_MISTAKE_H
#define LINT_SOURCE_MISTAKE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/span.h"
#include "lint/base/str.h"

enum severity { SEVERITY_OFF, SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

/* "note", "warning", "error"; "off" for SEVERITY_OFF. Static text. */
const char *severity_name(enum severity severity);

/* The severity with that name; false for any other word, "off" included. */
bool severity_find(struct str name, enum severity *severity);

/* How editors show what is wrong, besides its severity. */
enum mistake_tag {
    TAG_NONE,
    TAG_UNNECESSARY, /* faded: it has no effect */
    TAG_DEPRECATED,  /* struck out: it should no longer be used */
};

/* The bytes of span are replaced by text; an empty span inserts it there. */
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
 * What readers, schemas, configs and rules say about a file. The message is one sentence:
 * lower case, no full stop, what was found and what was expected, the author's text
 * quoted in back-ticks. All of it lives as long as the text that is wrong: in the arena
 * of its file, or of the run.
 */
struct mistake {
    struct span span;       /* start == end when nothing but a place is known */
    enum severity severity; /* OFF: left to whoever passes the mistake on */
    struct str message;
    struct edit *edits; /* in ascending order, not overlapping; NULL: no fix */
    uint32_t edit_count;
    uint32_t edit_capacity;
    bool fix_safe; /* the fix does not change what the text says */
    enum mistake_tag tag;
    struct related *related; /* in the order they were added; NULL: none */
};

/* A copy to be passed on, with its texts, in the arena: what is added to it is not added
 * to the original. The messages are cut by message_cut(). */
struct mistake mistake_copy(const struct mistake *mistake, struct arena *arena);

/* Adds an edit to the fix, sorted by where it starts; it must not overlap the others, and
 * text is not copied. */
void mistake_add_edit(struct mistake *mistake, struct arena *arena, struct span span,
                      struct str text);

/* Adds another place, with a sentence about it that is not copied. */
void mistake_add_related(struct mistake *mistake, struct arena *arena, struct span span,
                         struct str message);

#endif
