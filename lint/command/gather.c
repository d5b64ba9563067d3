/* gather.c - checks the files of a run in workers, and reports their results */

#include "lint/command/gather.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "lint/command/say.h"
#include "lint/pool/interrupt.h"
#include "lint/pool/pool.h"

enum { MIB = 1024 * 1024 };

struct gathering {
    const struct check *check;
    const struct gather_limits *limits;
    struct session *session;
    struct arena results;       /* of the file being reported */
    struct check_worker worker; /* in the workers only */
};

static void take_results(struct gathering *run, struct file_results *results)
{
    results_filter(&run->check->filter, results);
    session_file(run->session, results);
    arena_reset(&run->results);
}

/* Reports the packed results of a file. False when they are not those of this file. */
static bool take_block(struct gathering *run, uint32_t index, struct str block)
{
    struct str path = str_from(run->check->files[index].path);
    struct file_results results;

    if (!results_unpack(&run->check->codec, block, &run->results, &results) ||
        !str_equal(results.path, path))
        return false;
    take_results(run, &results);
    return true;
}

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

/* Reports one finding instead of the results that the worker did not send. */
static void give_up(struct gathering *run, const struct pool_result *result)
{
    const struct gather_limits *limits = run->limits;
    struct file_results results;
    enum rule_role role = ROLE_CRASHED;
    struct str message;

    if (result->outcome == POOL_TIMED_OUT) {
        role = ROLE_TIMED_OUT;
        message = late_message(&run->results, limits->timeout, result->waited);
    } else if (result->outcome == POOL_OUT_OF_MEMORY) {
        role = ROLE_MEMORY;
        message = memory_message(&run->results, limits->memory);
    } else {
        message = broken_message(&run->results, result);
    }
    results = check_give_up(run->check, result->index, role, message, &run->results);
    take_results(run, &results);
}

static bool deliver(void *context, const struct pool_result *result)
{
    struct gathering *run = context;

    if (result->outcome != POOL_DONE || !take_block(run, result->index, result->block))
        give_up(run, result);
    return !run->session->output.closed && !interrupt_signal();
}

static void progress(void *context, uint32_t done, uint32_t count)
{
    struct gathering *run = context;

    output_progress(&run->session->output, done, count);
}

static void work(void *context, uint32_t index, struct buf *out)
{
    struct gathering *run = context;

    check_one(run->check, index, &run->worker, out);
}

static enum pool_end run_pool(struct gathering *run, struct pool_trouble *trouble)
{
    struct session *session = run->session;
    struct pool_options wanted = {.jobs = (unsigned)run->limits->jobs,
                                  .deadline = (unsigned)run->limits->timeout,
                                  .memory = (size_t)run->limits->memory * MIB};
    struct pool_work todo = {
        .count = run->check->count, .context = run, .work = work, .deliver = deliver};
    enum pool_end end;

    if (!session->chosen.quiet) {
        output_begin_progress(&session->output);
        todo.progress = progress;
    }
    end = pool_run(&wanted, &todo, trouble);
    output_end_progress(&session->output);
    return end;
}

bool gather(const struct check *check, const struct gather_limits *limits,
            struct session *session)
{
    struct gathering run = {.check = check, .limits = limits, .session = session};
    struct pool_trouble trouble;
    enum pool_end end;

    arena_init(&run.results);
    check_worker_init(&run.worker);
    end = run_pool(&run, &trouble);
    arena_release(&run.results);
    if (end == POOL_INTERRUPTED) {
        output_abandon(&session->output);
        raise(trouble.signal);
    }
    if (end == POOL_FAILED)
        session_fail(session, arena_format(session->arena, "cannot %s: %s", trouble.what,
                                           trouble.code ? strerror(trouble.code)
                                                        : "it ends each time"));
    return end == POOL_FINISHED || end == POOL_STOPPED;
}
