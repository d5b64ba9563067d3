/* completion.c - what can stand where on the command line, by the tables of commands */

#include "lint/command/completion.h"

#include <string.h>

enum completion completion_of_value(const struct cli_option *option)
{
    if (option->choice)
        return COMPLETE_WORDS;
    if (!option->argument)
        return COMPLETE_NOTHING;
    if (strcmp(option->argument, "FILE") == 0 || strcmp(option->argument, "PATH") == 0)
        return COMPLETE_FILES;
    if (strcmp(option->argument, "FOLDER") == 0)
        return COMPLETE_FOLDERS;
    if (strcmp(option->argument, "NAME") == 0)
        return COMPLETE_RULES;
    return COMPLETE_NOTHING;
}

enum completion completion_of_rest(const struct command *command)
{
    const char *usage = command->usage;

    if (*usage >= 'a' && *usage <= 'z')
        return COMPLETE_WORDS;
    if (strstr(usage, "PATH") || strstr(usage, "FILE"))
        return COMPLETE_FILES;
    if (strstr(usage, "RULE"))
        return COMPLETE_RULES;
    if (strstr(usage, "COMMAND"))
        return COMPLETE_COMMANDS;
    return COMPLETE_NOTHING;
}

const struct command *completion_command(const struct program *program, uint32_t index)
{
    for (const struct command *const *c = program->commands; *c; c++) {
        if (!(*c)->parts && index-- == 0)
            return *c;
        for (const struct command *const *p = (*c)->parts; p && *p; p++)
            if (index-- == 0)
                return *p;
    }
    return NULL;
}

void completion_add_choices(struct buf *out, const struct cli_option *option)
{
    const char *name;

    for (int i = 0; (name = option->choice(i)); i++)
        buf_printf(out, "%s%s", i ? " " : "", name);
}

void completion_add_arguments(struct buf *out, const struct command *command)
{
    for (const char *c = command->usage; *c && *c != ' '; c++)
        buf_putc(out, *c == '|' ? ' ' : *c);
}

void completion_add_rules(struct buf *out, const struct program *program)
{
    for (uint32_t i = 0; i < program->rules->count; i++) {
        const struct rule *rule = program->rules->rules[i];

        buf_printf(out, "%s%s %s", i ? " " : "", rule->name, rule->code);
    }
}

void completion_add_names(struct buf *out, const struct command *const *commands)
{
    for (const struct command *const *c = commands; *c; c++)
        buf_printf(out, "%s%s", c == commands ? "" : " ", completion_last_word(*c));
}

const char *completion_last_word(const struct command *command)
{
    const char *space = strrchr(command->name, ' ');

    return space ? space + 1 : command->name;
}

struct str completion_help(const char *help)
{
    struct str line = {help, strcspn(help, "\n")};

    /* What announces the words that follow. */
    if (str_ends(line, STR(":")))
        line.len--;
    return line;
}
