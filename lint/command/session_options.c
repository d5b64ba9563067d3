/* session_options.c - the options of a command that reports */

#include "lint/command/session.h"

#include "lint/terminal/terminal.h"

enum severity session_failing_severity(int fail_on)
{
    return (enum severity)(SEVERITY_ERROR - fail_on);
}

static const char *fail_on_name(int index)
{
    if (index == FAIL_ON_NEVER)
        return "never";
    return index < FAIL_ON_NEVER ? severity_name(session_failing_severity(index)) : NULL;
}

static const char *format_name(int format)
{
    const struct reporter *reporter = reporter_at((size_t)format);

    return reporter ? reporter->name : NULL;
}

const struct cli_option session_format = {
    .name = "format",
    .type = CLI_LIST,
    .choice = format_name,
    .argument = "FORMAT[=FILE]",
    .help = "form of the report (text); repeatable:\n"
            "text unix json ndjson sarif html github gitlab\n"
            "azure teamcity junit checkstyle rdjson rdjsonl",
};

const struct cli_option session_output = {
    .name = "output",
    .letter = 'o',
    .type = CLI_VALUE,
    .argument = "FILE",
    .help = "write the report to FILE",
};

const struct cli_option session_fail_on = {
    .name = "fail-on",
    .type = CLI_CHOICE,
    .choice = fail_on_name,
    .help = "least severity that makes the exit status 1 (warning)",
};

const struct cli_option session_color = {
    .name = "color",
    .type = CLI_CHOICE,
    .choice = colour_when_name,
    .help = "colours in the output (auto)",
};

const struct cli_option session_quiet = {
    .name = "quiet",
    .letter = 'q',
    .type = CLI_FLAG,
    .help = "no summary",
};

const struct cli_option session_statistics = {
    .name = "statistics",
    .type = CLI_FLAG,
    .help = "count the findings of each rule (text)",
};

const struct cli_option session_no_fold = {
    .name = "no-fold",
    .type = CLI_FLAG,
    .help = "show all findings of a rule in a file (text)",
};

const struct cli_option session_no_suppressed = {
    .name = "no-suppressed",
    .type = CLI_FLAG,
    .help = "leave out what comments or a baseline suppress (sarif)",
};

bool session_choose(struct session_options *chosen)
{
    return formats_read(&chosen->formats, chosen->output, &chosen->choices);
}

bool session_any_output(const struct session_options *chosen,
                        bool (*is_wrong)(void *context, const char *path), void *context)
{
    for (uint32_t i = 0; i < chosen->choices.count; i++)
        if (chosen->choices.items[i].path &&
            is_wrong(context, chosen->choices.items[i].path))
            return true;
    return false;
}
