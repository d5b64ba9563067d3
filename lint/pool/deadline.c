/* deadline.c - how long the parent waits for a worker */

#include "lint/pool/deadline.h"

enum { STOPPED_MILLISECONDS = 1000 };

void deadline_start(struct deadline *deadline, unsigned seconds)
{
    uint32_t now = worker_clock();

    *deadline = (struct deadline){seconds * 1000 * POOL_WAITING_DEADLINES, now, now};
}

void deadline_look(struct deadline *deadline, uint32_t wait)
{
    uint32_t now = worker_clock();

    if (now - deadline->looked > wait + STOPPED_MILLISECONDS)
        deadline->resumed = now;
    deadline->looked = now;
}

/* The milliseconds since then, without those in which everything was stopped. */
static uint32_t elapsed(const struct deadline *deadline, uint32_t since)
{
    uint32_t now = worker_clock();
    uint32_t ago = now - since;
    uint32_t resumed_ago = now - deadline->resumed;

    /* A worker may have read the clock after the parent: no time has passed. */
    if (!now || !since || ago > INT32_MAX)
        return 0;
    return ago < resumed_ago ? ago : resumed_ago;
}

uint32_t deadline_left(const struct deadline *deadline, const struct slot *slot,
                       uint32_t heard)
{
    enum slot_phase phase = (enum slot_phase)atomic_load(&slot->phase);
    uint32_t gone = elapsed(deadline, atomic_load(&slot->since));

    if (!deadline->length || phase == SLOT_FINISHED)
        return DEADLINE_NEVER;
    /* A worker that sends waits for the parent, and the parent may have waited itself. */
    if (phase != SLOT_WORKING && elapsed(deadline, heard) < gone)
        gone = elapsed(deadline, heard);
    return gone < deadline->length ? deadline->length - gone : 0;
}
