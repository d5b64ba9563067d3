/* dispatch.c - finds and runs the command that a word names */

#include "lint/command/dispatch.h"

#include <string.h>

#include "lint/command/say.h"
#include "lint/command/usage.h"

enum { MAX_COMMANDS = 100 }; /* the most that a suggestion is chosen from */

/* `check` of `schema check`. */
static const char *last_word(const struct command *command)
{
    const char *blank = strrchr(command->name, ' ');

    return blank ? blank + 1 : command->name;
}

const struct command *command_find(const struct command *const *commands,
                                   const char *word)
{
    for (; *commands; commands++)
        if (strcmp(last_word(*commands), word) == 0)
            return *commands;
    return NULL;
}

enum exit_status command_unknown(const struct command *const *commands,
                                 const struct command *above, const char *word)
{
    struct str names[MAX_COMMANDS];
    struct buf hint = BUF_INIT;
    size_t count = 0;

    for (; *commands && count < MAX_COMMANDS; commands++)
        names[count++] = str_from(last_word(*commands));
    buf_printf(&hint, "`stet help%s%s` lists them%c", above ? " " : "",
               above ? above->name : "", '\0');
    cli_unknown("command", str_from(word), names, count, hint.data);
    buf_release(&hint);
    return EXIT_TROUBLE;
}

/* `--help` or `-h` right after the command. */
static bool asks_for_help(int argc, char **argv)
{
    return argc >= 2 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0);
}

enum exit_status command_run(const struct command *command, const struct program *program,
                             int argc, char **argv)
{
    struct buf help = BUF_INIT;

    if (!asks_for_help(argc, argv))
        return command->run(program, argc, argv);
    usage_add(&help, command);
    return cli_write(&help);
}

/* `stet: `stet COMMAND` needs one of PART, PART, …`. */
static enum exit_status missing_part(const struct command *command)
{
    struct buf all = BUF_INIT;

    for (const struct command *const *p = command->parts; *p; p++)
        buf_printf(&all, "%s`%s`", all.len ? ", " : "", last_word(*p));
    cli_error("`stet %s` needs one of %.*s; see `stet help %s`", command->name,
              (int)all.len, all.data, command->name);
    buf_release(&all);
    return EXIT_TROUBLE;
}

enum exit_status command_run_part(const struct command *command,
                                  const struct program *program, int argc, char **argv)
{
    const struct command *part;

    if (argc < 2)
        return missing_part(command);
    part = command_find(command->parts, argv[1]);
    if (part)
        return command_run(part, program, argc - 1, argv + 1);
    if (argv[1][0] == '-')
        return cli_unknown_option(command, argv[1]);
    return command_unknown(command->parts, command, argv[1]);
}
