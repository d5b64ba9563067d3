/* cli.c - commands and their options, as tables */

#include "lint/command/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/memory.h"
#include "lint/base/suggest.h"
#include "lint/command/say.h"

enum { CLI_MAX_NAMES = 300 }; /* options or choices that a suggestion is one of */

static struct cli_option read_row(const struct cli_option *row)
{
    struct cli_option option = *row;

    if (row->type != CLI_SHARED)
        return option;
    option = *row->shared;
    option.offset = row->offset;
    if (row->help)
        option.help = row->help;
    return option;
}

/* The row with an index; with what is left of the index, NULL. */
static const struct cli_option *find_row(const struct cli_option *table, uint32_t *index)
{
    for (const struct cli_option *row = table; row && row->type != CLI_END; row++) {
        const struct cli_option *inner =
            row->type == CLI_TABLE ? find_row(row->shared, index) : NULL;

        if (inner)
            return inner;
        if (row->type != CLI_TABLE && (*index)-- == 0)
            return row;
    }
    return NULL;
}

bool cli_option_at(const struct cli_option *table, uint32_t index,
                   struct cli_option *option)
{
    const struct cli_option *row = find_row(table, &index);

    if (row)
        *option = read_row(row);
    return row != NULL;
}

static size_t option_names(const struct command *command, struct str *names)
{
    struct cli_option option;
    uint32_t count = 0;

    for (; cli_option_at(command->options, count, &option); count++)
        names[count] = str_from(option.name);
    return count;
}

/* False when the command has no option of that name. */
static bool find_option(const struct command *command, struct str name,
                        struct cli_option *option)
{
    for (uint32_t i = 0; cli_option_at(command->options, i, option); i++)
        if (str_is(name, option->name))
            return true;
    return false;
}

/* The part before the value: `-format` of `-format=json`. */
static struct str option_typed(const char *text)
{
    return (struct str){text, strcspn(text, "=")};
}

enum exit_status cli_unknown_option(const struct command *command, const char *argument)
{
    struct str text = option_typed(argument);
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

static enum exit_status wrong_choice(const struct cli_option *option, const char *value)
{
    struct str names[CLI_MAX_NAMES];
    struct buf all = BUF_INIT;
    struct str nearest;
    size_t count = 0;

    for (const char *name; (name = option->choice((int)count)); count++) {
        names[count] = str_from(name);
        buf_printf(&all, "%s%s", count ? ", " : "", name);
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
    const char *name;

    for (int i = 0; (name = option->choice(i)); i++) {
        if (strcmp(name, value) == 0) {
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
    /* strtol() would accept white space and a sign. */
    if (errno || value[0] < '0' || value[0] > '9' || *end || number < option->minimum ||
        number > option->maximum) {
        cli_error("`--%s` cannot be `%s`; it takes a number from %d to %d", option->name,
                  value, option->minimum, option->maximum);
        return false;
    }
    *field = (int)number;
    return true;
}

void cli_add(struct cli_list *list, const char *item)
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
        cli_add(field, value);
        return true;
    case CLI_SHARED:
    case CLI_TABLE:
    case CLI_END:
        break;
    }
    bug("an option without a type");
}

/* False when the command has no option with that letter. */
static bool find_letter(const struct command *command, char letter,
                        struct cli_option *option)
{
    for (uint32_t i = 0; cli_option_at(command->options, i, option); i++)
        if (option->letter == letter)
            return true;
    return false;
}

/* The arguments that are left to be read. */
struct arguments {
    const struct command *command;
    int argc;
    char **argv;
    int at;
};

/* The next argument, as the value of the option; NULL, after saying so, without one. */
static const char *take_value(struct arguments *arguments,
                              const struct cli_option *option)
{
    if (arguments->at + 1 < arguments->argc)
        return arguments->argv[++arguments->at];
    cli_error("`--%s` needs a value; see `stet help %s`", option->name,
              arguments->command->name);
    return NULL;
}

/* Reads `-q`, `-j4`, `-j 4` and `-qj4`. */
static bool read_letters(struct arguments *arguments, void *options)
{
    const char *whole = arguments->argv[arguments->at];

    for (const char *letter = whole + 1; *letter; letter++) {
        struct cli_option option;
        const char *value = NULL;

        if (!find_letter(arguments->command, *letter, &option)) {
            cli_unknown_option(arguments->command, whole);
            return false;
        }
        if (option.type != CLI_FLAG) {
            value = letter[1] ? letter + 1 : take_value(arguments, &option);
            return value && set_option(&option, options, value);
        }
        set_option(&option, options, NULL);
    }
    return true;
}

/* Reads `--name`, `--name=value` and `--name value`. */
static bool read_option(struct arguments *arguments, void *options)
{
    const char *text = arguments->argv[arguments->at];
    struct str typed = option_typed(text);
    const char *equals = strchr(text, '=');
    struct str name = {typed.data + 2, typed.len - 2};
    struct cli_option option;
    const char *value;

    if (!find_option(arguments->command, name, &option)) {
        cli_unknown_option(arguments->command, text);
        return false;
    }
    if (option.type == CLI_FLAG && equals) {
        cli_error("`--%s` takes no value", option.name);
        return false;
    }
    if (option.type == CLI_FLAG)
        return set_option(&option, options, NULL);
    value = equals ? equals + 1 : take_value(arguments, &option);
    return value && set_option(&option, options, value);
}

bool cli_parse(const struct command *command, int argc, char **argv, void *options,
               struct cli_list *rest)
{
    struct arguments arguments = {command, argc, argv, 1};
    bool only_rest = false;

    *rest = (struct cli_list){NULL, 0};
    for (; arguments.at < argc; arguments.at++) {
        const char *text = argv[arguments.at];

        if (only_rest || text[0] != '-' || strcmp(text, "-") == 0)
            cli_add(rest, text);
        else if (strcmp(text, "--") == 0)
            only_rest = true;
        else if (strncmp(text, "--", 2) == 0 ? !read_option(&arguments, options)
                                             : !read_letters(&arguments, options))
            return false;
    }
    return true;
}

bool cli_parse_options(const struct command *command, int argc, char **argv,
                       void *options)
{
    struct cli_list rest;

    if (!cli_parse(command, argc, argv, options, &rest))
        return false;
    if (rest.count)
        cli_error("`stet %s` takes no arguments, not `%s`", command->name, rest.items[0]);
    return !rest.count;
}
