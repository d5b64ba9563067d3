/* shape.c - what many values in one place have in common */

#include "lint/schema/infer/shape.h"

#include <stdlib.h>

#include "lint/base/memory.h"
#include "lint/base/utf8.h"
#include "lint/schema/evaluate/evaluate.h"

struct form_type {
    const char *keyword;
    const char *value;
};

static const struct form_type form_types[TEXT_FORM_COUNT] = {
    [TEXT_DATE] = {"format", "date"},
    [TEXT_DATE_TIME] = {"format", "date-time"},
    [TEXT_TIME] = {"format", "time"},
    [TEXT_EMAIL] = {"format", "email"},
    [TEXT_URI] = {"format", "uri"},
    [TEXT_UUID] = {"format", "uuid"},
    [TEXT_TIMESTAMP] = {"pattern",
                        "^\\d{4}-\\d{2}-\\d{2}([ T]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?"
                        "( ?(Z|UTC|[+-]\\d{2}:?\\d{2}))?)?$"},
    [TEXT_SLUG] = {"pattern", "^[a-z0-9]+(-[a-z0-9]+)*$"},
};

const char *text_form_keyword(enum text_form form)
{
    return form_types[form].keyword;
}

const char *text_form_value(enum text_form form)
{
    return form_types[form].value;
}

void shaper_init(struct shaper *shaper, struct arena *arena)
{
    struct regex_error error;

    *shaper = (struct shaper){.arena = arena};
    for (int i = 0; i < TEXT_FORM_COUNT; i++) {
        struct str value = str_from(form_types[i].value);
        bool is_format = strcmp(form_types[i].keyword, "format") == 0;

        if (is_format)
            shaper->formats[i] = format_find(value);
        else
            shaper->patterns[i] = regex_compile(arena, value, 0, &error);
        if (!shaper->formats[i] && !shaper->patterns[i])
            bug("a form of text that is none");
    }
}

static bool has_form(const struct shaper *shaper, int form, struct str text)
{
    /* "note:this" is a URI as well, but not meant as one. */
    if (form == TEXT_URI && !str_starts(text, STR("https://")) &&
        !str_starts(text, STR("http://")))
        return false;
    if (shaper->formats[form])
        return format_valid(shaper->formats[form], text);
    return regex_match(shaper->patterns[form], text) == REGEX_MATCH;
}

static void add_choice(struct shaper *shaper, struct shape *shape, struct str text)
{
    if (shape->choice_count > SHAPE_MAX_CHOICES)
        return;
    for (uint32_t i = 0; i < shape->choice_count; i++) {
        if (!str_equal(shape->choices[i].text, text))
            continue;
        shape->choices[i].count++;
        return;
    }
    shaper->text_bytes += text.len;
    if (shaper->text_bytes > SHAPE_MAX_TEXT_BYTES)
        shape->choice_count = SHAPE_MAX_CHOICES;
    if (shape->choice_count < SHAPE_MAX_CHOICES)
        shape->choices[shape->choice_count] =
            (struct choice){arena_str(shaper->arena, text), 1, shaper->article};
    shape->choice_count++;
}

static void add_forms(struct shaper *shaper, struct shape *shape, struct str text)
{
    bool dated = false;

    for (int i = 0; i < TEXT_FORM_COUNT; i++) {
        bool has = has_form(shaper, i, text);

        dated |= has && i <= TEXT_DATE_TIME;
        if (!has)
            witness_add(&shape->without[i], shaper->article);
    }
    if (!dated)
        witness_add(&shape->undated, shaper->article);
}

static void add_text(struct shaper *shaper, struct shape *shape, struct str text)
{
    size_t length = utf8_code_points(text);
    bool first = shape->kinds[VALUE_STRING] == 1;

    if (first || length < shape->shortest)
        shape->shortest = length;
    if (first || length > shape->longest)
        shape->longest = length;
    shape->hyphenated += text.len && memchr(text.data, '-', text.len);
    add_forms(shaper, shape, text);
    add_choice(shaper, shape, text);
}

