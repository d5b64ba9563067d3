/* uri.h - references resolved against a base (RFC 3986 5) */
#ifndef LINT_BASE_URI_H
#define LINT_BASE_URI_H

#include "lint/base/arena.h"
#include "lint/base/str.h"

/* The reference as a URI of its own, dots removed, without its fragment. */
struct str uri_resolve(struct arena *arena, struct str base, struct str reference);

/* The scheme that a URI starts with (3.1), without its colon; empty when there is none:
 * then it is a reference relative to another one, or nothing of the sort. */
struct str uri_scheme(struct str uri);

/* What stands behind the first `#`, percent-decoded; empty when there is none. */
struct str uri_fragment(struct arena *arena, struct str uri);

/* What stands before the first `#`. */
struct str uri_without_fragment(struct str uri);

/* Percent-escapes undone; broken ones stay as they are. */
struct str uri_decode(struct arena *arena, struct str text);

/* The file: URI of an absolute path, and back; an empty path when it is none. */
struct str uri_from_path(struct arena *arena, const char *path);
struct str uri_to_path(struct arena *arena, struct str uri);

#endif
