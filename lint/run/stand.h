/* stand.h - the comment that lets a finding stand */
#ifndef LINT_RUN_STAND_H
#define LINT_RUN_STAND_H

#include <stdbool.h>

#include "lint/run/rounds.h"

/*
 * The edits that add a comment which hides this finding, and others of its rule on the
 * line: in its table cell, above it, beside it, or around the code that it is in; in
 * front matter as well. Each is tried. False when no such comment has a place there, as
 * in JSON or the text of MDX: it would hide or show something else, or change what the
 * article says. In the arena.
 */
bool stand_edits(const struct mending *mending, const struct version *version,
                 const struct diagnostic *found, struct arena *arena,
                 struct applied_edits *edits);

#endif
