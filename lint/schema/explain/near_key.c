/* near_key.c - unknown and missing keys: what was probably meant */

#include "lint/schema/explain/near_key.h"

#include "lint/base/suggest.h"
#include "lint/base/utf8.h"
#include "lint/schema/compiled/applied.h"
#include "lint/schema/explain/near_miss.h"

/* The names that a map may have, as far as its schema lists them. */
struct names {
    struct str *items;
    size_t count;
    uint32_t depth;
    const void *source;      /* a struct properties or subschema that they are from */
    const struct value *map; /* names that it has already are left out; may be NULL */
};

struct pairing {
    struct explanation *x;
    struct failures *failures;
    struct failure **missing; /* those of FAILURE_MISSING; NULL: not any more */
    uint32_t missing_count;
    struct names names; /* that were last asked for: mostly those of the next key */
};

/* With more names in a schema, or keys in a map, nothing is suggested. */
enum { MAX_NAMES = 2000, MAX_KEYS = 1000, MAX_NAME_DEPTH = 30 };

static void collect_own(struct names *names, const struct properties *properties)
{
    for (uint32_t i = 0; i <= properties->mask && names->count < MAX_NAMES; i++) {
        const struct property *property = &properties->slots[i];

        if (property->name.data && property->schema && !property->schema->never &&
            !value_entry(names->map, property->name))
            names->items[names->count++] = property->name;
    }
}

/* From all subschemas that may describe the same map. */
static void collect(struct explanation *x, struct names *names,
                    const struct subschema *schema)
{
    const unsigned which =
        APPLIED_ANY & ~(APPLIED_TEST | APPLIED_DEPENDENT | APPLIED_NEGATED);

    if (names->depth == MAX_NAME_DEPTH || names->count == MAX_NAMES || !may_search(x))
        return;
    names->depth++;
    for (uint32_t i = 0; i < schema->count; i++) {
        const struct check *check = &schema->checks[i];
        struct applied applied = {0};

        if (check->kind == CHECK_PROPERTIES)
            collect_own(names, check->as.properties);
        while (applied_next(check, which, &applied))
            collect(x, names, applied.schema);
    }
    names->depth--;
}

/* Are these the current names? If not, makes room for them. */
static bool has_names(struct pairing *pairing, const void *source,
                      const struct value *map)
{
    struct names *names = &pairing->names;

    if (names->items && names->source == source && names->map == map)
        return true;
    if (!names->items)
        names->items = arena_array(pairing->x->arena, MAX_NAMES, sizeof(*names->items));
    *names = (struct names){.items = names->items, .source = source, .map = map};
    return false;
}

static struct str_list names_of_properties(struct pairing *pairing,
                                           const struct properties *properties,
                                           const struct value *map)
{
    if (!has_names(pairing, properties, map))
        collect_own(&pairing->names, properties);
    return (struct str_list){pairing->names.items, pairing->names.count};
}

static struct str_list names_of_schema(struct pairing *pairing,
                                       const struct subschema *schema,
                                       const struct value *map)
{
    if (!has_names(pairing, schema, map))
        collect(pairing->x, &pairing->names, schema);
    return (struct str_list){pairing->names.items, pairing->names.count};
}

/* Is an earlier unknown key of the same map taken for the name? There cannot be two. */
static bool is_taken(struct pairing *pairing, const struct failure *failure,
                     struct str name)
{
    const struct failure *f = pairing->failures->first;

    for (; f != failure && may_compare(pairing->x, 1); f = f->next)
        if (f->kind == FAILURE_UNKNOWN &&
            f->place->parent->value == failure->place->parent->value &&
            f->place->entry != failure->place->entry && str_equal(f->suggestion, name))
            return true;
    return f != failure;
}

/* Only names that the failing keyword itself considers: additionalProperties those beside
 * it, unevaluatedProperties all around it. */
static void suggest_name(struct pairing *pairing, struct failure *failure)
{
    const struct value *map = failure->place->parent->value;
    struct str key = failure->place->entry->key;
    struct str_list names;

    if (map->count > MAX_KEYS || pairing->x->comparisons == SCHEMA_MAX_COMPARISONS ||
        utf8_code_points(key) > SUGGEST_MAX_LENGTH)
        return;
    if (failure->check->kind == CHECK_PROPERTIES)
        names = names_of_properties(pairing, failure->check->as.properties, map);
    else
        names = names_of_schema(pairing, failure->schema, map);
    failure->suggestion = nearest_choice(pairing->x, key, names);
    if (failure->suggestion.len && is_taken(pairing, failure, failure->suggestion))
        failure->suggestion = STR("");
}

