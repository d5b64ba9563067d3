/* deadline.c - how long a worker may go on with its item */

#include "lint/pool/deadline.h"

enum { STOPPED_MILLISECONDS = 1000 };

void deadline_start(struct deadline *deadline, unsigned seconds)
{
    uint32_t now = worker_clock();

    *deadline = (struct deadline){seconds * 1000, now, now};
}

void deadline_look(struct deadline *deadline, uint32_t wait)
{
    uint32_t now = worker_clock();

    if (now - deadline->looked > wait + STOPPED_MILLISECONDS)
        deadline->resumed = now;
    deadline->looked = now;
}

/* Milliseconds since then, without those in which everything was stopped. */
static uint32_t elapsed(const struct deadline *deadline, uint32_t since)
{
    uint32_t now = worker_clock();
    uint32_t ago = now - since;
    uint32_t resumed_ago = now - deadline->resumed;

    /* A worker's clock can be read after ours: that is no time at all. */
    if (ago > INT32_MAX)
        return 0;
    return ago < resumed_ago ? ago : resumed_ago;
}

static uint32_t left_of(uint32_t length, uint32_t gone)
{
    return length > gone ? length - gone : 0;
}

uint32_t deadline_left(const struct deadline *deadline, pid_t pid,
                       const struct slot *slot)
{
    uint32_t gone = elapsed(deadline, atomic_load(&slot->since));
    uint32_t spent, working, waiting;

    if (!deadline->length || atomic_load(&slot->phase) != SLOT_WORKING)
        return DEADLINE_NEVER;
    /* It cannot have worked longer than that: nobody need ask the system. */
    if (gone < deadline->length || !worker_time(pid, &spent))
        return left_of(deadline->length, gone);
    working = left_of(deadline->length, spent - atomic_load(&slot->spent));
    waiting = left_of(POOL_WAITING_DEADLINES * deadline->length, gone);
    return working < waiting ? working : waiting;
}
