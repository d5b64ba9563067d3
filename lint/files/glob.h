/* glob.h - patterns for paths */
#ifndef LINT_FILES_GLOB_H
#define LINT_FILES_GLOB_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"

/*
 * A compiled pattern, read-only, in an arena. The syntax is that of gitignore(5):
 *
 *   *      any run of characters but `/`
 *   ?      one character but `/`
 *   [a-z]  one of these; [!a-z] and [^a-z] one of the others; never `/`
 *   **     as a whole path component: any number of folders; at the end:
 *          everything inside
 *   \x     x itself
 *
 * and with GLOB_BRACES {one,other}, which may be nested. Characters are code points; a
 * byte that is not UTF-8 is a character of its own. Dots are not special, and case
 * counts.
 */
struct glob;

enum glob_flag { GLOB_BRACES = 1 << 0 };

/* Patterns with more steps (one for most characters) or deeper braces are refused:
 * matching takes the product of the lengths of pattern and path. */
enum { GLOB_MAX_STEPS = 1024, GLOB_MAX_BRACES = 8 };

/* NULL when pattern is malformed or too long; then *error is the reason, static text. */
const struct glob *glob_compile(struct arena *arena, struct str pattern, unsigned flags,
                                const char **error);

/* Does the pattern match the whole path? Takes time linear in the path, whatever the
 * pattern. */
bool glob_match(const struct glob *glob, struct str path);

/* Has the text characters that make it a pattern: `*`, `?`, `[` or `{`? */
bool glob_has_marks(struct str text);

#endif
