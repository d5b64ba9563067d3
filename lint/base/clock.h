/* clock.h - time that passes, whatever the date is set to */
#ifndef LINT_BASE_CLOCK_H
#define LINT_BASE_CLOCK_H

#include <stdint.h>

/* Milliseconds of a steady clock, from any beginning; 0 when the system has none. */
uint64_t clock_steady(void);

#endif
