/* completion_zsh.c - the script that completes stet in zsh */

#include "lint/command/completion.h"

#include <string.h>

/* Text in single quotes, in which `_arguments` gives brackets and colons a meaning. */
static void add_quoted(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '\'')
            buf_puts(out, "'\\'");
        else if (strchr("[]:\\", text.data[i]))
            buf_putc(out, '\\');
        buf_putc(out, text.data[i]);
    }
}

/* `name:what it does` in quotes. */
static void add_descriptions(struct buf *out, const struct command *const *commands)
{
    for (const struct command *const *c = commands; *c; c++) {
        buf_printf(out, "            '%s:", completion_last_word(*c));
        add_quoted(out, str_from((*c)->summary));
        buf_puts(out, "'\n");
    }
}

static void add_action(struct buf *out, enum completion completion)
{
    switch (completion) {
    case COMPLETE_FILES:
        buf_puts(out, ":_files");
        return;
    case COMPLETE_FOLDERS:
        buf_puts(out, ":_files -/");
        return;
    case COMPLETE_RULES:
        buf_puts(out, ":_stet_rules");
        return;
    case COMPLETE_COMMANDS:
        buf_puts(out, ":_stet_commands");
        return;
    case COMPLETE_WORDS:
    case COMPLETE_NOTHING:
        buf_putc(out, ':');
    }
}

static void add_value(struct buf *out, const struct cli_option *option)
{
    if (option->type == CLI_FLAG)
        return;
    buf_printf(out, ":%s", option->argument ? option->argument : option->name);
    add_action(out, completion_of_value(option));
    if (completion_of_value(option) != COMPLETE_WORDS)
        return;
    buf_putc(out, '(');
    completion_add_choices(out, option);
    buf_putc(out, ')');
}

/* `'--name=[help]:FILE:_files'`, or `'(-o --name)'{-o+,--name=}'[help]:FILE:_files'`. */
static void add_option(struct buf *out, const struct cli_option *option)
{
    const char *equals = option->type == CLI_FLAG ? "" : "=";
    const char *any = option->type == CLI_LIST ? "*" : "";

    buf_puts(out, " \\\n                ");
    if (option->letter)
        buf_printf(out, "'%s(-%c --%s)'{-%c%s,--%s%s}'", any, option->letter,
                   option->name, option->letter, *equals ? "+" : "", option->name,
                   equals);
    else
        buf_printf(out, "'%s--%s%s", any, option->name, equals);
    buf_putc(out, '[');
    add_quoted(out, completion_help(option->help));
    buf_putc(out, ']');
    add_value(out, option);
    buf_putc(out, '\'');
}

static void add_rest(struct buf *out, const struct command *command)
{
    enum completion rest = completion_of_rest(command);

    if (rest == COMPLETE_NOTHING)
        return;
    buf_printf(out, " \\\n                '%s: ", rest == COMPLETE_FILES ? "*" : "1");
    add_action(out, rest);
    if (rest == COMPLETE_WORDS) {
        buf_putc(out, '(');
        completion_add_arguments(out, command);
        buf_putc(out, ')');
    }
    buf_putc(out, '\'');
}

static void add_command(struct buf *out, const struct command *command)
{
    struct cli_option option;

    buf_printf(out, "        '%s')\n            _arguments -s -S", command->name);
    for (uint32_t i = 0; cli_option_at(command->options, i, &option); i++)
        add_option(out, &option);
    add_rest(out, command);
    buf_puts(out, "\n            ;;\n");
}

/* A command with parts: the words from the part on are looked at alone. */
static void add_parent(struct buf *out, const struct command *command)
{
    buf_printf(out, "    %s)\n        _arguments -C '1: :(", command->name);
    completion_add_names(out, command->parts);
    buf_printf(out,
               ")' '*:: :->part'\n        [[ $state == part ]] || return\n"
               "        command=\"%s $words[1]\"\n        ;;\n",
               command->name);
}

static void add_functions(struct buf *out, const struct program *program)
{
    buf_puts(out, "#compdef stet\n"
                  "# _stet - completion for zsh, printed by `stet completions zsh`\n\n"
                  "_stet_rules() {\n    compadd \"$@\" -- ");
    completion_add_rules(out, program);
    buf_puts(out, "\n}\n\n_stet_commands() {\n    local -a commands=(\n");
    add_descriptions(out, program->commands);
    buf_puts(out, "    )\n    _describe -t commands command commands\n}\n\n");
}

void completion_zsh(struct buf *out, const struct program *program)
{
    const struct command *command;

    add_functions(out, program);
    buf_puts(out, "_stet() {\n    local curcontext=$curcontext state line command\n\n"
                  "    _arguments -C '1: :->command' '*:: :->rest'\n"
                  "    if [[ $state == command ]]; then\n"
                  "        _stet_commands\n        _files\n        return\n    fi\n"
                  "    command=$words[1]\n    case $command in\n");
    for (const struct command *const *c = program->commands; *c; c++)
        if ((*c)->parts)
            add_parent(out, *c);
    buf_puts(out, "    esac\n    case $command in\n");
    for (uint32_t k = 0; (command = completion_command(program, k)); k++)
        add_command(out, command);
    buf_puts(out, "    esac\n}\n\n"
                  "if [[ $funcstack[1] == _stet ]]; then\n    _stet \"$@\"\n"
                  "else\n    compdef _stet stet\nfi\n");
}
