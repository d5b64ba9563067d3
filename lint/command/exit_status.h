/* exit_status.h - the exit status of all commands */
#ifndef LINT_COMMAND_EXIT_STATUS_H
#define LINT_COMMAND_EXIT_STATUS_H

/* Scripts rely on the numbers. Commands without findings end with the first or the
 * last. */
enum exit_status {
    EXIT_CLEAN = 0,    /* done; no finding at or above --fail-on */
    EXIT_FINDINGS = 1, /* done; a finding at or above it */
    EXIT_TROUBLE = 2,  /* not done, or not for all: bad usage, a bad config, a file that
                          cannot be read, a report that cannot be written */
    /* Whoever read standard output has gone before anything was found that makes the
     * status EXIT_FINDINGS: what a shell says of a program that SIGPIPE ended. */
    EXIT_READER_GONE = 141,
};

#endif
