/* cli.c - commands and their options, as tables */

#include "lint/command/cli.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lint/base/memory.h"
#include "lint/base/suggest.h"
#include "lint/terminal/display.h"

enum { CLI_MAX_NAMES = 300 }; /* of options, commands or choices in one suggestion */

int cli_error(const char *format, ...)
{
    struct buf text = BUF_INIT;
    struct buf line = BUF_INIT;
    va_list args;

    va_start(args, format);
    buf_vprintf(&text, format, args);
    va_end(args);
    buf_puts(&line, "stet: ");
    /* Arguments and names of files can hold anything: line feeds, escape sequences. */
    display_add_path(&line, buf_str(&text));
    buf_putc(&line, '\n');
    fwrite(line.data, 1, line.len, stderr);
    buf_release(&text);
    buf_release(&line);
    return EXIT_TROUBLE;
}

/* `stet: unknown WHAT `WORD`; did you mean `NEAREST`?` */
static int unknown(const char *what, struct str word, const struct str *choices,
                   size_t count, const char *hint)
{
    struct str nearest = suggest_nearest(word, choices, count);

    if (nearest.len)
        return cli_error("unknown %s `%.*s`; did you mean `%.*s`?", what, (int)word.len,
                         word.data, (int)nearest.len, nearest.data);
    return cli_error("unknown %s `%.*s`; %s", what, (int)word.len, word.data, hint);
}

int cli_unknown_rule(const struct rule_table *rules, const char *name)
{
    struct str names[RULES_MAX * 2];
    size_t count = 0;

    for (uint32_t i = 0; i < rules->count; i++) {
        names[count++] = str_from(rules->rules[i]->name);
        names[count++] = str_from(rules->rules[i]->code);
    }
    return unknown("rule", str_from(name), names, count, "`stet rules` lists them");
}

static size_t option_names(const struct command *command, struct str *names)
{
    size_t count = 0;

    for (const struct cli_option *o = command->options; o && o->type != CLI_END; o++)
        names[count++] = str_from(o->name);
    return count;
}

static const struct cli_option *find_option(const struct command *command,
                                            struct str name)
{
    for (const struct cli_option *o = command->options; o && o->type != CLI_END; o++)
        if (str_is(name, o->name))
            return o;
    return NULL;
}

/* text: as it was typed, with one dash or two. */
static int unknown_option(const struct command *command, struct str text)
{
    struct str names[CLI_MAX_NAMES];
    size_t count = option_names(command, names);
    struct str name = text;
    struct str nearest;

    while (name.len && name.data[0] == '-')
        name = (struct str){name.data + 1, name.len - 1};
    nearest = suggest_nearest(name, names, count);
    if (nearest.len)
        return cli_error("unknown option `%.*s`; did you mean `--%.*s`?", (int)text.len,
                         text.data, (int)nearest.len, nearest.data);
    return cli_error("unknown option `%.*s`; `stet help %s` lists them", (int)text.len,
                     text.data, command->name);
}

static int wrong_choice(const struct cli_option *option, const char *value)
{
    struct str names[CLI_MAX_NAMES];
    struct buf all = BUF_INIT;
    struct str nearest;
    size_t count = 0;

    for (; option->choices[count]; count++) {
        names[count] = str_from(option->choices[count]);
        buf_printf(&all, "%s%s", count ? ", " : "", option->choices[count]);
    }
    nearest = suggest_nearest(str_from(value), names, count);
    if (nearest.len)
        cli_error("`--%s` cannot be `%s`; did you mean `%.*s`?", option->name, value,
                  (int)nearest.len, nearest.data);
    else
        cli_error("`--%s` cannot be `%s`; it takes one of %.*s", option->name, value,
                  (int)all.len, all.data);
    buf_release(&all);
    return EXIT_TROUBLE;
}

