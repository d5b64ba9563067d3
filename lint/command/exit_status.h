/* exit_status.h - how the process ends */
#ifndef LINT_COMMAND_EXIT_STATUS_H
#define LINT_COMMAND_EXIT_STATUS_H

/* Scripts rely on the numbers. A command that reports nothing ends with the first or the
 * last. */
enum exit_status {
    EXIT_CLEAN = 0,    /* done; no finding is as severe as --fail-on says */
    EXIT_FINDINGS = 1, /* done; some finding is */
    EXIT_TROUBLE = 2,  /* not done, or not for all: bad usage, a bad config, a file that
                          cannot be read, a report that cannot be written */
};

#endif
