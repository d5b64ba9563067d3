/* fix.h - edits: which go together, and the text they make */
#ifndef LINT_RUN_FIX_H
#define LINT_RUN_FIX_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/buf.h"
#include "lint/source/diagnostic.h"

/* Rounds of finding and mending before stet stops: real texts are quiet after two. */
enum { FIX_MAX_ROUNDS = 10 };

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
