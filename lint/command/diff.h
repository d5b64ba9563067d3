/* diff.h - the difference between an article and what was made of it */
#ifndef LINT_COMMAND_DIFF_H
#define LINT_COMMAND_DIFF_H

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/base/str.h"
#include "lint/run/changes.h"

/*
 * Appends a unified diff, with three lines of context, that `git apply` and `patch -p1`
 * take: from `before` to `after`, which differ by the changes. The path, as it was named,
 * stands below `a/` and `b/`. Nothing when the texts are equal. Takes time with the
 * length of the texts. The arena is for scratch memory.
 */
void diff_write(struct str path, struct str before, struct str after,
                const struct changes *changes, struct arena *arena, struct buf *out);

#endif
