/* pair.c - near misses: what was probably meant */

#include "lint/schema/failure.h"
#include "lint/suggest.h"

struct str_list string_choices(struct arena *arena, const struct value *list)
{
    struct str *items = arena_array(arena, list->count, sizeof(*items));
    size_t count = 0;

    for (uint32_t i = 0; i < list->count; i++)
        if (list->entries[i].value->kind == VALUE_STRING)
            items[count++] = list->entries[i].value->text;
    return (struct str_list){items, count};
}

/* The names a map may have, as far as its schema lists them. */
struct names {
    struct str *items;
    size_t count;
    size_t capacity;
    uint32_t depth;
    const struct value *map; /* names it has already are left out */
};

/* Above this many names of one schema nothing is suggested. */
enum { MAX_NAMES = 2000, MAX_NAME_DEPTH = 30 };

static void collect(struct names *names, const struct subschema *schema);

static void collect_all(struct names *names, struct subschema_list list)
{
    for (uint32_t i = 0; i < list.count; i++)
        collect(names, list.items[i]);
}

static void collect_own(struct names *names, const struct properties *properties)
{
    for (uint32_t i = 0; i <= properties->mask; i++) {
        const struct property *property = &properties->slots[i];

        if (property->name.data && property->schema && !property->schema->never &&
            names->count < names->capacity && !value_entry(names->map, property->name))
            names->items[names->count++] = property->name;
    }
}

/* In whatever is applied to the same map. */
static void collect(struct names *names, const struct subschema *schema)
{
    if (!schema || names->depth == MAX_NAME_DEPTH || names->count == names->capacity)
        return;
    names->depth++;
    for (uint32_t i = 0; i < schema->count; i++) {
        const struct check *check = &schema->checks[i];

        switch (check->kind) {
        case CHECK_PROPERTIES:
            collect_own(names, check->as.properties);
            break;
        case CHECK_REF:
            collect(names, check->as.schema);
            break;
        case CHECK_DYNAMIC_REF:
            collect(names, check->as.dynamic.fallback);
            break;
        case CHECK_ALL_OF:
        case CHECK_ANY_OF:
        case CHECK_ONE_OF:
            collect_all(names, check->as.schemas);
            break;
        case CHECK_IF:
            collect(names, check->as.condition.then);
            collect(names, check->as.condition.otherwise);
            break;
        default:
            break;
        }
    }
    names->depth--;
}

/* Only what the failing keyword itself looks at: additionalProperties sees its
 * neighbours, unevaluatedProperties everything around it. */
static void suggest_name(struct explanation *x, struct failure *failure)
{
    struct names names = {NULL, 0, MAX_NAMES, 0, failure->place->parent->value};

    names.items = arena_array(x->arena, MAX_NAMES, sizeof(*names.items));
    if (failure->check->kind == CHECK_PROPERTIES)
        collect_own(&names, failure->check->as.properties);
    else
        collect(&names, failure->schema);
    failure->suggestion =
        suggest_nearest(failure->place->entry->key, names.items, names.count);
}

/* A missing name near to the unknown one in the same map. */
static struct failure *find_missing(struct failures *failures,
                                    const struct failure *unknown)
{
    for (struct failure *f = failures->first; f; f = f->next)
        if (f->kind == FAILURE_MISSING &&
            f->place->value == unknown->place->parent->value &&
            suggest_nearest(unknown->place->entry->key, &f->name, 1).len)
            return f;
    return NULL;
}

static void remove_failure(struct failures *failures, const struct failure *gone)
{
    struct failure *before = NULL;

    for (struct failure *f = failures->first; f && f != gone; f = f->next)
        before = f;
    if (before)
        before->next = gone->next;
    else
        failures->first = gone->next;
    if (failures->last == gone)
        failures->last = before;
    failures->count--;
}

/* Is the name missing for another reason too? All of them go. */
static void remove_missing(struct failures *failures, const struct failure *unknown)
{
    struct failure *f = failures->first;

    while (f) {
        struct failure *next = f->next;

        if (f->kind == FAILURE_MISSING &&
            f->place->value == unknown->place->parent->value &&
            str_equal(f->name, unknown->suggestion))
            remove_failure(failures, f);
        f = next;
    }
}

static void pair_unknown(struct explanation *x, struct failures *failures,
                         struct failure *unknown)
{
    const struct failure *missing = find_missing(failures, unknown);

    if (!missing) {
        suggest_name(x, unknown);
        return;
    }
    unknown->suggestion = missing->name;
    remove_missing(failures, unknown);
}

static void suggest_choice(struct explanation *x, struct failure *failure)
{
    const struct value *value = failure->place->value;

    if (failure->kind == FAILURE_CHECK && failure->check->kind == CHECK_ENUM)
        failure->allowed = string_choices(x->arena, failure->check->keyword->value);
    else if (failure->kind == FAILURE_CHECK && failure->check->kind == CHECK_CONST &&
             failure->check->as.constant->kind == VALUE_STRING)
        failure->allowed = (struct str_list){&failure->check->as.constant->text, 1};
    if (failure->allowed.count && value->kind == VALUE_STRING)
        failure->suggestion =
            suggest_nearest(value->text, failure->allowed.items, failure->allowed.count);
}

void failures_pair(struct explanation *x, struct failures *failures)
{
    for (struct failure *f = failures->first; f; f = f->next) {
        if (f->kind == FAILURE_UNKNOWN)
            pair_unknown(x, failures, f);
        else
            suggest_choice(x, f);
    }
}
