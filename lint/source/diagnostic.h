/* diagnostic.h - one thing that is wrong, and how to mend it */
#ifndef LINT_SOURCE_DIAGNOSTIC_H
#define LINT_SOURCE_DIAGNOSTIC_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/source/mistake.h"

/*
 * Everything lives in the file's arena. The message is one sentence: lower case,
 * no full stop, what was found and what was expected, the author's text quoted
 * with back-ticks.
 */
struct diagnostic {
    uint32_t rule; /* its index in the table of the run */
    enum severity severity;
    struct span span;
    struct str message;
    struct edit
        *edits; /* in ascending order, not overlapping; NULL when there is no fix */
    uint32_t edit_count;
    bool fix_safe;
    struct related *related; /* in the order they were added */
};

/* What one file gives, in the order of finding. */
struct diagnostics {
    struct diagnostic *items;
    uint32_t count;
};

#endif
