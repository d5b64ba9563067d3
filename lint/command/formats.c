/* formats.c - the forms of a report that the command line asks for */

#include "lint/command/formats.h"

#include <string.h>

#include "lint/command/say.h"
#include "lint/report/report.h"

static bool unknown_format(struct str name)
{
    enum { NAMES_MAX = 32 };
    struct str names[NAMES_MAX];
    const struct reporter *reporter;
    size_t count = 0;

    while (count < NAMES_MAX && (reporter = reporter_at(count)))
        names[count++] = str_from(reporter->name);
    cli_unknown("format", name, names, count, "`stet help check` lists them");
    return false;
}

static bool find_format(struct str name, int *format)
{
    const struct reporter *reporter;

    for (*format = 0; (reporter = reporter_at((size_t)*format)); ++*format)
        if (str_is(name, reporter->name))
            return true;
    return unknown_format(name);
}

/* NAME or NAME=FILE. */
static bool read_one(const char *text, struct format_choice *choice)
{
    const char *equals = strchr(text, '=');
    size_t len = equals ? (size_t)(equals - text) : strlen(text);

    choice->path = equals ? equals + 1 : NULL;
    if (equals && !*choice->path) {
        cli_error("`--format %s` names no file after the `=`", text);
        return false;
    }
    return find_format((struct str){text, len}, &choice->format);
}

static bool same_target(const struct format_choice *a, const struct format_choice *b)
{
    if (a->path && b->path && strcmp(a->path, b->path) == 0)
        cli_error("two reports cannot be written to `%s`", a->path);
    else if (!a->path && !b->path)
        cli_error("one report can go to standard output; write the others to files: "
                  "`--format sarif=report.sarif`");
    else
        return false;
    return true;
}

static bool are_apart(const struct format_choices *choices)
{
    for (uint32_t i = 0; i < choices->count; i++)
        for (uint32_t k = i + 1; k < choices->count; k++)
            if (same_target(&choices->items[i], &choices->items[k]))
                return false;
    return true;
}

/* The one for standard output comes first. */
static void put_first(struct format_choices *choices)
{
    for (uint32_t i = 1; i < choices->count; i++)
        if (!choices->items[i].path) {
            struct format_choice first = choices->items[i];

            choices->items[i] = choices->items[0];
            choices->items[0] = first;
        }
}

/* Gives the file of --output to the format without one. */
static bool apply_output(struct format_choices *choices, const char *output)
{
    if (!output)
        return true;
    if (choices->items[0].path) {
        cli_error("`--output` has no format: each `--format` names a file of its own");
        return false;
    }
    choices->items[0].path = output;
    return true;
}

bool formats_read(const struct cli_list *given, const char *output,
                  struct format_choices *choices)
{
    *choices = (struct format_choices){.count = 0};
    if (given->count > FORMATS_MAX) {
        cli_error("at most %d reports can be written at once", FORMATS_MAX);
        return false;
    }
    for (uint32_t i = 0; i < given->count; i++)
        if (!read_one(given->items[i], &choices->items[choices->count++]))
            return false;
    if (!choices->count)
        choices->items[choices->count++] = (struct format_choice){0, NULL};
    put_first(choices);
    return are_apart(choices) && apply_output(choices, output) && are_apart(choices);
}
