/* gather.h - checks the files of a run in workers, and reports their results */
#ifndef LINT_COMMAND_GATHER_H
#define LINT_COMMAND_GATHER_H

#include <stdbool.h>

#include "lint/command/limits.h"
#include "lint/command/session.h"
#include "lint/command/work.h"

/* Checks all files in workers and passes their results to the session, which has begun. A
 * file whose worker fails gets one finding that says so; many results are passed in
 * parts, and of those that turn out to be broken the good parts have been passed. False,
 * after saying why on stderr, when the workers could not go on; a signal that ends the
 * run ends the process. */
bool gather(const struct check *check, const struct limits *limits,
            struct session *session);

#endif
