/* ecma.h - ECMA-262 patterns said in PCRE2's syntax */
#ifndef LINT_PATTERN_ECMA_H
#define LINT_PATTERN_ECMA_H

#include <stdbool.h>

#include "lint/base/buf.h"
#include "lint/pattern/regex.h"

/* Groups in groups: as deep as anybody writes, and safe for our stack. */
enum { ECMA_MAX_DEPTH = 200 };

/*
 * Reads pattern by the grammar of ECMA-262 22.2.1 with the u flag and adds the
 * same pattern in PCRE2's syntax to out (PCRE2_UTF and
 * PCRE2_MATCH_UNSET_BACKREF are assumed). Outside REGEX_STRICT also takes what
 * people write and engines without the flag take: `\-`, `\_` and other escaped
 * punctuation, and lone `]`, `{` and `}`. Returns false and fills *error when it
 * is not a pattern. out may be NULL to ask only that.
 */
bool ecma_translate(struct str pattern, unsigned flags, struct buf *out,
                    struct regex_error *error);

/*
 * `\p{text}` for PCRE2: knows the long names of general categories, `Script=`,
 * `Script_Extensions=` and the binary properties. False for an unknown name.
 */
bool ecma_property(struct str text, struct buf *out);

#endif