static bool set_choice(const struct cli_option *option, int *field, const char *value)
{
    for (int i = 0; option->choices[i]; i++) {
        if (strcmp(option->choices[i], value) == 0) {
            *field = i;
            return true;
        }
    }
    wrong_choice(option, value);
    return false;
}

static bool set_number(const struct cli_option *option, int *field, const char *value)
{
    char *end;
    long number;

    errno = 0;
    number = strtol(value, &end, 10);
    /* strtol() would take blanks and a sign. */
    if (errno || value[0] < '0' || value[0] > '9' || *end || number < option->minimum ||
        number > option->maximum) {
        cli_error("`--%s` cannot be `%s`; it takes a number from %d to %d", option->name,
                  value, option->minimum, option->maximum);
        return false;
    }
    *field = (int)number;
    return true;
}

static void add_item(struct cli_list *list, const char *item)
{
    list->items = memory_grow(list->items, (list->count + 1) * sizeof(*list->items));
    list->items[list->count++] = item;
}

static bool set_option(const struct cli_option *option, void *options, const char *value)
{
    void *field = (char *)options + option->offset;

    switch (option->type) {
    case CLI_FLAG:
        *(bool *)field = true;
        return true;
    case CLI_VALUE:
        *(const char **)field = value;
        return true;
    case CLI_CHOICE:
        return set_choice(option, field, value);
    case CLI_NUMBER:
        return set_number(option, field, value);
    case CLI_LIST:
        add_item(field, value);
        return true;
    case CLI_END:
        break;
    }
    bug("an option without a type");
}

/* What stands before the value: `-format` of `-format=json`. */
static struct str option_typed(const char *text)
{
    return (struct str){text, strcspn(text, "=")};
}

/* Reads the option at argv[*i] and, when its value stands apart, moves *i on. */
static bool read_option(const struct command *command, int argc, char **argv, int *i,
                        void *options)
{
    struct str typed = option_typed(argv[*i]);
    const char *equals = strchr(argv[*i], '=');
    struct str name = {typed.data + 2, typed.len - 2};
    const struct cli_option *option = find_option(command, name);

    if (!option) {
        unknown_option(command, typed);
        return false;
    }
    if (option->type == CLI_FLAG && equals) {
        cli_error("`--%s` takes no value", option->name);
        return false;
    }
    if (option->type == CLI_FLAG || equals)
        return set_option(option, options, equals ? equals + 1 : NULL);
    if (*i + 1 >= argc) {
        cli_error("`--%s` needs a value; see `stet help %s`", option->name,
                  command->name);
        return false;
    }
    *i += 1;
    return set_option(option, options, argv[*i]);
}

bool cli_parse(const struct command *command, int argc, char **argv, void *options,
               struct cli_list *rest)
{
    bool only_rest = false;

    *rest = (struct cli_list){NULL, 0};
    for (int i = 1; i < argc; i++) {
        if (only_rest || argv[i][0] != '-' || strcmp(argv[i], "-") == 0) {
            add_item(rest, argv[i]);
        } else if (strcmp(argv[i], "--") == 0) {
            only_rest = true;
        } else if (strncmp(argv[i], "--", 2) == 0) {
            if (!read_option(command, argc, argv, &i, options))
                return false;
        } else {
            unknown_option(command, option_typed(argv[i]));
            return false;
        }
    }
    return true;
}

const struct command *command_find(const char *name)
{
    for (const struct command *const *c = commands_all(); *c; c++)
        if (strcmp((*c)->name, name) == 0)
            return *c;
    return NULL;
}

static const char *part_word(const struct command *command, const struct command *part)
{
    return part->name + strlen(command->name) + 1;
}

const struct command *command_part(const struct command *command, const char *word)
{
    for (const struct command *const *p = command->parts; p && *p; p++)
        if (strcmp(part_word(command, *p), word) == 0)
            return *p;
    return NULL;
}

