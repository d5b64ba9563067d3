/* figure.h - the numbers that people choose for bounds; for lint/schema only */
#ifndef LINT_SCHEMA_INFER_FIGURE_H
#define LINT_SCHEMA_INFER_FIGURE_H

#include <stdint.h>

/* The next such number above, with a quarter to spare: the longest list is yet to be
 * written. */
uint64_t figure_above(uint64_t number);

/* The same below, but 0 only for 0. */
uint64_t figure_below(uint64_t number);

#endif
