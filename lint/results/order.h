/* order.h - the diagnostics of one file in the order of its results */
#ifndef LINT_RESULTS_ORDER_H
#define LINT_RESULTS_ORDER_H

#include <stdint.h>

#include "lint/source/diagnostic.h"

/* A diagnostic in its place. */
struct ordered {
    uint64_t place; /* start and end of its span, to be compared at once */
    const struct diagnostic *diagnostic;
};

struct ordered order_entry(const struct diagnostic *diagnostic);

/*
 * Sorts by start, end, rule and the bytes of the message; of diagnostics that are alike
 * in all these the first one is kept. Returns how many there are in `ordered`, which has
 * room for all.
 */
uint32_t order_diagnostics(const struct diagnostic *items, uint32_t count,
                           struct ordered *ordered);

#endif
