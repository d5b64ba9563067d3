/* check_options.c - the options of stet check that stet fix has as well */

#include "lint/command/check.h"
#include "lint/command/cli.h"

static const char *severity_choice(int index)
{
    return index <= SEVERITY_ERROR - SEVERITY_NOTE
               ? severity_name(SEVERITY_NOTE + (enum severity)index)
               : NULL;
}

static const char *preset_name(int index)
{
    return preset_names[index];
}

const struct cli_option check_options[] = {
    {
        .type = CLI_SHARED,
        .shared = &session_format,
        .offset = offsetof(struct check_options, session.formats),
    },
    {
        .type = CLI_SHARED,
        .shared = &session_output,
        .offset = offsetof(struct check_options, session.output),
    },
    {
        .type = CLI_SHARED,
        .shared = &project_config,
        .offset = offsetof(struct check_options, project.config),
    },
    {
        .type = CLI_SHARED,
        .shared = &project_no_config,
        .offset = offsetof(struct check_options, project.no_config),
    },
    {
        .type = CLI_SHARED,
        .shared = &project_allow_outside,
        .offset = offsetof(struct check_options, project.allowed),
    },
    {
        .name = "preset",
        .type = CLI_CHOICE,
        .offset = offsetof(struct check_options, preset),
        .choice = preset_name,
        .help = "rules to start from",
    },
    {
        .name = "rule",
        .type = CLI_LIST,
        .offset = offsetof(struct check_options, rules),
        .argument = "NAME",
        .help = "run only these rules: A,B (repeatable)",
    },
    {
        .name = "disable",
        .type = CLI_LIST,
        .offset = offsetof(struct check_options, disabled),
        .argument = "NAME",
        .help = "do not run these rules: A,B (repeatable)",
    },
    {
        .name = "no-inline-config",
        .type = CLI_FLAG,
        .offset = offsetof(struct check_options, no_inline_config),
        .help = "comments in files suppress and configure nothing",
    },
    {
        .name = "schema",
        .type = CLI_VALUE,
        .offset = offsetof(struct check_options, schema),
        .argument = "FILE",
        .help = "hold front matter against this schema",
    },
    {
        .type = CLI_SHARED,
        .shared = &session_fail_on,
        .offset = offsetof(struct check_options, session.fail_on),
    },
    {
        .name = "min-severity",
        .type = CLI_CHOICE,
        .offset = offsetof(struct check_options, min_severity),
        .choice = severity_choice,
        .help = "least severity that is reported and counts (note)",
    },
    {
        .type = CLI_SHARED,
        .shared = &session_statistics,
        .offset = offsetof(struct check_options, session.statistics),
    },
    {
        .type = CLI_SHARED,
        .shared = &session_no_fold,
        .offset = offsetof(struct check_options, session.no_fold),
    },
    {
        .type = CLI_SHARED,
        .shared = &session_no_suppressed,
        .offset = offsetof(struct check_options, session.no_suppressed),
    },
    {
        .type = CLI_SHARED,
        .shared = &limits_jobs,
        .offset = offsetof(struct check_options, limits.jobs),
    },
    {
        .type = CLI_SHARED,
        .shared = &limits_timeout,
        .offset = offsetof(struct check_options, limits.timeout),
    },
    {
        .type = CLI_SHARED,
        .shared = &limits_memory,
        .offset = offsetof(struct check_options, limits.memory),
    },
    {
        .type = CLI_SHARED,
        .shared = &session_color,
        .offset = offsetof(struct check_options, session.color),
    },
    {
        .type = CLI_SHARED,
        .shared = &session_quiet,
        .offset = offsetof(struct check_options, session.quiet),
        .help = "no summary, no progress",
    },
    {
        .name = "files-from",
        .type = CLI_VALUE,
        .offset = offsetof(struct check_options, files_from),
        .argument = "FILE",
        .help = "also check the paths in FILE (-: standard input), one a line or NUL",
    },
    {
        .name = "force-exclude",
        .type = CLI_FLAG,
        .offset = offsetof(struct check_options, force_exclude),
        .help = "leave out ignored files even when they are named",
    },
    {
        .name = "stdin-filename",
        .type = CLI_VALUE,
        .offset = offsetof(struct check_options, stdin_filename),
        .argument = "PATH",
        .help = "name of the text on standard input",
    },
    {.type = CLI_END},
};
