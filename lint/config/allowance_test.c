/* allowance_test.c - what is read too long or needs too much memory ends the process */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lint/config/allowance.h"

enum { OTHER_STATUS = 3 };

static void spend(long milliseconds)
{
    clock_t end = clock() + milliseconds * (CLOCKS_PER_SEC / 1000);

    while (clock() < end)
        continue;
}

/* Runs it in a process of its own; returns the exit status. */
static int status_of(void (*run)(void))
{
    int status;
    pid_t pid = fork();

    if (pid == 0) {
        close(STDERR_FILENO);
        run();
        _exit(0);
    }
    waitpid(pid, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void read_for_ever(void)
{
    struct config_limits limits = {.memory = SIZE_MAX, .seconds = 1};
    struct config_allowance allowance;

    allowance_init(&allowance, &limits);
    for (;;) {
        allowance_begin(&allowance);
        spend(100);
        allowance_end(&allowance);
    }
}

static void time_is_counted_together(void **state)
{
    (void)state;
    assert_int_equal(status_of(read_for_ever), ALLOWANCE_EXIT_STATUS);
}

static void work_between(void)
{
    struct config_limits limits = {.memory = SIZE_MAX, .seconds = 1};
    struct config_allowance allowance;

    allowance_init(&allowance, &limits);
    allowance_begin(&allowance);
    allowance_end(&allowance);
    spend(1500);
    allowance_begin(&allowance);
    allowance_end(&allowance);
    allowance_release(&allowance);
}

static void what_is_done_between_is_not_counted(void **state)
{
    (void)state;
    assert_int_equal(status_of(work_between), 0);
}

static void end(void *context)
{
    struct config_allowance *allowance = context;

    /* There is memory for last words. */
    arena_raw(&allowance->arena, 1024 * 1024);
    _exit(OTHER_STATUS);
}

static void take_too_much(void)
{
    struct config_allowance allowance;
    struct config_limits limits = {
        .memory = 1024 * 1024, .seconds = 1, .passed = end, .context = &allowance};

    allowance_init(&allowance, &limits);
    for (;;)
        arena_raw(&allowance.arena, 1000);
}

static void memory_has_an_end(void **state)
{
    (void)state;
    assert_int_equal(status_of(take_too_much), OTHER_STATUS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(time_is_counted_together),
        cmocka_unit_test(what_is_done_between_is_not_counted),
        cmocka_unit_test(memory_has_an_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
