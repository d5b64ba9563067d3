/* invisible.h - characters that nobody sees */
#ifndef LINT_BASE_INVISIBLE_H
#define LINT_BASE_INVISIBLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/str.h"

/* Several of one kind that touch each other, on one line. */
struct invisible_run {
    size_t start; /* in bytes */
    size_t end;
    uint32_t first; /* code point */
    uint32_t count;
    const char *name; /* of the kind, static: "zero-width space" */
    bool is_useful;   /* it does something here: joins letters or emoji, lets a long name
                         break, sets the direction of a line in Arabic or Hebrew, … */
};

/* Starts as {.line = …}. */
struct invisible_search {
    struct str line;
    size_t at;
    uint32_t before; /* the character that ends there; 0 at first */
    bool rtl_known;  /* what follows is known */
    bool has_rtl;    /* the line has letters that run from right to left */
};

/* The next run on the line, if there is one. All of them take time linear in the line.
 * White space is visible, as are control characters of ASCII. */
bool invisible_next(struct invisible_search *search, struct invisible_run *run);

#endif
