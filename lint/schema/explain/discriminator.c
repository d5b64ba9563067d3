/* discriminator.c - the value that distinguishes the alternatives of anyOf and oneOf */

#include <string.h>

#include "lint/schema/explain/branches.h"

bool failure_is_for_others(const struct failure *failure, const struct place *place)
{
    return failure->kind == FAILURE_NEVER && failure->check &&
           failure->check->kind == CHECK_IF && failure->place->value == place->value;
}

bool failure_is_choice(const struct failure *failure)
{
    return failure_is_check(failure, CHECK_CONST) ||
           failure_is_check(failure, CHECK_ENUM) ||
           failure->kind == FAILURE_DISCRIMINATOR;
}

static bool rejects_choice_at(const struct branch *branch, const struct value *value)
{
    for (const struct failure *f = branch->failures.first; f; f = f->next)
        if (failure_is_choice(f) && f->place->value == value)
            return true;
    return false;
}

static bool all_reject(const struct branches *branches, const struct value *value)
{
    for (uint32_t i = 0; i < branches->count; i++)
        if (!branches->items[i].dropped && !rejects_choice_at(&branches->items[i], value))
            return false;
    return true;
}

static uint32_t count_choices(const struct failure *f)
{
    if (f->kind == FAILURE_DISCRIMINATOR)
        return (uint32_t)f->allowed.count;
    return failure_is_check(f, CHECK_CONST) ? 1 : f->check->keyword->value->count;
}

/* A scalar as text; empty for a list or map, which distinguishes nothing. */
static struct str choice_text(const struct value *value)
{
    switch (value->kind) {
    case VALUE_NULL:
        return STR("null");
    case VALUE_BOOL:
        return value->boolean ? STR("true") : STR("false");
    case VALUE_INTEGER:
    case VALUE_NUMBER:
    case VALUE_STRING:
        return value->text;
    case VALUE_LIST:
    case VALUE_MAP:
        break;
    }
    return STR("");
}

static size_t add_choices(struct str *items, size_t count, const struct failure *f)
{
    const struct value *operand = f->check->keyword->value;

    if (f->kind == FAILURE_DISCRIMINATOR) {
        memcpy(items + count, f->allowed.items, f->allowed.count * sizeof(*items));
        return count + f->allowed.count;
    }
    if (failure_is_check(f, CHECK_CONST)) {
        items[count] = choice_text(operand);
        return count + (items[count].len > 0);
    }
    for (uint32_t i = 0; i < operand->count; i++) {
        items[count] = choice_text(operand->entries[i].value);
        count += items[count].len > 0;
    }
    return count;
}

static bool is_string_choice(const struct failure *f)
{
    const struct value *operand = f->check->keyword->value;

    if (f->kind == FAILURE_DISCRIMINATOR)
        return !f->bare;
    if (failure_is_check(f, CHECK_CONST))
        return operand->kind == VALUE_STRING;
    return f->check->as.set.strings.count == operand->count;
}

/* Are all choices of all remaining alternatives for one value strings? */
static bool are_string_choices(const struct branches *branches, const struct value *value)
{
    for (uint32_t i = 0; i < branches->count; i++)
        for (const struct failure *f = branches->items[i].failures.first; f; f = f->next)
            if (!branches->items[i].dropped && failure_is_choice(f) &&
                f->place->value == value && !is_string_choice(f))
                return false;
    return true;
}

/* The choices that the remaining alternatives allow for one value, together. */
static struct str_list merge_choices(struct explanation *x,
                                     const struct branches *branches,
                                     const struct value *value)
{
    size_t room = 0;
    size_t count = 0;
    struct str *items = NULL;

    for (int pass = 0; pass < 2; pass++) {
        if (pass == 1)
            items = arena_array(x->arena, room, sizeof(*items));
        for (uint32_t i = 0; i < branches->count; i++) {
            const struct failure *f = branches->items[i].failures.first;

            for (; !branches->items[i].dropped && f; f = f->next) {
                if (!failure_is_choice(f) || f->place->value != value)
                    continue;
                if (pass == 0)
                    room += count_choices(f);
                else
                    count = add_choices(items, count, f);
            }
        }
    }
    return (struct str_list){items, count};
}

bool branches_merge_choices(const struct explaining *x, const struct branches *branches)
{
    const struct branch *first = NULL;

    for (uint32_t i = 0; i < branches->count && !first; i++)
        if (!branches->items[i].dropped)
            first = &branches->items[i];
    if (!first || branches_left(branches) < 2)
        return false;
    for (const struct failure *f = first->failures.first; f; f = f->next) {
        struct failure *merged;

        if (!failure_is_choice(f) || f->place->value->kind >= VALUE_LIST ||
            !all_reject(branches, f->place->value))
            continue;
        merged = failure_add_for(x, FAILURE_DISCRIMINATOR, f);
        merged->allowed = merge_choices(x->explanation, branches, f->place->value);
        /* What is not a string has no suggestion, which would be written as one. */
        merged->bare = !are_string_choices(branches, f->place->value);
        return true;
    }
    return false;
}

/* `properties` of the test by which an alternative says that it is for other values. */
static const struct value *tested_properties(const struct subschema *alternative)
{
    for (uint32_t i = 0; i < alternative->count; i++)
        if (alternative->checks[i].kind == CHECK_IF)
            return value_get(alternative->checks[i].as.condition.test->value,
                             "properties");
    return NULL;
}

/* The value that the first alternative tests; the map itself when that is missing. */
static const struct place *tested_place(struct explanation *x,
                                        const struct subschema *alternative,
                                        const struct place *place)
{
    const struct value *properties = tested_properties(alternative);

    for (uint32_t i = 0; properties && i < place->value->count; i++)
        if (value_entry(properties, place->value->entries[i].key))
            return place_child(x, place, i);
    return place;
}

/* What all alternatives require of that value by one keyword; empty when some require
 * nothing. */
static struct str_list tested_operands(struct explanation *x, struct subschema_list list,
                                       const struct place *tested, const char *keyword)
{
    struct str *items = arena_array(x->arena, list.count, sizeof(*items));

    for (uint32_t i = 0; i < list.count; i++) {
        const struct entry *entry =
            tested->entry
                ? value_entry(tested_properties(list.items[i]), tested->entry->key)
                : NULL;
        const struct value *operand = entry ? value_get(entry->value, keyword) : NULL;

        if (!operand || operand->kind != VALUE_STRING)
            return (struct str_list){NULL, 0};
        items[i] = operand->text;
    }
    return (struct str_list){items, list.count};
}

bool branches_unclaimed(const struct explaining *x, const struct branches *branches)
{
    struct subschema_list list = x->check->as.schemas;
    const struct place *tested;
    struct failure *failure;

    for (uint32_t i = 0; i < branches->count; i++)
        if (!branch_find(&branches->items[i], branches->place, failure_is_for_others))
            return false;
    tested = tested_place(x->explanation, list.items[0], branches->place);
    failure = failure_add(x, FAILURE_CHECK);
    failure->place = tested;
    failure->allowed = tested_operands(x->explanation, list, tested, "pattern");
    if (failure->allowed.count)
        return true;
    failure->allowed = tested_operands(x->explanation, list, tested, "const");
    if (failure->allowed.count)
        failure->kind = FAILURE_DISCRIMINATOR;
    return true;
}
