/* fix.h - edits: which go together, and the text they make */
#ifndef LINT_RUN_FIX_H
#define LINT_RUN_FIX_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/buf.h"
#include "lint/rule.h"
#include "lint/source/diagnostic.h"

/* Rounds of finding and mending before stet stops: real texts are quiet after two. */
enum { FIX_MAX_ROUNDS = 10 };

/* A mistake that a rule passes on has no fix where the rule promises none, and no safe
 * one where it promises an unsafe one. */
void fix_keep_promise(struct mistake *mistake, const struct rule *rule);

/*
 * Writes text with the fixes of the diagnostics applied to out. A fix whose edits
 * would touch bytes that an earlier one (by its first edit) changes is left for
 * the next round: all edits of a diagnostic are applied, or none. Unsafe fixes
 * only when asked for. Returns the number of diagnostics that were mended. The
 * order of diagnostics is changed.
 */
uint32_t fix_apply(struct str text, struct diagnostic *diagnostics, uint32_t count,
                   bool unsafe, struct buf *out);

#endif
