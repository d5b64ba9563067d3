/* markdownlint_globs.h - lists of patterns in configs of markdownlint-cli2 */
#ifndef LINT_CONFIG_MARKDOWNLINT_GLOBS_H
#define LINT_CONFIG_MARKDOWNLINT_GLOBS_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"
#include "lint/files/glob.h"

/*
 * A pattern as micromatch has them: for the whole path of a file, from the folder of its
 * list on; a `!` before it negates it. In a walk through folders some stand for a folder
 * and all in it: `docs`, `docs/`, a final name after two stars, and what ends in two
 * stars.
 */
struct markdownlint_glob {
    const struct glob *glob;   /* for files */
    const struct glob *folder; /* for the folder that it stands for, or NULL */
    struct str text;           /* in the syntax of glob.h, with braces, without the `!` */
    bool negated;
};

struct markdownlint_globs {
    struct markdownlint_glob *items;
    uint32_t count;
    uint32_t capacity;
};

/*
 * Adds a pattern. False when it is malformed, or has what glob.h cannot say, such as
 * `!(a|b)`: then *reason is static text.
 */
bool markdownlint_globs_add(struct markdownlint_globs *list, struct str pattern,
                            struct arena *arena, const char **reason);

/* Does the list choose the file at a relative path? The last pattern that matches says
 * so; a list of negated ones alone chooses what none of them matches. */
bool markdownlint_globs_filter(const struct markdownlint_globs *list, struct str path);

/* Does the list, as patterns to ignore, leave out the file at a relative path? */
bool markdownlint_globs_ignore(const struct markdownlint_globs *list, struct str path);

/* The same for a file or folder in a walk, whose patterns do not take each other back.
 * The folders above it are not considered. */
bool markdownlint_globs_leave_out(const struct markdownlint_globs *list, struct str path,
                                  bool is_folder);

/* Does the list find the file at a relative path in a walk? A negated pattern takes away
 * what those before it find. */
bool markdownlint_globs_find(const struct markdownlint_globs *list, struct str path);

#endif
