/* diagnostic.h - a mistake and the rule that tells it */
#ifndef LINT_SOURCE_DIAGNOSTIC_H
#define LINT_SOURCE_DIAGNOSTIC_H

#include <stdint.h>

#include "lint/source/mistake.h"

struct diagnostic {
    uint32_t rule; /* its index in the table of the run */
    struct mistake mistake;
};

/* What one file gives, in the order of finding. */
struct diagnostics {
    struct diagnostic *items;
    uint32_t count;
};

#endif
