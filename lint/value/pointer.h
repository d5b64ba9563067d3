/* pointer.h - JSON Pointers (RFC 6901) into trees of values */
#ifndef LINT_VALUE_POINTER_H
#define LINT_VALUE_POINTER_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/value/value.h"

/* Is text a pointer: empty, or tokens with `/` before each and no `~` except in ~0 and
 * ~1? */
bool pointer_is_valid(struct str text);

/*
 * Takes the first token off *pointer, which is not empty, and leaves it at the `/` of the
 * next one, or empty. The token, with ~0 and ~1 decoded, is in the arena.
 */
struct str pointer_next(struct arena *arena, struct str *pointer);

/* The item of a list with the index in token; NULL when token is not an index of the
 * list. */
const struct entry *pointer_item(const struct value *list, struct str token);

/* The entry that pointer leads to from value, which may be NULL; NULL when there is none,
 * or when pointer is empty and means value itself. */
const struct entry *pointer_follow(struct arena *arena, const struct value *value,
                                   struct str pointer);

/* Adds `/` and the token, with `~` and `/` escaped. */
void pointer_add(struct buf *out, struct str token);

#endif
