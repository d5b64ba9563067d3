/* limits.h - what a run may take: its options */
#ifndef LINT_COMMAND_LIMITS_H
#define LINT_COMMAND_LIMITS_H

#include "lint/command/cli.h"
#include "lint/config/allowance.h"
#include "lint/pool/pool.h"

struct limits {
    int jobs;    /* worker processes; 0: as many as there are processors */
    int timeout; /* seconds of processor time for one file, and for all configs */
    int memory;  /* MiB for one file */
};

/* What they are when nothing is chosen: a thousand times what a file should take. */
#define LIMITS_INIT                                                                      \
    {                                                                                    \
        .timeout = 10, .memory = 1024                                                    \
    }

/* The rows of these options, for CLI_SHARED. */
extern const struct cli_option limits_jobs;
extern const struct cli_option limits_timeout;
extern const struct cli_option limits_memory;

/* The same limits for the workers. */
struct pool_options limits_of_workers(const struct limits *limits);

/* The same limits for reading configs and schemas: the time of one file, an eighth of its
 * memory. `passed` is called with context when that memory is used up; it does not
 * return. */
struct config_limits limits_of_configs(const struct limits *limits,
                                       void (*passed)(void *context), void *context);

/* The message that this memory is used up. In the arena. */
struct str limits_message(struct arena *arena, const struct limits *limits);

#endif
