/* gather.h - checks the files of a run in workers, and reports their results */
#ifndef LINT_COMMAND_GATHER_H
#define LINT_COMMAND_GATHER_H

#include <stdbool.h>

#include "lint/command/session.h"
#include "lint/command/work.h"

/* The number of workers, and what one file may cost. */
struct gather_limits {
    int jobs;    /* worker processes; 0: as many as there are processors */
    int timeout; /* seconds of processor time */
    int memory;  /* MiB */
};

/* Checks all files in workers and passes their results to the session, which has begun. A
 * file whose worker fails gets one finding that says so. False, after saying why on
 * stderr, when the workers could not go on; a signal that ends the run ends the
 * process. */
bool gather(const struct check *check, const struct gather_limits *limits,
            struct session *session);

#endif
