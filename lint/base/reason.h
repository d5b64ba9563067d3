/* reason.h - why something failed */
#ifndef LINT_BASE_REASON_H
#define LINT_BASE_REASON_H

#include <stdbool.h>

/* Leaves the reason, static text without capital and full stop, and returns false: the
 * last line of a function that fails. */
static inline bool fail_because(const char **reason, const char *text)
{
    *reason = text;
    return false;
}

#endif