int command_unknown(const struct command *above, const char *word)
{
    const struct command *const *all = above ? above->parts : commands_all();
    struct str names[CLI_MAX_NAMES];
    struct buf hint = BUF_INIT;
    size_t count = 0;

    for (; *all; all++)
        names[count++] = str_from(above ? part_word(above, *all) : (*all)->name);
    buf_printf(&hint, "`stet help%s%s` lists them%c", above ? " " : "",
               above ? above->name : "", '\0');
    unknown("command", str_from(word), names, count, hint.data);
    buf_release(&hint);
    return EXIT_TROUBLE;
}

/* `stet: `stet COMMAND` needs one of PART, PART, …`. */
static int missing_part(const struct command *command)
{
    struct buf all = BUF_INIT;

    for (const struct command *const *p = command->parts; *p; p++)
        buf_printf(&all, "%s`%s`", all.len ? ", " : "", part_word(command, *p));
    cli_error("`stet %s` needs one of %.*s; see `stet help %s`", command->name,
              (int)all.len, all.data, command->name);
    buf_release(&all);
    return EXIT_TROUBLE;
}

int command_run_part(const struct command *command, const struct rule_table *rules,
                     int argc, char **argv)
{
    const struct command *part = argc > 1 ? command_part(command, argv[1]) : NULL;
    struct buf help = BUF_INIT;

    if (argc < 2)
        return missing_part(command);
    if (!part && argv[1][0] == '-')
        return unknown_option(command, option_typed(argv[1]));
    if (!part)
        return command_unknown(command, argv[1]);
    if (argc == 3 && strcmp(argv[2], "--help") == 0) {
        cli_help(&help, part);
        return cli_write(&help);
    }
    return part->run(rules, argc - 1, argv + 1);
}

static void add_choices(struct buf *out, const struct cli_option *option)
{
    buf_putc(out, ' ');
    for (size_t i = 0; option->choices[i]; i++)
        buf_printf(out, "%s%s", i ? "|" : "", option->choices[i]);
}

static void help_option(struct buf *out, const struct cli_option *option)
{
    enum { HELP_COLUMN = 34 };
    size_t start = out->len;

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
    buf_printf(out, "%s\n", option->help);
}

static void help_options(struct buf *out, const struct command *command)
{
    if (!command->options)
        return;
    buf_puts(out, "\noptions:\n");
    for (const struct cli_option *o = command->options; o->type != CLI_END; o++)
        help_option(out, o);
}

static void help_command(struct buf *out, const struct command *command)
{
    buf_printf(out, "usage: stet %s%s%s\n\n%s\n", command->name,
               *command->usage ? " " : "", command->usage, command->summary);
    help_options(out, command);
    for (const struct command *const *p = command->parts; p && *p; p++) {
        buf_printf(out, "\nstet %s%s%s\n  %s\n", (*p)->name, *(*p)->usage ? " " : "",
                   (*p)->usage, (*p)->summary);
        help_options(out, *p);
    }
}

void cli_help(struct buf *out, const struct command *command)
{
    if (command) {
        help_command(out, command);
        return;
    }
    buf_puts(out, "stet checks articles: front matter against a schema, Markdown against "
                  "rules.\n\nusage: stet COMMAND [options]\n\ncommands:\n");
    for (const struct command *const *c = commands_all(); *c; c++)
        buf_printf(out, "  %-9s %s\n", (*c)->name, (*c)->summary);
    buf_puts(out, "\n`stet help COMMAND` lists a command's options.\n"
                  "exit status: 0 nothing wrong, 1 findings, 2 could not do the job\n");
}

int cli_write(struct buf *out)
{
    size_t done = 0;
    int status = EXIT_CLEAN;

    while (done < out->len) {
        ssize_t wrote = write(STDOUT_FILENO, out->data + done, out->len - done);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0) {
            status = errno == EPIPE
                         ? EXIT_TROUBLE
                         : cli_error("cannot write the output: %s", strerror(errno));
            break;
        }
        done += (size_t)wrote;
    }
    buf_release(out);
    return status;
}
