/* completion_fish.c - the script that completes stet in fish */

#include "lint/command/completion.h"

static void add_quoted(struct buf *out, struct str text)
{
    buf_putc(out, '\'');
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '\'' || text.data[i] == '\\')
            buf_putc(out, '\\');
        buf_putc(out, text.data[i]);
    }
    buf_putc(out, '\'');
}

/* The commands in a list, below `above` (empty: the first word). */
static void add_commands(struct buf *out, const char *above,
                         const struct command *const *commands)
{
    for (const struct command *const *c = commands; *c; c++) {
        buf_printf(out, "complete -c stet -n '__stet_is_next %s' -a %s -d ", above,
                   completion_last_word(*c));
        add_quoted(out, str_from((*c)->summary));
        buf_putc(out, '\n');
    }
}

static void add_value(struct buf *out, const struct cli_option *option)
{
    switch (completion_of_value(option)) {
    case COMPLETE_WORDS:
        buf_puts(out, " -x -a '");
        completion_add_choices(out, option);
        buf_putc(out, '\'');
        return;
    case COMPLETE_RULES:
        buf_puts(out, " -x -a '(__stet_rules)'");
        return;
    case COMPLETE_FILES:
        buf_puts(out, " -r -F");
        return;
    case COMPLETE_FOLDERS:
        buf_puts(out, " -x -a '(__fish_complete_directories)'");
        return;
    case COMPLETE_COMMANDS:
    case COMPLETE_NOTHING:
        buf_puts(out, " -x");
    }
}

static void add_option(struct buf *out, const struct command *command,
                       const struct cli_option *option)
{
    buf_printf(out, "complete -c stet -n '__stet_in %s' -l %s", command->name,
               option->name);
    if (option->letter)
        buf_printf(out, " -s %c", option->letter);
    if (option->type != CLI_FLAG)
        add_value(out, option);
    buf_puts(out, " -d ");
    add_quoted(out, completion_help(option->help));
    buf_putc(out, '\n');
}

static void add_rest(struct buf *out, const struct program *program,
                     const struct command *command)
{
    enum completion rest = completion_of_rest(command);

    if (rest == COMPLETE_NOTHING)
        return;
    buf_printf(out, "complete -c stet -n '__stet_in %s'", command->name);
    if (rest == COMPLETE_FILES)
        buf_puts(out, " -F");
    else
        buf_puts(out, " -a '");
    if (rest == COMPLETE_RULES)
        buf_puts(out, "(__stet_rules)");
    else if (rest == COMPLETE_COMMANDS)
        completion_add_names(out, program->commands);
    else if (rest == COMPLETE_WORDS)
        completion_add_arguments(out, command);
    buf_puts(out, rest == COMPLETE_FILES ? "\n" : "'\n");
}

static void add_functions(struct buf *out, const struct program *program)
{
    buf_puts(out,
             "# stet.fish - completion for fish, printed by `stet completions fish`\n\n"
             "# Is this the command that is typed?\n"
             "function __stet_in\n"
             "    set -l words (commandline -opc)\n"
             "    set -l last (math (count $argv) + 1)\n"
             "    test \"$words[2..$last]\" = \"$argv\"\n"
             "end\n\n"
             "# Is it, and nothing after it?\n"
             "function __stet_is_next\n"
             "    set -l words (commandline -opc)\n"
             "    test \"$words[2..-1]\" = \"$argv\"\n"
             "end\n\n"
             "function __stet_rules\n"
             "    string split ' ' '");
    completion_add_rules(out, program);
    buf_puts(out, "'\nend\n\ncomplete -c stet -f\n");
}

void completion_fish(struct buf *out, const struct program *program)
{
    const struct command *command;
    struct cli_option option;

    add_functions(out, program);
    buf_puts(out, "complete -c stet -n '__stet_is_next' -F\n");
    add_commands(out, "", program->commands);
    for (const struct command *const *c = program->commands; *c; c++)
        if ((*c)->parts)
            add_commands(out, (*c)->name, (*c)->parts);
    for (uint32_t k = 0; (command = completion_command(program, k)); k++) {
        for (uint32_t i = 0; cli_option_at(command->options, i, &option); i++)
            add_option(out, command, &option);
        add_rest(out, program, command);
    }
}
