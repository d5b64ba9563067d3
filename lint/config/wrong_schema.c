/* wrong_schema.c - what is wrong with a schema that a config names */

#include "lint/config/wrong_schema.h"

#include <stdlib.h>

#include "lint/files/path.h"
#include "lint/run/schema_rules.h"

/* Many configs may name one schema. */
static bool is_known(const struct config_reader *reader, struct str path)
{
    uint32_t kept =
        reader->error_count < CONFIG_MAX_ERRORS ? reader->error_count : CONFIG_MAX_ERRORS;

    for (uint32_t i = 0; i < kept; i++)
        if (reader->errors[i].rule && str_equal(reader->errors[i].path, path))
            return true;
    return false;
}

static int compare_places(const void *a, const void *b)
{
    uint32_t left = ((const struct diagnostic *)a)->mistake.span.start;
    uint32_t right = ((const struct diagnostic *)b)->mistake.span.start;

    return (left > right) - (left < right);
}

static void add(struct config_reader *reader, struct config_error error,
                const struct diagnostic *found)
{
    error.mistake = found->mistake;
    error.rule = schema_rules.rules[found->rule];
    config_add_error(reader, error);
}

/* The errors of the file; false when the search for flaws finds none. */
static bool add_flaws(struct config_reader *reader, struct config_error error,
                      const char *path, const struct schema_options *options)
{
    struct diagnostics found = run_schema(error.source, path, options, reader->arena);
    bool any = false;

    if (found.count)
        qsort(found.items, found.count, sizeof(*found.items), compare_places);
    for (uint32_t i = 0; i < found.count; i++) {
        if (found.items[i].mistake.severity != SEVERITY_ERROR)
            continue;
        any = true;
        add(reader, error, &found.items[i]);
    }
    return any;
}

void config_complain_of_schema(struct config_reader *reader,
                               const struct config_place *place,
                               const struct schema_error *error,
                               const struct schema_options *options)
{
    struct str message = error->mistake.message;
    struct config_error own = {.source = error->source, .mistake = error->mistake};

    if (!error->source) {
        config_complain(reader, place->file, place->span,
                        arena_format(reader->arena, "the schema cannot be used: %.*s",
                                     (int)message.len, message.data));
        return;
    }
    own.path = path_shown(reader->arena, str_from(error->path));
    own.mistake.severity = SEVERITY_ERROR;
    if (is_known(reader, own.path) || config_is_full(reader))
        return;
    if (!add_flaws(reader, own, error->path, options))
        config_add_error(reader, own);
}
