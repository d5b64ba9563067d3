/* uri.h - references resolved against a base (RFC 3986 5) */
#ifndef LINT_BASE_URI_H
#define LINT_BASE_URI_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"

/* The reference resolved against base (5.2), without its fragment: in the arena, followed
 * by a NUL that len does not count. */
struct str uri_resolve(struct arena *arena, struct str base, struct str reference);

/* The scheme that a URI starts with (3.1), without its colon: a view. Empty when there is
 * none: uri is then a relative reference, or no reference at all. */
struct str uri_scheme(struct str uri);

/* The text after the first `#`, percent-decoded, in the arena; empty when there is
 * none. */
struct str uri_fragment(struct arena *arena, struct str uri);

/* The text before the first `#`, or all of it: a view. */
struct str uri_without_fragment(struct str uri);

/* Are they the same but for the case of the digits of percent escapes (6.2.2.1)? */
bool uri_is_same(struct str a, struct str b);

/* Percent-decodes text (2.1) into the arena; malformed escapes stay as they are. The
 * result is followed by a NUL that len does not count, but may contain others. */
struct str uri_decode(struct arena *arena, struct str text);

/* The file: URI of an absolute path (RFC 8089), and the path of such a URI; the path is
 * empty when uri is no file: URI without a host. */
struct str uri_from_path(struct arena *arena, const char *path);
struct str uri_to_path(struct arena *arena, struct str uri);

#endif
