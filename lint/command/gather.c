/* gather.c - checks the files of a run in workers, and reports their results */

#include "lint/command/gather.h"

#include <signal.h>

#include "lint/base/memory.h"
#include "lint/command/outcome.h"
#include "lint/command/say.h"
#include "lint/pool/interrupt.h"
#include "lint/pool/pool.h"

struct gathering {
    const struct check *check;
    const struct limits *limits;
    struct session *session;
    struct arena results;       /* of the file being reported */
    bool told;                  /* some of its results have been */
    struct check_worker worker; /* in the workers only */
};

/* Results: more than most files have, and few enough for a report to be written away
 * between them. */
enum { PART = 256 };

/* Few articles need larger pieces of memory; kept, these would leave holes. */
enum { ALONE_BYTES = 1 << 20 };

static void take_results(struct gathering *run, struct file_results *results)
{
    results->continues = run->told;
    run->told = true;
    results_filter(&run->check->filter, results, &run->results);
    session_file(run->session, results);
    arena_reset(&run->results);
}

/* Has the block of a file the results of this file, and after them what is expected? */
static bool open_block(struct gathering *run, uint32_t index, struct str own,
                       struct str rest, struct results_reader *reader)
{
    const struct check *check = run->check;
    struct check_file file = check_file_at(check, index, &run->results);

    return results_open(reader, &check->codec, own) &&
           str_equal(reader->file.path, str_from(file.path)) &&
           (check->settle || !rest.len);
}

/* Reports the packed results of a file. False when they are not those of this file. */
static bool take_block(struct gathering *run, uint32_t index, struct str block)
{
    const struct check *check = run->check;
    bool parts = !check->settle && session_takes_parts(run->session);
    struct str own = results_take_block(&block);
    struct results_reader reader;
    struct file_results results;

    if (!open_block(run, index, own, block, &reader))
        return false;
    do {
        if (!results_read(&reader, parts ? PART : UINT32_MAX, &run->results, &results))
            return false;
        if (check->settle && !check->settle(check, index, block, &results, &run->results))
            return false;
        take_results(run, &results);
    } while (reader.left);
    return true;
}

/* Reports one finding instead of the results that the worker did not send, or not well.
 */
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

    run->told = false;
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

    memory_keep(ALONE_BYTES);
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
