/* glob_program.h - what struct glob is; for glob.c and glob_compile.c only */
#ifndef LINT_FILES_GLOB_PROGRAM_H
#define LINT_FILES_GLOB_PROGRAM_H

#include <stdint.h>

#include "lint/files/glob.h"

/*
 * A pattern becomes a small automaton whose states all advance together, one character of
 * the path at a time: without backtracking, a pattern like `*a*a*a*b` cannot make it
 * slow.
 */
enum step_kind {
    STEP_LITERAL, /* one character */
    STEP_ANY,     /* ? */
    STEP_CLASS,   /* [...] */
    STEP_STAR,    /* stays until a `/`, or goes on */
    STEP_DEEP,    /* stays whatever comes, or goes on */
    STEP_SPLIT,   /* goes on, and also to target, when that is not 0 */
    STEP_JUMP,    /* to target */
    STEP_MATCH,
};

struct range {
    uint32_t first;
    uint32_t last;
};

struct step {
    enum step_kind kind;
    uint32_t character;
    uint32_t target;
    const struct range *ranges; /* of a class */
    uint32_t range_count;
    bool negated;
};

struct glob {
    struct step *steps;
    uint32_t count;
    struct str prefix; /* every match starts with the prefix and ends with the */
    struct str suffix; /* suffix: nearly all paths fail here, without the automaton */
    bool literal;      /* the prefix is the whole pattern */
};

/* Takes the first character off text: a code point, or a byte that is not UTF-8. text
 * must not be empty. */
uint32_t glob_next_character(struct str *text);

#endif
