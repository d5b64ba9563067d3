/* draft.h - a config that is being written */
#ifndef LINT_CONFIG_DRAFT_H
#define LINT_CONFIG_DRAFT_H

#include "lint/base/str.h"

/* Its text counts, not what is on disk, if there is anything. A view. */
struct config_draft {
    struct str path; /* absolute, links resolved; empty: there is none */
    struct str text;
};

#endif
