/* label.h - labels of definitions, without regard to case and white space */
#ifndef LINT_MARKDOWN_LABEL_H
#define LINT_MARKDOWN_LABEL_H

#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"
#include "lint/base/str_map.h"

/* A label of more bytes is none (CommonMark 4.7 allows 999 characters; cmark counts). */
enum { LABEL_MAX = 1000 };

/*
 * A table from labels to numbers. Labels match when they are the same but for case
 * (Unicode's full folding) and for how much white space stands where (CommonMark 4.7).
 * What stands at the start of a label's later lines, a quote's > above all, is no part
 * of it.
 */
struct label_map {
    struct str_map keys; /* starts as {0} */
};

/* Adds a label, in the arena, unless it is there already. The value must not be 0. */
void labels_add(struct label_map *map, struct arena *arena, struct str label,
                uint32_t value);

/* The value of a label, or 0. */
uint32_t labels_find(const struct label_map *map, struct str label);

#endif
