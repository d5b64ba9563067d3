/* allowance.h - what reading configs and all that they name may take */
#ifndef LINT_CONFIG_ALLOWANCE_H
#define LINT_CONFIG_ALLOWANCE_H

#include <signal.h>
#include <sys/time.h>

#include "lint/base/arena.h"

/*
 * Configs, schemas and ignore files are read by the process that then starts the workers,
 * and may come from anyone. So they have limits together: memory, by an arena of their
 * own, and processor time, by a timer that counts while something is read.
 */
struct config_allowance {
    struct arena arena;
    struct arena_limit limit;
    struct itimerval left; /* processor time that may still be spent */
    struct sigaction before;
};

struct config_limits {
    size_t memory;    /* bytes */
    unsigned seconds; /* of processor time */
    /* Called when more memory is needed; does not return. */
    void (*passed)(void *context);
    void *context;
};

/* An allowance for one run, which must not move and is to be released. */
void allowance_init(struct config_allowance *allowance,
                    const struct config_limits *limits);
void allowance_release(struct config_allowance *allowance);

/*
 * Around what reads: not nested, and in no other thread. When the time is over in
 * between, the process says so on stderr and ends with ALLOWANCE_EXIT_STATUS. NULL:
 * nothing is counted.
 */
void allowance_begin(struct config_allowance *allowance);
void allowance_end(struct config_allowance *allowance);

/* As of everything that cannot be done. */
enum { ALLOWANCE_EXIT_STATUS = 2 };

#endif
