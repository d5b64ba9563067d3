/* diagnostic.h - a mistake and the rule that reports it */
#ifndef LINT_SOURCE_DIAGNOSTIC_H
#define LINT_SOURCE_DIAGNOSTIC_H

#include <stdint.h>

#include "lint/source/mistake.h"

struct diagnostic {
    uint32_t rule; /* its index in the table of the run */
    struct mistake mistake;
};

/* A comment that suppresses a finding, and why, as it says after `--`, or empty. */
struct suppressor {
    struct span comment;
    struct str reason;
};

/* The findings of one file, in the order in which they were reported. */
struct diagnostics {
    struct diagnostic *items;
    uint32_t count;
    uint32_t front_matter_end; /* offset of the end of its closing fence; 0: none */
    uint32_t ignored_comments; /* that would have hidden some, or changed a rule */
    /* Those that a comment suppresses, without edits, and by the same index that comment;
     * none unless they are kept. */
    struct diagnostic *suppressed;
    struct suppressor *suppressors;
    uint32_t suppressed_count;
};

#endif
