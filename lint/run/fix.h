/* fix.h - applies the fixes of diagnostics to a text */
#ifndef LINT_RUN_FIX_H
#define LINT_RUN_FIX_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/buf.h"
#include "lint/rule.h"
#include "lint/source/diagnostic.h"

/* The most rounds of finding and fixing: real texts need two. */
enum { FIX_MAX_ROUNDS = 10 };

/* Holds a mistake that a rule passes on to the rule's promise: removes its fix when the
 * rule promises none, and makes it unsafe when the rule does not promise safe ones. */
void fix_keep_promise(struct mistake *mistake, const struct rule *rule);

/*
 * Appends text with the fixes of the diagnostics applied to out. A fix that would change
 * the same bytes, or insert at the same place, as an earlier one (by its first edit) is
 * left for the next round: all edits of a diagnostic are applied, or none. Unsafe fixes
 * are applied only if unsafe is set. Returns the number of diagnostics that were fixed.
 * Changes the order of diagnostics.
 */
uint32_t fix_apply(struct str text, struct diagnostic *diagnostics, uint32_t count,
                   bool unsafe, struct buf *out);

#endif
