/* outcome.c - what is said of a file whose worker failed */

#include "lint/command/outcome.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

enum { MIB = 1024 * 1024 };

/* The system kills a process that reaches its limit of processor time, with one signal or
 * another. */
static struct str killed_message(void)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_CPU, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
        return STR("checking was killed from outside, as the system does at its limit of "
                   "processor time (`ulimit -t`), or when it runs out of memory");
    return STR("checking was killed from outside, as the system does when it runs "
               "out of memory");
}

/* Is it a signal that no program sends to itself by mistake? */
static bool is_from_outside(int signal)
{
    return signal == SIGTERM || signal == SIGINT || signal == SIGHUP || signal == SIGQUIT;
}

/* The message about how the worker ended, or what it sent. */
static struct str broken_message(struct arena *arena, const struct pool_result *result)
{
    if (result->outcome == POOL_DONE || result->outcome == POOL_BROKEN)
        return STR("checking gave results that make no sense");
    if (result->signal == SIGKILL || result->signal == SIGXCPU)
        return killed_message();
    if (is_from_outside(result->signal))
        return arena_format(arena, "checking was ended from outside: %s",
                            strsignal(result->signal));
    if (result->signal)
        return arena_format(arena, "checking crashed: %s", strsignal(result->signal));
    return arena_format(arena, "checking ended early with status %d", result->status);
}

/* The message about the limit that was exceeded: processor time or time by the clock. */
static struct str late_message(struct arena *arena, int timeout, bool waited)
{
    int seconds = waited ? timeout * POOL_WAITING_DEADLINES : timeout;

    return arena_format(arena, "checking took longer than %d second%s%s", seconds,
                        seconds == 1 ? "" : "s", waited ? "" : " of processor time");
}

/* The message about the limit that was reached: stet's, or a lower one of the system. */
static struct str memory_message(struct arena *arena, int limit)
{
    size_t lower = pool_system_limit((size_t)limit * MIB);

    if (lower)
        return arena_format(arena,
                            "checking needed more memory than the system lets a process "
                            "have: %zu MiB (`ulimit`)",
                            lower / MIB);
    return arena_format(arena, "checking needed more than %d MiB of memory", limit);
}

struct str outcome_message(struct arena *arena, const struct limits *limits,
                           const struct pool_result *result)
{
    if (result->outcome == POOL_TIMED_OUT)
        return late_message(arena, limits->timeout, result->waited);
    if (result->outcome == POOL_OUT_OF_MEMORY)
        return memory_message(arena, limits->memory);
    return broken_message(arena, result);
}

struct str outcome_trouble(struct arena *arena, const struct pool_trouble *trouble)
{
    return arena_format(arena, "cannot %s: %s", trouble->what,
                        trouble->code ? strerror(trouble->code) : "it ends each time");
}
