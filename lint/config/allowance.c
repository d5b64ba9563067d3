/* allowance.c - what reading configs and all that they name may take */

#include "lint/config/allowance.h"

#include <unistd.h>

/* What is going on when the signal comes is not known: nothing can be tidied up. */
static void end_process(int signal)
{
    static const char message[] =
        "stet: reading configs and schemas takes more processor time than `--timeout` "
        "allows\n";

    (void)signal;
    if (write(STDERR_FILENO, message, sizeof(message) - 1) < 0)
        _exit(ALLOWANCE_EXIT_STATUS);
    _exit(ALLOWANCE_EXIT_STATUS);
}

void allowance_init(struct config_allowance *allowance,
                    const struct config_limits *limits)
{
    *allowance = (struct config_allowance){
        .limit = {limits->memory, limits->passed, limits->context},
        .left = {.it_value = {.tv_sec = (time_t)limits->seconds}},
    };
    arena_init(&allowance->arena);
    arena_set_limit(&allowance->arena, &allowance->limit);
}

void allowance_release(struct config_allowance *allowance)
{
    arena_release(&allowance->arena);
}

void allowance_begin(struct config_allowance *allowance)
{
    struct sigaction action = {.sa_handler = end_process};

    if (!allowance)
        return;
    sigemptyset(&action.sa_mask);
    sigaction(SIGPROF, &action, &allowance->before);
    setitimer(ITIMER_PROF, &allowance->left, NULL);
}

void allowance_end(struct config_allowance *allowance)
{
    static const struct itimerval never;

    if (!allowance)
        return;
    setitimer(ITIMER_PROF, &never, &allowance->left);
    /* Zero would stand for any time. */
    if (!allowance->left.it_value.tv_sec && !allowance->left.it_value.tv_usec)
        allowance->left.it_value.tv_usec = 1;
    sigaction(SIGPROF, &allowance->before, NULL);
}
