/* pointer.h - JSON Pointers (RFC 6901) into trees of values */
#ifndef LINT_VALUE_POINTER_H
#define LINT_VALUE_POINTER_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/value/value.h"

/* Is text a pointer: empty, or tokens with `/` before each and no `~` but in ~0 and ~1?
 */
bool pointer_is_valid(struct str text);

/*
 * Takes the first token of *pointer, which is not empty, with ~0 and ~1 undone; *pointer
 * is left at the `/` of the next one, or empty. The token is in the arena.
 */
struct str pointer_next(struct arena *arena, struct str *pointer);

/* The item of a list that a token names; NULL when it is no index or there is none. */
const struct entry *pointer_item(const struct value *list, struct str token);

/* Where pointer leads from value; NULL when it leads nowhere, or is empty. */
const struct entry *pointer_follow(struct arena *arena, const struct value *value,
                                   struct str pointer);

/* Adds `/` and the token, escaped. */
void pointer_add(struct buf *out, struct str token);

#endif
