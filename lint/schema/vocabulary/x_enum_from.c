/* x_enum_from.c - x-enum-from: the value is one of a list in a data file */

#include "lint/base/suggest.h"
#include "lint/schema/vocabulary/data_file.h"

struct choices {
    struct str *items; /* in the order of the file */
    size_t count;
    struct str_map known;
    struct str file; /* as the schema names it */
};

/* A longer list is not searched for near misses: that takes a microsecond per word. */
enum { MAX_SUGGESTED_FROM = 10000, MAX_LISTED = 8 };

static bool is_scalar(const struct value *value)
{
    return value->kind == VALUE_STRING || value->kind == VALUE_INTEGER ||
           value->kind == VALUE_NUMBER;
}

static void add_choice(struct compiler *c, struct choices *choices, struct str text)
{
    void *known;

    if (str_map_get(&choices->known, text, &known))
        return;
    str_map_put(&choices->known, c->arena, text, NULL);
    choices->items[choices->count++] = text;
}

/* An item of a list is the choice, or has it in `field`. The keys of a map are the
 * choices, unless `field` selects something in their values. */
static bool add_entry(struct compiler *c, const struct advice *advice,
                      struct choices *choices, const struct value *list, uint32_t index,
                      const struct value *field)
{
    const struct entry *entry = &list->entries[index];
    const struct value *value = entry->value;

    if (!field && list->kind == VALUE_MAP) {
        add_choice(c, choices, entry->key);
        return true;
    }
    if (field) {
        const struct entry *found = value_entry(value, field->text);

        value = found ? found->value : NULL;
    }
    if (value && is_scalar(value)) {
        add_choice(c, choices, value->text);
        return true;
    }
    if (field)
        return advice_fail(c, advice, field->span,
                           "finds no `%.*s` in entry %u of `%.*s`", (int)field->text.len,
                           field->text.data, (unsigned)index + 1, (int)choices->file.len,
                           choices->file.data);
    return advice_fail(c, advice, advice->keyword->value->span,
                       "needs a `field`: entry %u of `%.*s` is %s", (unsigned)index + 1,
                       (int)choices->file.len, choices->file.data,
                       value_kind_name(value));
}

static bool add_all(struct compiler *c, const struct advice *advice,
                    struct choices *choices, const struct value *list,
                    const struct value *field)
{
    if (list->kind != VALUE_LIST && list->kind != VALUE_MAP)
        return advice_fail(c, advice, advice->keyword->value->span,
                           "needs a list or a map in `%.*s`, found %s",
                           (int)choices->file.len, choices->file.data,
                           value_kind_name(list));
    if (!list->count)
        return advice_fail(c, advice, advice->keyword->value->span,
                           "finds nothing to choose from in `%.*s`: it is empty",
                           (int)choices->file.len, choices->file.data);
    choices->items = arena_array(c->arena, list->count, sizeof(*choices->items));
    for (uint32_t i = 0; i < list->count; i++)
        if (!add_entry(c, advice, choices, list, i, field))
            return false;
    return true;
}

static bool option(struct compiler *c, const struct advice *advice, const char *name,
                   const struct value **value)
{
    *value = value_get(advice->keyword->value, name);
    if (*value && ((*value)->kind != VALUE_STRING || !(*value)->text.len))
        return advice_fail(c, advice, (*value)->span,
                           "`%s` must be text that is not empty", name);
    return true;
}

/* The part of the file that `at` points to. */
static const struct value *narrow(struct compiler *c, const struct advice *advice,
                                  const struct value *root, const struct value *at)
{
    struct place place = {.value = root};
    const struct entry *entry = NULL;

    if (!at)
        return root;
    if (str_starts(at->text, STR("/")))
        entry = advice_field(c->arena, &place, at->text);
    if (!entry)
        advice_fail(c, advice, at->span,
                    "finds nothing at `%.*s`, which must be a JSON Pointer into the file",
                    (int)at->text.len, at->text.data);
    return entry ? entry->value : NULL;
}

static bool compile(struct compiler *c, struct advice *advice)
{
    static const char *const options[] = {"file", "at", "field", NULL};
    const struct value *value = advice->keyword->value;
    const struct value *file = NULL;
    const struct value *at = NULL;
    const struct value *field = NULL;
    struct choices *choices = arena_alloc(c->arena, sizeof(*choices));
    const struct value *list;

    if (value->kind == VALUE_STRING)
        file = value;
    else if (value->kind != VALUE_MAP)
        return advice_fail_type(c, advice, value, "a path or a map with `file`");
    else if (!advice_keys(c, advice, value, options) ||
             !option(c, advice, "file", &file) || !option(c, advice, "at", &at) ||
             !option(c, advice, "field", &field))
        return false;
    if (!file)
        return advice_fail(c, advice, value->span, "needs a `file`");
    list = data_file_read(c, advice, file);
    list = list ? narrow(c, advice, list, at) : NULL;
    choices->file = file->text;
    advice->settings = choices;
    return list && add_all(c, advice, choices, list, field);
}

struct str_list enum_from_choices(const struct advice *advice)
{
    const struct choices *choices = advice->settings;

    return (struct str_list){choices->items, choices->count};
}

/* "one of `a`, `b`" or "one of the 120 values". */
static void add_choices(struct advising *x, struct buf *out,
                        const struct choices *choices)
{
    if (choices->count > MAX_LISTED) {
        buf_printf(out, "one of the %zu values", choices->count);
        return;
    }
    buf_puts(out, choices->count > 1 ? "one of " : "");
    for (size_t i = 0; i < choices->count; i++)
        buf_printf(out, "%s%s", i ? ", " : "", advice_quote(x, choices->items[i]).data);
}

static void check(struct advising *x, const struct advice *advice,
                  const struct place *place)
{
    const struct choices *choices = advice->settings;
    struct str text = place->value->text;
    struct failure *failure;
    struct buf out = BUF_INIT;
    void *known;

    if (str_map_get(&choices->known, text, &known))
        return;
    add_choices(x, &out, choices);
    failure = advise(x, advice, place, "be %.*s in `%.*s`, found %s", (int)out.len,
                     out.len ? out.data : "", (int)choices->file.len, choices->file.data,
                     advice_quote(x, text).data);
    buf_release(&out);
    if (choices->count <= MAX_SUGGESTED_FROM)
        advice_suggest(x, failure, suggest_nearest(text, choices->items, choices->count));
}

const struct extension x_enum_from = {
    .name = "x-enum-from",
    .help = "the value is in a list, or is a key, in a data file",
    .kinds = KIND_STRING | KIND_NUMERIC,
    .compile = compile,
    .check = check,
};
