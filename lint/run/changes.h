/* changes.h - what became of a text, over several rounds of edits */
#ifndef LINT_RUN_CHANGES_H
#define LINT_RUN_CHANGES_H

#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/span.h"
#include "lint/run/fix.h"

/* What is in one span of the text before is in the other span of the text after. */
struct change {
    struct span before;
    struct span after;
};

/* In ascending order and apart; all else is the same in both texts. */
struct changes {
    struct change *items;
    uint32_t count;
};

/* Follows one more round: the edits made another text of the one that is `after` so far.
 * The new list is in the arena; what it points to in the edits is not kept. */
void changes_follow(struct changes *changes, struct applied_edits edits,
                    struct arena *arena);

#endif
