/* gather.c - checks the files of a run in workers, and reports their results */

#include "lint/command/gather.h"

#include <signal.h>

#include "lint/command/outcome.h"
#include "lint/command/say.h"
#include "lint/pool/interrupt.h"
#include "lint/pool/pool.h"

struct gathering {
    const struct check *check;
    const struct limits *limits;
    struct session *session;
    struct arena results;       /* of the file being reported */
    struct check_worker worker; /* in the workers only */
};

static void take_results(struct gathering *run, struct file_results *results)
{
    results_filter(&run->check->filter, results, &run->results);
    session_file(run->session, results);
    arena_reset(&run->results);
}

/* Reports the packed results of a file. False when they are not those of this file. */
static bool take_block(struct gathering *run, uint32_t index, struct str block)
{
    const struct check *check = run->check;
    struct str path = str_from(check->files[index].path);
    struct str own = results_take_block(&block);
    struct file_results results;

    if (!results_unpack(&check->codec, own, &run->results, &results) ||
        !str_equal(results.path, path))
        return false;
    if (check->settle ? !check->settle(check, index, block, &results, &run->results)
                      : block.len > 0)
        return false;
    take_results(run, &results);
    return true;
}

/* Reports one finding instead of the results that the worker did not send. */
static void give_up(struct gathering *run, const struct pool_result *result)
{
    struct str message = outcome_message(&run->results, run->limits, result);
    struct file_results results;
    enum rule_role role = ROLE_CRASHED;

    if (result->outcome == POOL_TIMED_OUT)
        role = ROLE_TIMED_OUT;
    else if (result->outcome == POOL_OUT_OF_MEMORY)
        role = ROLE_MEMORY;
    results = check_give_up(run->check, result->index, role, message, &run->results);
    take_results(run, &results);
}

static bool deliver(void *context, const struct pool_result *result)
{
    struct gathering *run = context;

    if (result->outcome != POOL_DONE || !take_block(run, result->index, result->block))
        give_up(run, result);
    return !session_is_unread(run->session) && !interrupt_signal();
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
    struct pool_options wanted = limits_of_workers(run->limits);
    struct pool_work todo = {
        .count = run->check->count, .context = run, .work = work, .deliver = deliver};
    enum pool_end end;

    if (!session->chosen.quiet && !session->asks) {
        output_begin_progress(&session->output);
        todo.progress = progress;
    }
    end = pool_run(&wanted, &todo, trouble);
    output_end_progress(&session->output);
    return end;
}

bool gather(const struct check *check, const struct limits *limits,
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
        session_fail(session, outcome_trouble(session->arena, &trouble));
    return end == POOL_FINISHED || end == POOL_STOPPED;
}
