/* assert.c - evaluates keywords that need only the value */

#include "lint/base/utf8.h"
#include "lint/schema/evaluate/checks.h"
#include "lint/schema/evaluate/encoded.h"
#include "lint/schema/format/format.h"

bool holds_type(const struct check *check, const struct value *value)
{
    struct decimal number;

    if (check->as.type.allowed & kind_bit(value))
        return true;
    if (value->kind != VALUE_NUMBER || !(check->as.type.allowed & KIND_INTEGER) ||
        !check->as.type.integer_has_point)
        return false;
    number = decimal_parse(value->text);
    return decimal_is_integer(&number);
}

bool holds_const(const struct check *check, const struct value *value)
{
    return value_equal(check->as.constant, value);
}

bool holds_enum(const struct check *check, const struct value *value)
{
    const struct value_set *set = &check->as.set;
    uint32_t slot = (uint32_t)value_hash(value) & set->mask;

    for (; set->slots[slot]; slot = (slot + 1) & set->mask)
        if (value_equal(set->slots[slot], value))
            return true;
    return false;
}

static int compare_number(const struct check *check, const struct value *value)
{
    struct decimal number = decimal_parse(value->text);

    return decimal_compare(&number, &check->as.number);
}

bool holds_minimum(const struct check *check, const struct value *value)
{
    return compare_number(check, value) >= 0;
}

bool holds_maximum(const struct check *check, const struct value *value)
{
    return compare_number(check, value) <= 0;
}

bool holds_exclusive_minimum(const struct check *check, const struct value *value)
{
    return compare_number(check, value) > 0;
}

bool holds_exclusive_maximum(const struct check *check, const struct value *value)
{
    return compare_number(check, value) < 0;
}

bool holds_multiple_of(const struct check *check, const struct value *value)
{
    struct decimal number = decimal_parse(value->text);

    return decimal_is_multiple(&number, &check->as.number);
}

/* A code point has one to four bytes, which alone mostly decides. */
static bool has_length(struct str text, uint64_t minimum)
{
    if (text.len < minimum)
        return false;
    return text.len / 4 >= minimum || utf8_code_points(text) >= minimum;
}

bool holds_min_length(const struct check *check, const struct value *value)
{
    return has_length(value->text, check->as.count);
}

bool holds_max_length(const struct check *check, const struct value *value)
{
    return !has_length(value->text, check->as.count + 1);
}

bool holds_content(const struct check *check, const struct value *value)
{
    return content_valid(check->as.content, value->text);
}

bool holds_format(const struct check *check, const struct value *value)
{
    return format_valid(check->as.format, value->text);
}

bool holds_min_count(const struct check *check, const struct value *value)
{
    return value->count >= check->as.count;
}

bool holds_max_count(const struct check *check, const struct value *value)
{
    return value->count <= check->as.count;
}

/* Above this many items their hashes are compared first. */
enum { SMALL_LIST = 16 };

static uint32_t repeated_in_small(const struct value *list, uint32_t *first)
{
    for (uint32_t i = 1; i < list->count; i++)
        for (uint32_t j = 0; j < i; j++)
            if (value_equal(list->entries[i].value, list->entries[j].value)) {
                *first = j;
                return i;
            }
    return list->count;
}

static uint32_t repeated_in_table(const struct value *list, uint32_t *first,
                                  uint32_t *table, uint32_t mask)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const struct value *item = list->entries[i].value;
        uint32_t slot = (uint32_t)value_hash(item) & mask;

        for (; table[slot]; slot = (slot + 1) & mask) {
            *first = table[slot] - 1;
            if (value_equal(list->entries[*first].value, item))
                return i;
        }
        table[slot] = i + 1;
    }
    return list->count;
}

uint32_t first_repeated_item(const struct value *list, uint32_t *first)
{
    struct arena arena;
    uint32_t mask = 63;
    uint32_t found;

    if (list->count <= SMALL_LIST)
        return repeated_in_small(list, first);
    while (mask < 2 * list->count)
        mask = mask * 2 + 1;
    arena_init(&arena);
    found = repeated_in_table(
        list, first, arena_array(&arena, (size_t)mask + 1, sizeof(uint32_t)), mask);
    arena_release(&arena);
    return found;
}

bool holds_unique_items(const struct check *check, const struct value *list)
{
    uint32_t first;

    (void)check;
    return first_repeated_item(list, &first) == list->count;
}

bool map_has_all(const struct value *map, const struct value *names)
{
    for (uint32_t i = 0; i < names->count; i++)
        if (!value_entry(map, names->entries[i].value->text))
            return false;
    return true;
}

bool holds_required(const struct check *check, const struct value *map)
{
    return map_has_all(map, check->keyword->value);
}

bool holds_dependent_required(const struct check *check, const struct value *map)
{
    const struct value *rules = check->keyword->value;

    for (uint32_t i = 0; i < rules->count; i++)
        if (value_entry(map, rules->entries[i].key) &&
            !map_has_all(map, rules->entries[i].value))
            return false;
    return true;
}
