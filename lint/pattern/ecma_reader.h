/* ecma_reader.h - what ecma.c and ecma_class.c share; for them only */
#ifndef LINT_PATTERN_ECMA_READER_H
#define LINT_PATTERN_ECMA_READER_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/ascii.h"
#include "lint/pattern/ecma.h"

/* A group that has a name. */
struct ecma_group {
    struct str name; /* a view of the pattern */
    uint32_t number; /* among all capturing groups, from 1 on */
};

/* The capturing groups of a whole pattern. */
struct ecma_groups {
    uint32_t count;           /* with those that have no name */
    struct ecma_group *names; /* sorted by name, then number */
    size_t name_count;
    size_t capacity;
};

struct ecma_reader {
    struct str pattern;
    size_t at;
    unsigned flags;  /* enum regex_flag */
    struct buf *out; /* NULL: check the grammar only */
    struct regex_error *error;
    uint32_t depth;
    struct ecma_groups groups;
    uint32_t group;                    /* opened so far */
    uint32_t open[ECMA_MAX_DEPTH + 1]; /* by depth: the group's number, 0 for others */
    uint32_t lookbehinds;              /* that are open */
};

/* What an escape or a class member stands for. */
struct ecma_atom {
    bool is_set;         /* a class, already written out */
    uint32_t code_point; /* otherwise */
};

/* Never matches, and takes a quantifier, unlike (?!). */
#define ECMA_NEVER "(?:(?!))"

/* Finds the groups of a pattern, which must live as long; to be released. */
void ecma_groups_init(struct ecma_groups *groups, struct str pattern);
void ecma_groups_release(struct ecma_groups *groups);

/* The number of the first group of that name, or 0. */
uint32_t ecma_groups_find(const struct ecma_groups *groups, struct str name);

/* Fills the error; always returns false. */
bool ecma_fail(struct ecma_reader *r, size_t offset, const char *message);

void ecma_emit(struct ecma_reader *r, const char *text);
void ecma_emit_code_point(struct ecma_reader *r, uint32_t c);

/* The next byte, or NUL at the end. */
char ecma_peek(const struct ecma_reader *r);
bool ecma_at_end(const struct ecma_reader *r);

/* Steps over text if that comes next. */
bool ecma_accept(struct ecma_reader *r, const char *text);
uint32_t ecma_next(struct ecma_reader *r);

/* What follows a backslash, inside and outside of brackets alike. */
bool ecma_escape(struct ecma_reader *r, struct ecma_atom *atom);

/* What follows `[`, up to and with its `]`. */
bool ecma_class(struct ecma_reader *r);

static inline bool ecma_is_surrogate(uint32_t c)
{
    return c >= 0xD800 && c <= 0xDFFF;
}

#endif
