/* stand.h - the comment that lets a finding stand */
#ifndef LINT_RUN_STAND_H
#define LINT_RUN_STAND_H

#include <stdbool.h>

#include "lint/run/rounds.h"

/*
 * The edit that adds a comment which hides this finding, and others of its rule on the
 * line: beside it or above it, in front matter as well. False when no such comment has a
 * place there, as in code: it would hide or show something else, or change what the
 * article says. In the arena.
 */
bool stand_edit(const struct mending *mending, const struct version *version,
                const struct diagnostic *found, struct arena *arena, struct edit *edit);

#endif
