/* hunks.h - which lines changed, read from a diff; for the files of this folder only */
#ifndef LINT_GIT_HUNKS_H
#define LINT_GIT_HUNKS_H

#include "lint/base/str_map.h"
#include "lint/git/changes.h"

/*
 * Reads what `git diff-index -p -U0 --src-prefix=a/ --dst-prefix=b/` wrote, and adds a
 * struct changed_lines for each file with changed lines under its path; all of that in
 * the arena. False when it is no such diff.
 */
bool hunks_read(struct arena *arena, struct str diff, struct str_map *changed);

#endif
