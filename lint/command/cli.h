/* cli.h - commands and their options, as tables */
#ifndef LINT_COMMAND_CLI_H
#define LINT_COMMAND_CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/command/exit_status.h"
#include "lint/rule/table.h"

enum cli_type {
    CLI_END,    /* ends the table */
    CLI_FLAG,   /* bool */
    CLI_VALUE,  /* const char * */
    CLI_CHOICE, /* int: index of the choice */
    CLI_NUMBER, /* int, minimum to maximum */
    CLI_LIST,   /* struct cli_list: may be repeated */
    CLI_SHARED, /* an option of several commands: see `shared` */
    CLI_TABLE,  /* all options of another table: see `shared` */
};

struct cli_list {
    const char **items;
    uint32_t count;
};

/* Adds an item, which is not copied. */
void cli_add(struct cli_list *list, const char *item);

/* A row of a command's option table. Options start with -- and their values follow
 * as `--name value` or `--name=value`; those with a letter also as `-o value` or
 * `-ovalue`, and flags among them may share a dash. */
struct cli_option {
    const char *name; /* without the dashes */
    char letter;      /* 0: none */
    enum cli_type type;
    size_t offset;        /* of the field in the command's options */
    const char *argument; /* the placeholder for the value in the help: "FILE" */
    /* CLI_CHOICE: the names, then NULL. CLI_LIST: what shells offer, or NULL. */
    const char *(*choice)(int index);
    int minimum, maximum; /* CLI_NUMBER */
    const char *help;     /* short lines, no full stop */
    /* CLI_SHARED: the row with everything but the offset and, if this row has one, the
     * help. CLI_TABLE: that table. */
    const struct cli_option *shared;
};

/* The option with an index, of all that the table and the tables in it have: that of
 * CLI_SHARED with the offset and the help of its row. False past the last one, and for a
 * table that is NULL. */
bool cli_option_at(const struct cli_option *table, uint32_t index,
                   struct cli_option *option);

/* What every command gets. */
struct program {
    const struct rule_table *rules;
    const struct command *const *commands; /* in the order of the help, then NULL */
};

struct command {
    const char *name;
    const char *usage;                /* "[options] PATH…": what follows the name */
    const char *summary;              /* one line, no capital, no full stop */
    const struct cli_option *options; /* NULL when there are none */
    /* The commands below this one, whose names begin with its name, then NULL; or NULL
     * when there are none. */
    const struct command *const *parts;
    /* Runs the command; argv[0] is the last word of its name. */
    enum exit_status (*run)(const struct program *program, int argc, char **argv);
};

/*
 * Reads argv[1] … argv[argc-1] by the table of the command into *options. Arguments that
 * are not options go to *rest, in order: `-`, and everything after `--`, among them.
 * Items of lists point into argv; the lists are never freed, as a process has one command
 * line. False, after saying on stderr what is wrong.
 */
bool cli_parse(const struct command *command, int argc, char **argv, void *options,
               struct cli_list *rest);

/* The same for a command that takes only options: false as well when there is a rest. */
bool cli_parse_options(const struct command *command, int argc, char **argv,
                       void *options);

/* Says that the command has no such option, with the nearest name. Returns EXIT_TROUBLE.
 */
enum exit_status cli_unknown_option(const struct command *command, const char *argument);

#endif
