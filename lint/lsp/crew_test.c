/* crew_test.c - workers that take long are not waited for */

#include "lint/lsp/crew.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Says again and again that work goes on. */
static enum answer_kind talk(void *context, const struct errand *errand, struct buf *out,
                             int back)
{
    (void)context;
    (void)errand;
    (void)out;
    for (int i = 0; i < 500; i++) {
        crew_send(back, ANSWER_PROGRESS, STR("{}"));
        poll(NULL, 0, 10);
    }
    return ANSWER_GIVEN;
}

static void note_end(void *context, void *task, const struct answer *answer)
{
    bool *ended = context;

    (void)task;
    *ended |= answer->kind != ANSWER_PROGRESS;
}

static void handle_once(struct crew *crew, bool *ended)
{
    struct pollfd fds[CREW_MAX_WORKERS];

    crew_poll(crew, fds);
    poll(fds, CREW_MAX_WORKERS, 10);
    crew_handle(crew, fds, note_end, ended);
}

static void start(struct crew *crew, int *task)
{
    static const struct crew_work work = {.work = talk, .seconds = 60, .memory = 1 << 28};
    struct errand errand = {.uri = STR("untitled:a")};
    struct crew_member *member;

    crew_init(crew, &work);
    member = crew_idle(crew);
    assert_non_null(member);
    crew_give(member, task, &errand);
}

static void others_do_not_wait_for_one_that_talks(void **state)
{
    struct crew crew;
    bool ended = false;
    int task;

    (void)state;
    start(&crew, &task);
    while (!ended && !crew_idle(&crew))
        handle_once(&crew, &ended);
    assert_false(ended);
    crew_release(&crew);
}

static void long_work_is_abandoned(void **state)
{
    struct crew crew;
    bool ended = false;
    int other;
    int task;

    (void)state;
    start(&crew, &task);
    assert_false(crew_abandon(&crew, &other));
    while (!ended && !crew_abandon(&crew, &task))
        handle_once(&crew, &ended);
    assert_false(ended);
    assert_int_equal(crew_timeout(&crew, true), -1);
    crew_release(&crew);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(others_do_not_wait_for_one_that_talks),
        cmocka_unit_test(long_work_is_abandoned),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
