/* diagnostic.h - one thing that is wrong, and how to mend it */
#ifndef LINT_SOURCE_DIAGNOSTIC_H
#define LINT_SOURCE_DIAGNOSTIC_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/span.h"
#include "lint/base/str.h"

enum severity { SEVERITY_OFF, SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

/* "note", "warning", "error". */
const char *severity_name(enum severity severity);

/* The severity of that name; false for any other word, "off" included. */
bool severity_find(struct str name, enum severity *severity);

/* The bytes of span become text. */
struct edit {
    struct span span;
    struct str text;
};

/* Another place that explains the finding. */
struct related {
    struct span span;
    struct str message;
    struct related *next;
};

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

#endif
