/* check_run.h - one run of stet check; for check*.c only */
#ifndef LINT_COMMAND_CHECK_RUN_H
#define LINT_COMMAND_CHECK_RUN_H

#include "lint/command/check.h"

/* The state of one run of the command. */
struct run_check {
    struct check_options chosen;
    const struct rule_table *rules;
    struct arena arena;
    struct config_allowance allowance;
    struct config *config;
    struct discovery discovery;
    struct check check;
    struct buf standard_input;
    struct session session;
    struct fixing fixing;
    struct news news;
    struct report_notification *wrong; /* what is named and cannot be checked */
    uint32_t wrong_count;
};

/* Is standard input one of the paths? */
bool check_names_input(const struct cli_list *paths);

/* Adds what a list names to the paths; without either, the working directory. False,
 * after saying why on stderr, when that makes no sense. */
bool check_take_paths(struct run_check *run, struct cli_list *paths);

/* Turns paths into files, for which the config must be there. */
void check_find_files(struct run_check *run, struct cli_list *paths);

/* Says what was named and cannot be checked, each for its own reason: run->wrong. */
void check_refuse_paths(struct run_check *run);

/* Why nothing is checked, when that is no mistake: it must not look like a check. Empty
 * when something is. */
struct str check_why_nothing(struct run_check *run);

#endif
