/* deadline.h - how long a worker may go on with its item */
#ifndef LINT_POOL_DEADLINE_H
#define LINT_POOL_DEADLINE_H

#include <stdint.h>
#include <sys/types.h>

#include "lint/pool/worker.h"

/* All times are milliseconds of worker_clock() or, for length, of any clock. */
struct deadline {
    uint32_t length;  /* of work for one item; 0: any */
    uint32_t resumed; /* when time last began to count */
    uint32_t looked;  /* when the clock was last looked at */
};

/* No end. */
#define DEADLINE_NEVER UINT32_MAX

void deadline_start(struct deadline *deadline, unsigned seconds);

/*
 * Looks at the clock, after a wait of that many milliseconds at most. When much more time
 * has passed, the parent was stopped (Ctrl-Z), and so were its workers; or it waited for
 * a reader of the report. What passed then counts for nobody.
 */
void deadline_look(struct deadline *deadline, uint32_t wait);

/* Milliseconds that the worker may go on with what is in its slot at least: 0 when it is
 * overdue, DEADLINE_NEVER when it has nothing in hand. */
uint32_t deadline_left(const struct deadline *deadline, pid_t pid,
                       const struct slot *slot);

#endif
