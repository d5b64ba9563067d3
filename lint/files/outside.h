/* outside.h - links that lead out of the project */
#ifndef LINT_FILES_OUTSIDE_H
#define LINT_FILES_OUTSIDE_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"

/* Is a path neither in the folder nor in an allowed one? All are absolute, links
 * resolved. */
bool outside(struct str real, struct str folder, const struct str_list *allowed);

/*
 * Does a link in a path, which is as the user wrote it and followed by a NUL, lead out of
 * the project that the link is in? A path without links never does: naming it is
 * permission.
 * real is where the path leads, links resolved.
 */
bool outside_by_link(struct arena *arena, struct str path, struct str real,
                     const struct str_list *allowed);

#endif
