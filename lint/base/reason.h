/* reason.h - how a function says why it failed */
#ifndef LINT_BASE_REASON_H
#define LINT_BASE_REASON_H

#include <stdbool.h>

/* Stores the reason and returns false: the last line of a function that fails. text is
 * not copied: it is static, without capital and full stop, or strerror's, which the next
 * call of strerror() may change. */
static inline bool fail_because(const char **reason, const char *text)
{
    *reason = text;
    return false;
}

#endif
