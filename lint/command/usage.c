/* usage.c - the help, from the tables of commands and options */

#include "lint/command/usage.h"

static void add_choices(struct buf *out, const struct cli_option *option)
{
    const char *name;

    for (int i = 0; (name = option->choice(i)); i++)
        buf_printf(out, "%s%s", i ? "|" : " ", name);
}

enum { HELP_COLUMN = 34 };

/* The lines of a help, each in the same column. */
static void add_help(struct buf *out, const char *help)
{
    for (; *help; help++) {
        buf_putc(out, *help);
        if (*help == '\n')
            buf_repeat(out, ' ', HELP_COLUMN);
    }
    buf_putc(out, '\n');
}

static void add_option(struct buf *out, const struct cli_option *option)
{
    size_t start = out->len;

    if (option->letter)
        buf_printf(out, "  -%c, --%s", option->letter, option->name);
    else
        buf_printf(out, "  --%s", option->name);
    if (option->type == CLI_CHOICE)
        add_choices(out, option);
    else if (option->argument)
        buf_printf(out, " %s", option->argument);
    if (out->len - start >= HELP_COLUMN - 1)
        buf_putc(out, '\n');
    else
        buf_repeat(out, ' ', HELP_COLUMN - (out->len - start));
    if (out->data[out->len - 1] == '\n')
        buf_repeat(out, ' ', HELP_COLUMN);
    add_help(out, option->help);
}

static void add_options(struct buf *out, const struct command *command)
{
    struct cli_option option;

    if (!command->options)
        return;
    buf_puts(out, "\noptions:\n");
    for (uint32_t i = 0; cli_option_at(command->options, i, &option); i++)
        add_option(out, &option);
}

void usage_add(struct buf *out, const struct command *command)
{
    buf_printf(out, "usage: stet %s%s%s\n\n%s\n", command->name,
               *command->usage ? " " : "", command->usage, command->summary);
    add_options(out, command);
    for (const struct command *const *p = command->parts; p && *p; p++) {
        buf_printf(out, "\nstet %s%s%s\n  %s\n", (*p)->name, *(*p)->usage ? " " : "",
                   (*p)->usage, (*p)->summary);
        add_options(out, *p);
    }
}

void usage_add_all(struct buf *out, const struct command *const *commands)
{
    buf_puts(out, "stet checks articles: front matter against a schema, Markdown against "
                  "rules.\n\nusage: stet COMMAND [options]\n\ncommands:\n");
    for (const struct command *const *c = commands; *c; c++)
        buf_printf(out, "  %-11s %s\n", (*c)->name, (*c)->summary);
    buf_puts(out, "\n`stet help COMMAND` lists a command's options.\n"
                  "exit status: 0 nothing wrong, 1 findings, 2 could not do the job\n");
}
