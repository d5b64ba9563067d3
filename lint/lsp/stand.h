/* stand.h - comments that let a finding stand */
#ifndef LINT_LSP_STAND_H
#define LINT_LSP_STAND_H

#include "lint/lsp/edits.h"

/*
 * The edits that add a comment which hides the finding, and changes nothing else: on its
 * line, the line above, or around the block that it is in, whichever does it. Each is
 * tried on the text. False when none does, as in JSON, which has no comments.
 */
bool stand_edits(struct question *question, const struct result *finding,
                 struct applied_edits *edits);

#endif