static void add_list(struct shaper *shaper, struct shape *shape, const struct value *list)
{
    bool first = shape->kinds[VALUE_LIST] == 1;
    uint32_t earlier;

    if (!shape->items)
        shape->items = arena_alloc(shaper->arena, sizeof(*shape->items));
    if (first || list->count < shape->fewest)
        shape->fewest = list->count;
    if (first || list->count > shape->most)
        shape->most = list->count;
    shape->lists_of_many += list->count > 1;
    shape->repeats |= first_repeated_item(list, &earlier) < list->count;
    for (uint32_t i = 0; i < list->count; i++)
        shape_add(shaper, shape->items, list->entries[i].value);
}

/* A new key is missing in the maps that came before. */
static struct key_shape *new_key(struct shaper *shaper, struct shape *shape,
                                 struct str name)
{
    struct key_shape *key = arena_alloc(shaper->arena, sizeof(*key));

    shape->key_list = arena_make_room(shaper->arena, shape->key_list, shape->key_count,
                                      &shape->key_capacity, sizeof(struct key_shape *));
    key->name = arena_str(shaper->arena, name);
    key->missing = shape->earlier_maps;
    shape->key_list[shape->key_count++] = key;
    str_map_put(&shape->keys, shaper->arena, key->name, key);
    shaper->keys++;
    return key;
}

/* The shape under a key, which is added; NULL when there is no room for one more. */
static struct key_shape *find_key(struct shaper *shaper, struct shape *shape,
                                  struct str name)
{
    void *known;

    if (str_map_get(&shape->keys, name, &known))
        return known;
    if (shape->key_count == SHAPE_MAX_KEYS || shaper->keys == SHAPE_MAX_ALL_KEYS)
        return NULL;
    return new_key(shaper, shape, name);
}

/* The known keys that the latest map does not have. */
static void add_missing(struct shaper *shaper, struct shape *shape)
{
    for (uint32_t i = 0; i < shape->key_count; i++)
        if (shape->key_list[i]->last != shape->kinds[VALUE_MAP])
            witness_add(&shape->key_list[i]->missing, shaper->article);
}

static void add_map(struct shaper *shaper, struct shape *shape, const struct value *map)
{
    for (uint32_t i = 0; i < map->count && !shape->overfull; i++) {
        struct key_shape *key = find_key(shaper, shape, map->entries[i].key);

        shape->overfull = !key;
        if (!key)
            return;
        key->position += (double)i / map->count;
        key->last = shape->kinds[VALUE_MAP];
        shape_add(shaper, &key->shape, map->entries[i].value);
    }
    add_missing(shaper, shape);
    witness_add(&shape->earlier_maps, shaper->article);
}

void shape_add(struct shaper *shaper, struct shape *shape, const struct value *value)
{
    shape->count++;
    shape->kinds[value->kind]++;
    witness_add(&shape->seen[value->kind], shaper->article);
    switch (value->kind) {
    case VALUE_STRING:
        add_text(shaper, shape, value->text);
        break;
    case VALUE_INTEGER:
    case VALUE_NUMBER:
        shape->negatives += *value->text.data == '-';
        break;
    case VALUE_LIST:
        add_list(shaper, shape, value);
        break;
    case VALUE_MAP:
        add_map(shaper, shape, value);
        break;
    case VALUE_NULL:
    case VALUE_BOOL:
        break;
    }
}

static double mean_position(const struct key_shape *key)
{
    return key->position / key->shape.count;
}

static int by_frequency(const void *a, const void *b)
{
    const struct key_shape *left = *(const struct key_shape *const *)a;
    const struct key_shape *right = *(const struct key_shape *const *)b;
    double difference = mean_position(left) - mean_position(right);

    if (left->shape.count != right->shape.count)
        return left->shape.count > right->shape.count ? -1 : 1;
    if (difference != 0)
        return difference < 0 ? -1 : 1;
    return str_compare(left->name, right->name);
}

void shape_sort_keys(struct shape *shape)
{
    if (shape->key_count)
        qsort(shape->key_list, shape->key_count, sizeof(*shape->key_list), by_frequency);
    for (uint32_t i = 0; i < shape->key_count; i++)
        shape_sort_keys(&shape->key_list[i]->shape);
    if (shape->items)
        shape_sort_keys(shape->items);
}
