/* deadline.h - how long the parent waits for a worker */
#ifndef LINT_POOL_DEADLINE_H
#define LINT_POOL_DEADLINE_H

#include <stdint.h>

#include "lint/pool/worker.h"

/*
 * A worker ends itself when its item has used up its processor time (worker_run()). One
 * that waits, is stopped or keeps its pipe uses none: the parent ends it, after
 * POOL_WAITING_DEADLINES times as long by the clock.
 *
 * All times are milliseconds of worker_clock().
 */
struct deadline {
    uint32_t length;  /* for one item, or one attempt to claim or to send; 0: no limit */
    uint32_t resumed; /* when time last started to count */
    uint32_t looked;  /* when the clock was last read */
};

/* No end. */
#define DEADLINE_NEVER UINT32_MAX

/* Starts with a limit in seconds of processor time for each item; 0: no limit. */
void deadline_start(struct deadline *deadline, unsigned seconds);

/*
 * Reads the clock, after a wait of at most that many milliseconds. When much more time
 * has passed, the parent was stopped (Ctrl-Z), as were its workers, or it waited for a
 * reader of the report. That time does not count.
 */
void deadline_look(struct deadline *deadline, uint32_t wait);

/*
 * The milliseconds that the worker has left for what its slot says: 0 when it is overdue,
 * DEADLINE_NEVER when it has nothing more to do. heard is when the parent last read from
 * its pipe or chose not to: a worker that claims or sends can be late only after that.
 */
uint32_t deadline_left(const struct deadline *deadline, const struct slot *slot,
                       uint32_t heard);

#endif