/* A missing name near to the unknown one in the same map, or NULL. */
static const struct failure *find_missing(struct pairing *pairing,
                                          const struct failure *unknown)
{
    const struct value *map = unknown->place->parent->value;
    struct str key = unknown->place->entry->key;
    struct explanation *x = pairing->x;

    for (uint32_t i = 0; i < pairing->missing_count; i++) {
        struct failure *missing = pairing->missing[i];

        if (x->comparisons == SCHEMA_MAX_COMPARISONS)
            return NULL;
        /* Passing over those of other maps takes time as well. */
        if (!missing || missing->place->value != map)
            x->comparisons++;
        else if (nearest_choice(x, key, (struct str_list){&missing->name, 1}).len)
            return missing;
    }
    return NULL;
}

/* Forgets all failures for the missing name, whatever requires it. */
static void forget_missing(struct pairing *pairing, const struct failure *unknown)
{
    for (uint32_t i = 0; i < pairing->missing_count; i++) {
        const struct failure *missing = pairing->missing[i];

        if (missing && missing->place->value == unknown->place->parent->value &&
            str_equal(missing->name, unknown->suggestion))
            pairing->missing[i] = NULL;
    }
}

static void pair_unknown(struct pairing *pairing, struct failure *unknown)
{
    const struct failure *missing = find_missing(pairing, unknown);

    if (!missing) {
        suggest_name(pairing, unknown);
        return;
    }
    unknown->suggestion = missing->name;
    forget_missing(pairing, unknown);
}

static void list_missing(struct pairing *pairing)
{
    pairing->missing = arena_array(pairing->x->arena, pairing->failures->count,
                                   sizeof(*pairing->missing));
    for (struct failure *f = pairing->failures->first; f; f = f->next)
        if (f->kind == FAILURE_MISSING)
            pairing->missing[pairing->missing_count++] = f;
}

/* Takes the missing names that were forgotten out of the failures. */
static void drop_forgotten(struct pairing *pairing)
{
    struct failures kept = {NULL, NULL, 0};
    struct failure *next;
    uint32_t i = 0;

    for (struct failure *f = pairing->failures->first; f; f = next) {
        struct failures one = {f, f, 1};

        next = f->next;
        f->next = NULL;
        if (f->kind != FAILURE_MISSING || pairing->missing[i++])
            failures_append(&kept, &one);
    }
    *pairing->failures = kept;
}

static bool is_among(struct str name, struct str_list names)
{
    for (size_t i = 0; i < names.count; i++)
        if (str_equal(names.items[i], name))
            return true;
    return false;
}

/* Where any key is allowed, an undescribed key that is near the missing name was meant to
 * be it. */
static void find_instead(struct pairing *pairing, struct failure *missing)
{
    const struct value *map = missing->place->value;
    struct explanation *x = pairing->x;
    struct str_list names;

    if (map->count > MAX_KEYS || x->comparisons == SCHEMA_MAX_COMPARISONS)
        return;
    names = names_of_schema(pairing, missing->schema, NULL);
    if (!may_compare(x, names.count))
        return;
    for (uint32_t i = 0; i < map->count; i++) {
        const struct entry *entry = &map->entries[i];

        if (is_among(entry->key, names) ||
            !nearest_choice(x, entry->key, (struct str_list){&missing->name, 1}).len)
            continue;
        missing->instead = entry;
        missing->suggestion = missing->name;
        return;
    }
}

void failures_pair_keys(struct explanation *x, struct failures *failures)
{
    struct pairing pairing = {.x = x, .failures = failures};

    list_missing(&pairing);
    for (struct failure *f = failures->first; f; f = f->next)
        if (f->kind == FAILURE_UNKNOWN)
            pair_unknown(&pairing, f);
    drop_forgotten(&pairing);
    for (struct failure *f = failures->first; f; f = f->next)
        if (f->kind == FAILURE_MISSING && !f->undecided)
            find_instead(&pairing, f);
}
