/* outcome.h - what is said of a file whose worker failed */
#ifndef LINT_COMMAND_OUTCOME_H
#define LINT_COMMAND_OUTCOME_H

#include "lint/base/arena.h"
#include "lint/command/limits.h"
#include "lint/pool/pool.h"

/* How the worker ended, or that what it sent makes no sense when it is POOL_DONE. In the
 * arena, or static text. */
struct str outcome_message(struct arena *arena, const struct limits *limits,
                           const struct pool_result *result);

/* Why the workers could not go on. In the arena. */
struct str outcome_trouble(struct arena *arena, const struct pool_trouble *trouble);

#endif
