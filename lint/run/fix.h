/* fix.h - applies the fixes of diagnostics to a text */
#ifndef LINT_RUN_FIX_H
#define LINT_RUN_FIX_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/rule.h"
#include "lint/source/diagnostic.h"

/* The most rounds of finding and fixing: real texts need two. */
enum { FIX_MAX_ROUNDS = 10 };

/* Edits of one text, in ascending order and not overlapping. */
struct applied_edits {
    const struct edit *edits;
    uint32_t count;
};

/* Holds a mistake that a rule passes on to the rule's promise: removes its fix when the
 * rule promises none, and makes it unsafe when the rule does not promise safe ones. */
void fix_keep_promise(struct mistake *mistake, const struct rule *rule);

/*
 * Chooses which of the diagnostics, which all have a fix, are fixed together. A fix that
 * would change the same bytes, or insert at the same place, as an earlier one is left for
 * the next round: all edits of a diagnostic are applied, or none. Fixes with the very
 * same edits are one. Which one is earlier depends on the edits alone, never on the order
 * of rules or of reporting. Moves the diagnostics that are fixed to the front and returns
 * how many they are; *edits, in the arena, are what they do.
 */
uint32_t fix_choose(struct diagnostic *diagnostics, uint32_t count, struct arena *arena,
                    struct applied_edits *edits);

/* Appends text with the edits applied to out. */
void fix_write(struct str text, struct applied_edits edits, struct buf *out);

/* Both of these for the diagnostics that have a fix; unsafe fixes are applied only if
 * unsafe is set. Returns the number of diagnostics that were fixed. Changes the order of
 * diagnostics. */
uint32_t fix_apply(struct str text, struct diagnostic *diagnostics, uint32_t count,
                   bool unsafe, struct buf *out);

#endif
