/* completion.h - what a shell completes after `stet`, and the scripts that make it so */
#ifndef LINT_COMMAND_COMPLETION_H
#define LINT_COMMAND_COMPLETION_H

#include "lint/base/buf.h"
#include "lint/command/cli.h"

/* What can stand in a place of the command line. */
enum completion {
    COMPLETE_NOTHING, /* what only the user knows: a number */
    COMPLETE_WORDS,   /* some words */
    COMPLETE_RULES,   /* a rule */
    COMPLETE_COMMANDS,
    COMPLETE_FILES,
    COMPLETE_FOLDERS,
};

/* What the value of the option is; COMPLETE_NOTHING for a flag. */
enum completion completion_of_value(const struct cli_option *option);

/* What the arguments of the command are. */
enum completion completion_of_rest(const struct command *command);

/* The command with an index, of all that have no parts and of all parts, in the order of
 * the help; NULL past the last. */
const struct command *completion_command(const struct program *program, uint32_t index);

/* Add words with a space between them: of an option with COMPLETE_WORDS, of a command
 * with COMPLETE_WORDS, the names and codes of rules, the last words of the names of
 * commands. */
void completion_add_choices(struct buf *out, const struct cli_option *option);
void completion_add_arguments(struct buf *out, const struct command *command);
void completion_add_rules(struct buf *out, const struct program *program);
void completion_add_names(struct buf *out, const struct command *const *commands);

/* The last word of the name of a command: `check` of `schema check`. */
const char *completion_last_word(const struct command *command);

/* The first line of a help, of which the rest is a list of words. */
struct str completion_help(const char *help);

/* Add the script that completes stet in a shell. */
void completion_bash(struct buf *out, const struct program *program);
void completion_zsh(struct buf *out, const struct program *program);
void completion_fish(struct buf *out, const struct program *program);

#endif
