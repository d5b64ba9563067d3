/* check.h - a run over articles: checks them, and fixes them if that is wanted */
#ifndef LINT_COMMAND_CHECK_H
#define LINT_COMMAND_CHECK_H

#include "lint/command/fix.h"
#include "lint/command/limits.h"
#include "lint/command/news.h"
#include "lint/command/project.h"

/* No preset is chosen. */
enum { PRESET_UNSET = -1 };

struct check_options {
    struct session_options session;
    struct project_options project;
    struct limits limits;
    int preset; /* enum preset_name, or PRESET_UNSET */
    struct cli_list rules;
    struct cli_list disabled;
    const char *schema;
    bool force_exclude;
    bool no_inline_config;
    const char *files_from;
    int min_severity; /* above SEVERITY_NOTE */
    const char *stdin_filename;
    struct news_options news;
    struct fix_options fix;
};

/* The rows of all but `fix`, for CLI_TABLE. */
extern const struct cli_option check_options[];

/* The rows of `fix` but `on`, which `stet fix` has in common with `stet check --fix`. */
extern const struct cli_option fix_options[];

/* Runs a command with these options. fix: it fixes, even when they do not say so. */
enum exit_status check_run(const struct command *command, const struct program *program,
                           int argc, char **argv, bool fix);

#endif
