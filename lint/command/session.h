/* session.h - one run of a command that reports: its options, output and exit status */
#ifndef LINT_COMMAND_SESSION_H
#define LINT_COMMAND_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/command/cli.h"
#include "lint/command/copies.h"
#include "lint/command/formats.h"
#include "lint/command/output.h"
#include "lint/report/report.h"

/* The least severity that makes the exit status EXIT_FINDINGS. */
enum fail_on { FAIL_ON_ERROR, FAIL_ON_WARNING, FAIL_ON_NOTE, FAIL_ON_NEVER };

/* The options of a command that reports. */
struct session_options {
    struct cli_list formats;       /* as given */
    const char *output;            /* the file of the one without a file, or NULL */
    struct format_choices choices; /* session_choose() */
    int fail_on;                   /* enum fail_on */
    int color;                     /* enum colour_when */
    bool quiet;
    bool statistics;
    bool no_fold;
    bool no_suppressed;
    bool to_stderr; /* without an output file: standard output is for something else */
};

/* Their defaults. */
#define SESSION_OPTIONS_INIT                                                             \
    {                                                                                    \
        .fail_on = FAIL_ON_WARNING                                                       \
    }

/* The rows of these options, for CLI_SHARED. */
extern const struct cli_option session_format;
extern const struct cli_option session_output;
extern const struct cli_option session_fail_on;
extern const struct cli_option session_color;
extern const struct cli_option session_quiet;
extern const struct cli_option session_statistics;
extern const struct cli_option session_no_fold;
extern const struct cli_option session_no_suppressed;

/* Reads the formats that were given. False, after saying on stderr why, when they make no
 * sense together. */
bool session_choose(struct session_options *chosen);

/* The severity that --fail-on stands for; SEVERITY_OFF for FAIL_ON_NEVER. */
enum severity session_failing_severity(int fail_on);

/* Every file that a report is to be written to is passed to `is_wrong`, until that says
 * so: then true. */
bool session_any_output(const struct session_options *chosen,
                        bool (*is_wrong)(void *context, const char *path), void *context);

struct session {
    struct session_options chosen;
    const struct rule_table *rules; /* whose findings are reported */
    struct arena *arena;
    struct report report;
    struct output output;
    struct copies copies;              /* in other formats */
    struct report_notification excuse; /* why there was nothing to check */
    bool trouble; /* something could not be done; the command may set it */
    bool asks;    /* the terminal is for questions, not for progress; likewise */
    bool failed;  /* EXIT_FINDINGS, whatever is found; the command may set it */
    /* For the case that memory runs out. */
    struct buf last_words;               /* a whole report of just that, or empty */
    size_t whole;                        /* bytes of report.out that end a file's part */
    struct report_summary whole_summary; /* of what has been written and of these */
    bool written;                        /* part of the report is on its way */
};

/*
 * rules and arena are not copied and live as long as the session, which may not move and
 * is to be released in any case. When memory runs out from here on, the process says so
 * on stderr and ends with EXIT_TROUBLE, and a format that shows notifications has one: a
 * report that is on its way ends with it, complete as far as it goes; else the report has
 * nothing else. An output file is replaced only when the session has begun and the format
 * shows notifications.
 */
void session_init(struct session *session, const struct session_options *chosen,
                  const struct rule_table *rules, struct arena *arena);
void session_release(struct session *session);

/* What the reports need of results: of enum results_want. */
unsigned session_want(const struct session *session);

/* The output format that was chosen, the first one of several. */
const struct reporter *session_reporter(const struct session *session);

/* Opens the output and begins the report on file_count files. False, after saying on
 * stderr why, when that fails. */
bool session_begin(struct session *session, uint32_t file_count);

/* May the results of a file come in parts? Then no report waits for all of them. */
bool session_takes_parts(const struct session *session);

/* Reports the next file or part of it, in the order of the report. Nothing of the results
 * is kept. */
void session_file(struct session *session, const struct file_results *results);

/* Can nothing more be written, neither the report nor a copy of it? */
bool session_is_unread(const struct session *session);

/* Some of what was to be checked could not be, for reasons that are already on stderr,
 * which live as long as the session: the report, which has begun, shows them if its
 * format does. Does nothing for a count of 0. */
void session_blame(struct session *session, const struct report_notification *reasons,
                   uint32_t count);

/* Nothing was to be checked, for a reason that is no error: the report, which has begun,
 * says so instead of a summary, stderr where its format has none. Does nothing for an
 * empty reason. */
void session_excuse(struct session *session, struct str reason);

/* Ends the report. Returns the exit status. */
enum exit_status session_end(struct session *session);

/* Ends a run that has begun and cannot go on, after saying why on stderr: a format that
 * shows notifications ends its report with that. Returns EXIT_TROUBLE. */
enum exit_status session_fail(struct session *session, struct str reason);

/* Ends a run in which nothing can be checked, for reasons that are already on stderr: a
 * format that shows notifications writes a report of them. Returns EXIT_TROUBLE. */
enum exit_status session_refuse(struct session *session,
                                const struct report_notification *reasons,
                                uint32_t count);

#endif
