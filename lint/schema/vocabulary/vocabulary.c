/* vocabulary.c - the table of stet's own keywords, and how they are compiled */

#include "lint/schema/vocabulary/vocabulary.h"

#include <stdarg.h>

#include "lint/base/suggest.h"

const struct extension *const extensions[] = {
    &x_deprecated_standard,
    &x_deprecated,
    &x_ends_with,
    &x_enum_from,
    &x_equals,
    &x_file_exists,
    &x_first_heading,
    &x_forbidden,
    &x_max_age,
    &x_message,
    &x_not_after,
    &x_not_before,
    &x_plain_text,
    &x_recommended,
    &x_severity,
    NULL,
};

static const struct extension *find_extension(struct str name)
{
    for (size_t i = 0; extensions[i]; i++)
        if (str_is(name, extensions[i]->name))
            return extensions[i];
    return NULL;
}

bool vocabulary_knows(struct str keyword)
{
    return find_extension(keyword) != NULL;
}

struct str_list vocabulary_names(struct arena *arena)
{
    enum { COUNT = sizeof(extensions) / sizeof(extensions[0]) - 1 };
    struct str *names = arena_array(arena, COUNT, sizeof(*names));

    for (size_t i = 0; i < COUNT; i++)
        names[i] = str_from(extensions[i]->name);
    return (struct str_list){names, COUNT};
}

bool vocabulary_holds_schema(struct str keyword)
{
    return str_is(keyword, x_recommended.name);
}

const struct advice *vocabulary_find(const struct subschema *schema,
                                     const struct extension *extension)
{
    const struct advice *advice = schema->advice;

    while (advice && advice->extension != extension)
        advice = advice->next;
    return advice;
}

bool advice_fail(struct compiler *c, const struct advice *advice, struct span span,
                 const char *format, ...)
{
    struct str message;
    va_list args;

    va_start(args, format);
    message = arena_vformat(c->arena, format, args);
    va_end(args);
    return compiler_fail(c, advice->schema->resource, span, "`%s` %.*s",
                         advice->extension->name, (int)message.len, message.data);
}

bool advice_fail_type(struct compiler *c, const struct advice *advice,
                      const struct value *value, const char *expected)
{
    return advice_fail(c, advice, value->span, "must be %s, found %s", expected,
                       value_kind_name(value));
}

enum { MAX_OPTIONS = 8 };

static bool fail_key(struct compiler *c, const struct advice *advice,
                     const struct entry *entry, const struct str *names, size_t count)
{
    struct str nearest = suggest_nearest(entry->key, names, count);
    struct buf out = BUF_INIT;

    buf_puts(&out, "has no option ");
    words_add_quoted(&out, entry->key);
    if (nearest.len)
        buf_printf(&out, "; did you mean `%.*s`?", (int)nearest.len, nearest.data);
    advice_fail(c, advice, entry->key_span, "%.*s", (int)out.len, out.data);
    buf_release(&out);
    return false;
}

bool advice_keys(struct compiler *c, const struct advice *advice, const struct value *map,
                 const char *const *names)
{
    struct str known[MAX_OPTIONS];
    size_t count = 0;

    for (; count < MAX_OPTIONS && names[count]; count++)
        known[count] = str_from(names[count]);
    for (uint32_t i = 0; i < map->count; i++) {
        size_t k = 0;

        while (k < count && !str_equal(map->entries[i].key, known[k]))
            k++;
        if (k == count)
            return fail_key(c, advice, &map->entries[i], known, count);
    }
    return true;
}

bool advice_true_or_map(struct compiler *c, struct advice *advice, void *settings,
                        const char *const *options, const char *expected)
{
    const struct value *value = advice->keyword->value;
    bool is_off = value->kind == VALUE_BOOL && !value->boolean;

    advice->settings = is_off ? NULL : settings;
    if (value->kind == VALUE_BOOL)
        return true;
    if (value->kind != VALUE_MAP)
        return advice_fail_type(c, advice, value, expected);
    return advice_keys(c, advice, value, options);
}

static bool is_text(const struct value *value)
{
    return value->kind == VALUE_STRING && value->text.len;
}

bool advice_strings(struct compiler *c, const struct advice *advice,
                    const struct value *value, struct str_list *strings)
{
    uint32_t count = value->kind == VALUE_LIST ? value->count : 1;
    struct str *items = arena_array(c->arena, count, sizeof(*items));

    for (uint32_t i = 0; i < count; i++) {
        const struct value *item =
            value->kind == VALUE_LIST ? value->entries[i].value : value;

        if (!is_text(item))
            return advice_fail(c, advice, item->span,
                               "must be text that is not empty, or a list of such");
        items[i] = item->text;
    }
    if (!count)
        return advice_fail(c, advice, value->span, "must not be an empty list");
    *strings = (struct str_list){items, count};
    return true;
}

/*
 * Other tools have x- keywords as well, which are ignored. One that differs from one of
 * stet's by a single letter, and has a value that this could have, is a slip: silently
 * ignored, it would never check anything.
 */
static bool refuse_slip(struct compiler *c, struct subschema *schema,
                        const struct entry *entry)
{
    for (size_t i = 0; extensions[i]; i++) {
        struct advice advice = {extensions[i], schema, entry, NULL, NULL};

        if (!suggest_is_slip(entry->key, str_from(extensions[i]->name)) ||
            !extensions[i]->compile(c, &advice))
            continue;
        return compiler_fail(c, schema->resource, entry->key_span,
                             "unknown keyword `%.*s`; did you mean `%s`?",
                             (int)entry->key.len, entry->key.data, extensions[i]->name);
    }
    return true;
}

static bool add_advice(struct compiler *c, struct subschema *schema,
                       const struct entry *entry, const struct extension *extension)
{
    struct advice *advice = arena_alloc(c->arena, sizeof(*advice));
    const struct advice **end = &schema->advice;

    *advice = (struct advice){extension, schema, entry, NULL, NULL};
    if (!extension->compile(c, advice))
        return false;
    while (*end)
        end = (const struct advice **)&(*end)->next;
    *end = advice;
    c->advises |= extension->check != NULL;
    return true;
}

bool compile_vocabulary(struct compiler *c, struct subschema *schema)
{
    for (uint32_t i = 0; i < schema->value->count; i++) {
        const struct entry *entry = &schema->value->entries[i];
        const struct extension *extension = NULL;
        bool own = str_starts(entry->key, STR("x-"));

        if (own || str_is(entry->key, "deprecated"))
            extension = find_extension(entry->key);
        if (extension ? !add_advice(c, schema, entry, extension)
                      : own && !refuse_slip(c, schema, entry))
            return false;
    }
    return true;
}
