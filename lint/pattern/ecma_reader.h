/* ecma_reader.h - what ecma.c and ecma_class.c share; for them only */
#ifndef LINT_PATTERN_ECMA_READER_H
#define LINT_PATTERN_ECMA_READER_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/ascii.h"
#include "lint/pattern/ecma.h"

struct ecma_reader {
    struct str pattern;
    size_t at;
    unsigned flags;  /* enum regex_flag */
    struct buf *out; /* NULL: check the grammar only */
    struct regex_error *error;
    uint32_t depth;
    uint32_t group_count;              /* in the whole pattern */
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
