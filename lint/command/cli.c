/* cli.c - commands and their options, as tables */

#include "lint/command/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/memory.h"
#include "lint/base/suggest.h"
#include "lint/command/say.h"

enum { CLI_MAX_NAMES = 300 }; /* options or choices that a suggestion is one of */

struct cli_option cli_option_read(const struct cli_option *row)
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

static size_t option_names(const struct command *command, struct str *names)
{
    size_t count = 0;

    for (const struct cli_option *o = command->options; o && o->type != CLI_END; o++)
        names[count++] = str_from(cli_option_read(o).name);
    return count;
}

/* False when the command has no option of that name. */
static bool find_option(const struct command *command, struct str name,
                        struct cli_option *option)
{
    for (const struct cli_option *o = command->options; o && o->type != CLI_END; o++) {
        *option = cli_option_read(o);
        if (str_is(name, option->name))
            return true;
    }
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

    for (const char *name; (name = option->choice((int)count)) != NULL; count++) {
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

    for (int i = 0; (name = option->choice(i)) != NULL; i++) {
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
    case CLI_SHARED:
    case CLI_END:
        break;
    }
    bug("an option without a type");
}

/* Reads the option at argv[*i] and, when its value is an argument of its own, moves *i
 * on. */
static bool read_option(const struct command *command, int argc, char **argv, int *i,
                        void *options)
{
    struct str typed = option_typed(argv[*i]);
    const char *equals = strchr(argv[*i], '=');
    struct str name = {typed.data + 2, typed.len - 2};
    struct cli_option option;

    if (!find_option(command, name, &option)) {
        cli_unknown_option(command, argv[*i]);
        return false;
    }
    if (option.type == CLI_FLAG && equals) {
        cli_error("`--%s` takes no value", option.name);
        return false;
    }
    if (option.type == CLI_FLAG || equals)
        return set_option(&option, options, equals ? equals + 1 : NULL);
    if (*i + 1 >= argc) {
        cli_error("`--%s` needs a value; see `stet help %s`", option.name, command->name);
        return false;
    }
    *i += 1;
    return set_option(&option, options, argv[*i]);
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
            cli_unknown_option(command, argv[i]);
            return false;
        }
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
