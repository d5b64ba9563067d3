/* limits.c - what a run may take: its options */

#include "lint/command/limits.h"

enum {
    MAX_TIMEOUT = 3600,
    MIN_MEMORY = 16,
    MAX_MEMORY = 65536,
    CONFIG_SHARE = 8, /* of the memory of a file: configs are small */
    MIN_CONFIGS = 16, /* MiB */
};

const struct cli_option limits_jobs = {
    .name = "jobs",
    .letter = 'j',
    .type = CLI_NUMBER,
    .argument = "N",
    .minimum = 1,
    .maximum = POOL_MAX_JOBS,
    .help = "files checked at once (number of processors)",
};

const struct cli_option limits_timeout = {
    .name = "timeout",
    .type = CLI_NUMBER,
    .argument = "SECONDS",
    .minimum = 1,
    .maximum = MAX_TIMEOUT,
    .help = "processor time a file may take (10); 4 times by the clock",
};

const struct cli_option limits_memory = {
    .name = "memory",
    .type = CLI_NUMBER,
    .argument = "MIB",
    .minimum = MIN_MEMORY,
    .maximum = MAX_MEMORY,
    .help = "most memory for one file (1024)",
};

static size_t mib(int count)
{
    return (size_t)count * 1024 * 1024;
}

struct pool_options limits_of_workers(const struct limits *limits)
{
    return (struct pool_options){.jobs = (unsigned)limits->jobs,
                                 .deadline = (unsigned)limits->timeout,
                                 .memory = mib(limits->memory)};
}

/* MiB. */
static int config_memory(const struct limits *limits)
{
    int share = limits->memory / CONFIG_SHARE;

    return share > MIN_CONFIGS ? share : MIN_CONFIGS;
}

struct config_limits limits_of_configs(const struct limits *limits,
                                       void (*passed)(void *context), void *context)
{
    return (struct config_limits){.memory = mib(config_memory(limits)),
                                  .seconds = (unsigned)limits->timeout,
                                  .passed = passed,
                                  .context = context};
}

struct str limits_message(struct arena *arena, const struct limits *limits)
{
    return arena_format(arena,
                        "configs, schemas and ignore files need more than %d MiB of "
                        "memory; a larger `--memory` gives them more",
                        config_memory(limits));
}
