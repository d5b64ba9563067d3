/* base.h - the commit to compare with; for the files of this folder only */
#ifndef LINT_GIT_BASE_H
#define LINT_GIT_BASE_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"

/* The merge base of rev and HEAD in the repository at root: its name in hexadecimal, in
 * the arena. Empty, with a message in *why, when git knows none. */
struct str base_of_revision(struct arena *arena, struct str root, const char *rev,
                            struct str *why);

/* The commit of the submodule at root that the commit `outer` of the repository around it
 * has. Empty when that has none: then *why is empty, unless git fails. */
struct str base_of_submodule(struct arena *arena, struct str root, struct str outer_root,
                             struct str outer, struct str *why);

/* The message that git could not do it, for these reasons. In the arena. */
struct str base_trouble(struct arena *arena, struct str words);

#endif
