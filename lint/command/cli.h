/* cli.h - commands and their options, as tables */
#ifndef LINT_COMMAND_CLI_H
#define LINT_COMMAND_CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/buf.h"
#include "lint/rule/table.h"

enum exit_status {
    EXIT_CLEAN = 0, /* nothing at or above the failing severity */
    EXIT_FINDINGS = 1,
    EXIT_TROUBLE = 2, /* bad usage, bad config, unreadable path: could not do the job */
};

enum cli_type {
    CLI_END,    /* ends the table */
    CLI_FLAG,   /* bool */
    CLI_VALUE,  /* const char * */
    CLI_CHOICE, /* int: index into choices */
    CLI_NUMBER, /* int, minimum to maximum */
    CLI_LIST,   /* struct cli_list: may be given several times */
};

struct cli_list {
    const char **items;
    uint32_t count;
};

/* A row of a command's option table. Options start with -- and their values follow
 * as `--name value` or `--name=value`. */
struct cli_option {
    const char *name; /* without the dashes */
    enum cli_type type;
    size_t offset;              /* of the field in the command's options */
    const char *argument;       /* what stands for the value in the help: "FILE" */
    const char *const *choices; /* ended by NULL */
    int minimum, maximum;
    const char *help; /* one line, no full stop */
};

struct command {
    const char *name;
    const char *usage;                  /* "[options] PATH…": what follows the name */
    const char *summary;                /* one line, no capital, no full stop */
    const struct cli_option *options;   /* NULL when there are none */
    const struct command *const *parts; /* commands below this one, whose names begin with
                                           its name; ended by NULL; NULL: none */
    int (*run)(const struct rule_table *rules, int argc, char **argv);
};

/* The whole program: finds the command that argv[1] names and runs it. Returns the exit
 * status. */
int cli_run(const struct rule_table *rules, int argc, char **argv);

/* Every command in the order of the help, ended by NULL. */
const struct command *const *commands_all(void);

/*
 * Reads argv[1] … argv[argc-1] by the command's table into *options. What is no
 * option goes to *rest, in order; `-` is no option, and neither is anything
 * behind `--`. Lists point into argv and are never freed: there is one command
 * line a process. False after saying on stderr what is wrong.
 */
bool cli_parse(const struct command *command, int argc, char **argv, void *options,
               struct cli_list *rest);

/* `stet: …` on stderr, in one line: control characters and what is not UTF-8 are escaped.
 * Returns EXIT_TROUBLE. */
int cli_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Help of one command, or of all when command is NULL. */
void cli_help(struct buf *out, const struct command *command);

/* By name; NULL when there is none. */
const struct command *command_find(const char *name);

/* One of the parts of a command, by what its name adds; NULL when there is none. */
const struct command *command_part(const struct command *command, const char *word);

/* Runs the part that argv[1] names, or prints its help. Returns the exit status. */
int command_run_part(const struct command *command, const struct rule_table *rules,
                     int argc, char **argv);

/* Says that there is no such command, or no such part of the command above it (NULL:
 * none), with the nearest name. Returns EXIT_TROUBLE. */
int command_unknown(const struct command *above, const char *word);

/* Says that there is no such rule, with the nearest name. Returns EXIT_TROUBLE. */
int cli_unknown_rule(const struct rule_table *rules, const char *name);

/* Writes all of out to stdout and releases it. Returns 0, or EXIT_TROUBLE after saying
 * why not; a closed pipe is quiet. */
int cli_write(struct buf *out);

#endif
