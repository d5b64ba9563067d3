/* completion_bash.c - the script that completes stet in bash */

#include "lint/command/completion.h"

/*
 * Where nothing is offered, bash offers files (`-o default`): so files and folders need
 * no words here. bash takes the `=` of `--format=json` for a word of its own.
 */
static const char head[] =
    "# stet.bash - completion for bash, printed by `stet completions bash`\n"
    "\n"
    "_stet() {\n"
    "    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
    "    local command=${COMP_WORDS[1]} options= words= rules=\n"
    "\n"
    "    COMPREPLY=()\n"
    "    if [ \"$current\" = = ]; then\n"
    "        current=\n"
    "    elif [ \"$before\" = = ]; then\n"
    "        before=${COMP_WORDS[COMP_CWORD-2]}\n"
    "    fi\n";

static const char tail[] = "    case $current in\n"
                           "    -*) words=$options ;;\n"
                           "    esac\n"
                           "    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
                           "}\n"
                           "\n"
                           "complete -o bashdefault -o default -F _stet stet\n";

/* The first word, and the second of a command that has parts. */
static void add_commands(struct buf *out, const struct program *program)
{
    buf_puts(out, "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                  "        COMPREPLY=($(compgen -W '");
    completion_add_names(out, program->commands);
    buf_puts(out, "' -- \"$current\"))\n        return\n    fi\n    case $command in\n");
    for (const struct command *const *c = program->commands; *c; c++) {
        if (!(*c)->parts)
            continue;
        buf_printf(out,
                   "    %s)\n"
                   "        if [ \"$COMP_CWORD\" -eq 2 ]; then\n"
                   "            COMPREPLY=($(compgen -W '",
                   (*c)->name);
        completion_add_names(out, (*c)->parts);
        buf_puts(out, "' -- \"$current\"))\n            return\n        fi\n"
                      "        command=\"$command ${COMP_WORDS[2]}\"\n        ;;\n");
    }
    buf_puts(out, "    esac\n");
}

static void add_patterns(struct buf *out, const struct command *command,
                         const struct cli_option *option)
{
    buf_printf(out, "    '%s --%s'", command->name, option->name);
    if (option->letter)
        buf_printf(out, " | '%s -%c'", command->name, option->letter);
    buf_putc(out, ')');
}

/* What is offered after an option that takes a value. */
static void add_value(struct buf *out, const struct command *command,
                      const struct cli_option *option)
{
    if (option->type == CLI_FLAG)
        return;
    add_patterns(out, command, option);
    switch (completion_of_value(option)) {
    case COMPLETE_WORDS:
        buf_puts(out, " words='");
        completion_add_choices(out, option);
        buf_puts(out, "' ;;\n");
        return;
    case COMPLETE_RULES:
        buf_puts(out, " words=$rules ;;\n");
        return;
    default:
        buf_puts(out, " return ;;\n");
    }
}

static void add_values(struct buf *out, const struct program *program)
{
    const struct command *command;
    struct cli_option option;

    buf_puts(out, "    case \"$command $before\" in\n");
    for (uint32_t k = 0; (command = completion_command(program, k)); k++)
        for (uint32_t i = 0; cli_option_at(command->options, i, &option); i++)
            add_value(out, command, &option);
    buf_puts(out, "    esac\n");
}

static void add_rest(struct buf *out, const struct program *program,
                     const struct command *command)
{
    enum completion rest = completion_of_rest(command);

    if (rest == COMPLETE_RULES)
        buf_puts(out, " words=$rules");
    if (rest != COMPLETE_WORDS && rest != COMPLETE_COMMANDS)
        return;
    buf_puts(out, " words='");
    if (rest == COMPLETE_WORDS)
        completion_add_arguments(out, command);
    else
        completion_add_names(out, program->commands);
    buf_putc(out, '\'');
}

/* What is offered elsewhere: unless that is the value of an option. */
static void add_options(struct buf *out, const struct program *program)
{
    const struct command *command;
    struct cli_option option;

    buf_puts(out, "    [ -n \"$words\" ] || case $command in\n");
    for (uint32_t k = 0; (command = completion_command(program, k)); k++) {
        buf_printf(out, "    '%s') options='", command->name);
        for (uint32_t i = 0; cli_option_at(command->options, i, &option); i++)
            buf_printf(out, "%s--%s", i ? " " : "", option.name);
        buf_putc(out, '\'');
        add_rest(out, program, command);
        buf_puts(out, " ;;\n");
    }
    buf_puts(out, "    esac\n");
}

void completion_bash(struct buf *out, const struct program *program)
{
    buf_puts(out, head);
    buf_puts(out, "    rules='");
    completion_add_rules(out, program);
    buf_puts(out, "'\n");
    add_commands(out, program);
    add_values(out, program);
    add_options(out, program);
    buf_puts(out, tail);
}
