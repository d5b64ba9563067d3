/* ecma.h - ECMA-262 patterns in PCRE2's syntax */
#ifndef LINT_PATTERN_ECMA_H
#define LINT_PATTERN_ECMA_H

#include <stdbool.h>

#include "lint/base/buf.h"
#include "lint/pattern/regex.h"

/* The deepest nesting of groups: deeper than patterns get, and safe for the stack. */
enum { ECMA_MAX_DEPTH = 200 };

/*
 * Parses pattern by the grammar of ECMA-262 22.2.1 with the u flag and appends the same
 * pattern in PCRE2's syntax to out (for PCRE2_UTF and PCRE2_MATCH_UNSET_BACKREF). Without
 * REGEX_STRICT it also accepts what engines do without the flag: `\-`, `\_` and other
 * escaped punctuation, and lone `]`, `{` and `}`. Returns false and fills *error when
 * pattern is malformed; out then ends in a part of it. out may be NULL to check pattern
 * only.
 */
bool ecma_translate(struct str pattern, unsigned flags, struct buf *out,
                    struct regex_error *error);

/*
 * Appends `\p{text}` in PCRE2's syntax to out: the long names of general categories,
 * `Script=`, `Script_Extensions=` and the binary properties (ECMA-262 22.2.2.7). False,
 * with nothing appended, for an unknown name.
 */
bool ecma_property(struct str text, struct buf *out);

#endif
