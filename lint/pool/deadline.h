/* deadline.h - how long the parent waits for a worker */
#ifndef LINT_POOL_DEADLINE_H
#define LINT_POOL_DEADLINE_H

#include <stdint.h>

#include "lint/pool/worker.h"

/*
 * A worker ends itself when its item has had all the processor time it may have
 * (worker_run()). What waits, is stopped or holds its pipe takes no such time: that the
 * parent ends, after POOL_WAITING_DEADLINES as much time by the clock.
 *
 * All times are milliseconds of worker_clock().
 */
struct deadline {
    uint32_t length;  /* of one item, or of one attempt to claim or to send; 0: any */
    uint32_t resumed; /* when time last began to count */
    uint32_t looked;  /* when the clock was last looked at */
};

/* No end. */
#define DEADLINE_NEVER UINT32_MAX

/* For items that may have so many seconds of processor time each; 0: any. */
void deadline_start(struct deadline *deadline, unsigned seconds);

/*
 * Looks at the clock, after a wait of that many milliseconds at most. When much more time
 * has passed, the parent was stopped (Ctrl-Z), and so were its workers; or it waited for
 * a reader of the report. What passed then counts for nobody.
 */
void deadline_look(struct deadline *deadline, uint32_t wait);

/*
 * Milliseconds that the worker may go on with what its slot says: 0 when it is overdue,
 * DEADLINE_NEVER when it has nothing more to do. heard is when the parent last took
 * something from its pipe or chose not to: only after that is a worker late that claims
 * or sends.
 */
uint32_t deadline_left(const struct deadline *deadline, const struct slot *slot,
                       uint32_t heard);

#endif
