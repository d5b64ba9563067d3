/* near_miss.c - near misses: what was probably meant */

#include "lint/schema/explain/near_miss.h"

#include "lint/base/suggest.h"
#include "lint/base/utf8.h"
#include "lint/schema/compiled/applied.h"
#include "lint/schema/format/format.h"

/* Counts comparisons; false once there would be too many. */
static bool may_compare(struct explanation *x, size_t count)
{
    if (count >= SCHEMA_MAX_COMPARISONS - x->comparisons) {
        x->comparisons = SCHEMA_MAX_COMPARISONS;
        return false;
    }
    x->comparisons += (uint32_t)count;
    return true;
}

struct str nearest_choice(struct explanation *x, struct str word, struct str_list choices)
{
    if (!may_compare(x, choices.count))
        return STR("");
    return suggest_nearest(word, choices.items, choices.count);
}

/* The names that a map may have, as far as its schema lists them. */
struct names {
    struct str *items;
    size_t count;
    size_t capacity;
    uint32_t depth;
    const struct value *map; /* names that it has already are left out */
};

/* With more names in a schema, or keys in a map, nothing is suggested. */
enum { MAX_NAMES = 2000, MAX_KEYS = 1000, MAX_NAME_DEPTH = 30 };

static void collect_own(struct names *names, const struct properties *properties)
{
    for (uint32_t i = 0; i <= properties->mask; i++) {
        const struct property *property = &properties->slots[i];

        if (property->name.data && property->schema && !property->schema->never &&
            names->count < names->capacity && !value_entry(names->map, property->name))
            names->items[names->count++] = property->name;
    }
}

/* From all subschemas that may describe the same map. */
static void collect(struct names *names, const struct subschema *schema)
{
    const unsigned which =
        APPLIED_ANY & ~(APPLIED_TEST | APPLIED_DEPENDENT | APPLIED_NEGATED);

    if (names->depth == MAX_NAME_DEPTH || names->count == names->capacity)
        return;
    names->depth++;
    for (uint32_t i = 0; i < schema->count; i++) {
        const struct check *check = &schema->checks[i];
        struct applied applied = {0};

        if (check->kind == CHECK_PROPERTIES)
            collect_own(names, check->as.properties);
        while (applied_next(check, which, &applied))
            collect(names, applied.schema);
    }
    names->depth--;
}

/* Is an earlier unknown key of the same map taken for the name? There cannot be two. */
static bool is_taken(struct explanation *x, const struct failures *failures,
                     const struct failure *failure, struct str name)
{
    const struct failure *f = failures->first;

    for (; f != failure && may_compare(x, 1); f = f->next)
        if (f->kind == FAILURE_UNKNOWN &&
            f->place->parent->value == failure->place->parent->value &&
            f->place->entry != failure->place->entry && str_equal(f->suggestion, name))
            return true;
    return f != failure;
}

/* Only names that the failing keyword itself considers: additionalProperties those beside
 * it, unevaluatedProperties all around it. */
static void suggest_name(struct explanation *x, const struct failures *failures,
                         struct failure *failure)
{
    struct names names = {NULL, 0, MAX_NAMES, 0, failure->place->parent->value};

    if (names.map->count > MAX_KEYS || x->comparisons == SCHEMA_MAX_COMPARISONS ||
        utf8_code_points(failure->place->entry->key) > SUGGEST_MAX_LENGTH)
        return;
    names.items = arena_array(x->arena, MAX_NAMES, sizeof(*names.items));
    if (failure->check->kind == CHECK_PROPERTIES)
        collect_own(&names, failure->check->as.properties);
    else
        collect(&names, failure->schema);
    failure->suggestion = nearest_choice(x, failure->place->entry->key,
                                         (struct str_list){names.items, names.count});
    if (failure->suggestion.len && is_taken(x, failures, failure, failure->suggestion))
        failure->suggestion = STR("");
}

/* A missing name near to the unknown one in the same map. */
static struct failure *find_missing(struct explanation *x, struct failures *failures,
                                    const struct failure *unknown)
{
    struct failure *f = failures->first;

    for (; f && x->comparisons < SCHEMA_MAX_COMPARISONS; f = f->next)
        if (f->kind == FAILURE_MISSING &&
            f->place->value == unknown->place->parent->value &&
            nearest_choice(x, unknown->place->entry->key, (struct str_list){&f->name, 1})
                .len)
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

/* Removes all failures for the missing name, whatever requires it. */
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
    const struct failure *missing = find_missing(x, failures, unknown);

    if (!missing) {
        suggest_name(x, failures, unknown);
        return;
    }
    unknown->suggestion = missing->name;
    remove_missing(failures, unknown);
}

static bool is_any_of(struct str word, const char *const *words)
{
    for (; *words; words++)
        if (str_equal_ignore_case(word, str_from(*words)))
            return true;
    return false;
}

static bool is_decimal(struct str text)
{
    size_t at = text.len && *text.data == '-';
    size_t digits = text.len - at;

    for (size_t i = at; i < text.len; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return digits > 0 && (digits == 1 || text.data[at] != '0');
}

/* A string without quotes that would be something else has a tag, and stays a string. */
static bool is_tagged(const struct value *value, struct str without_quotes)
{
    return value->kind == VALUE_STRING && value->style == STYLE_PLAIN &&
           str_equal(value->text, without_quotes);
}

/* Words that mean true and false to people and to YAML 1.1; numbers in quotes. */
static void suggest_bare(struct failure *failure)
{
    static const char *const yes[] = {"true", "yes", "y", "on", NULL};
    static const char *const no[] = {"false", "no", "n", "off", NULL};
    struct str text = failure->place->value->text;

    if (failure->types == KIND_BOOL && is_any_of(text, yes))
        failure->suggestion = STR("true");
    else if (failure->types == KIND_BOOL && is_any_of(text, no))
        failure->suggestion = STR("false");
    else if (!(failure->types & KIND_STRING) && failure->types & KIND_NUMERIC &&
             is_decimal(text))
        failure->suggestion = text;
    if (is_tagged(failure->place->value, failure->suggestion))
        failure->suggestion = STR("");
    failure->bare = failure->suggestion.len > 0;
}

/* A choice that is written like the value, but of another kind: `2` and "2". */
static const struct value *same_but_kind(const struct value *choices,
                                         const struct value *value, struct str written)
{
    for (uint32_t i = 0; i < choices->count; i++) {
        const struct value *choice = choices->entries[i].value;
        bool is_string = choice->kind == VALUE_STRING;

        if (choice->kind >= VALUE_LIST || choice->kind == VALUE_NULL ||
            is_string == (value->kind == VALUE_STRING))
            continue;
        if (choice->kind == VALUE_BOOL
                ? str_is(value->text, choice->boolean ? "true" : "false")
                : str_equal(choice->text, is_string ? written : value->text))
            return choice;
    }
    return NULL;
}

static void suggest_kind(struct explanation *x, struct failure *failure,
                         const struct value *choices)
{
    const struct value *value = failure->place->value;
    struct str written = {NULL, 0};
    const struct value *choice;

    if (x->data && value->kind < VALUE_LIST)
        written = (struct str){x->data + value->span.start, span_length(value->span)};
    choice = same_but_kind(choices, value, written);
    if (!choice || is_tagged(value, value->text))
        return;
    failure->quote = value->kind != VALUE_STRING;
    failure->bare = !failure->quote;
    if (failure->bare)
        failure->suggestion = value->text;
}

/* A const is an enum of one. */
static struct value choices_of(const struct check *check, struct entry *one)
{
    *one = (struct entry){.value = (struct value *)check->keyword->value};
    if (check->kind == CHECK_ENUM)
        return *check->keyword->value;
    return (struct value){.kind = VALUE_LIST, .entries = one, .count = 1};
}

static struct str_list strings_of(const struct check *check)
{
    if (check->kind == CHECK_ENUM)
        return check->as.set.strings;
    return (struct str_list){&check->as.constant->text,
                             check->as.constant->kind == VALUE_STRING};
}

static void suggest_choice(struct explanation *x, struct failure *failure)
{
    const struct value *value = failure->place->value;
    struct entry one;
    struct value choices;

    if (failure->kind == FAILURE_CHECK &&
        (failure->check->kind == CHECK_ENUM || failure->check->kind == CHECK_CONST)) {
        choices = choices_of(failure->check, &one);
        failure->allowed = strings_of(failure->check);
        suggest_kind(x, failure, &choices);
    }
    if (failure->kind == FAILURE_CHECK && failure->check->kind > CHECK_ENUM)
        return; /* patterns */
    if (failure->allowed.count && value->kind == VALUE_STRING && !failure->bare)
        failure->suggestion = nearest_choice(x, value->text, failure->allowed);
}

/* A date stays without quotes where it had none. */
static void suggest_date(struct explanation *x, struct failure *failure)
{
    const struct value *value = failure->place->value;

    failure->suggestion =
        format_suggestion(failure->check->as.format, value->text, x->arena);
    failure->bare = failure->suggestion.len && value->style == STYLE_PLAIN;
}

static void suggest(struct explanation *x, struct failure *failure)
{
    const struct value *value = failure->place->value;

    if (failure->kind == FAILURE_CHECK && value->kind == VALUE_STRING &&
        failure->check->kind == CHECK_TYPE)
        suggest_bare(failure);
    else if (failure->kind == FAILURE_CHECK && value->kind == VALUE_STRING &&
             failure->check->kind == CHECK_FORMAT)
        suggest_date(x, failure);
    else
        suggest_choice(x, failure);
}

static bool is_among(struct str name, const struct names *names)
{
    for (size_t i = 0; i < names->count; i++)
        if (str_equal(names->items[i], name))
            return true;
    return false;
}

/* Where any key is allowed, an undescribed key that is near the missing name was meant to
 * be it. */
static void find_instead(struct explanation *x, struct failure *missing)
{
    const struct value *map = missing->place->value;
    struct names names = {NULL, 0, MAX_NAMES, 0, NULL};

    if (map->count > MAX_KEYS || x->comparisons == SCHEMA_MAX_COMPARISONS)
        return;
    names.items = arena_array(x->arena, MAX_NAMES, sizeof(*names.items));
    collect(&names, missing->schema);
    if (!may_compare(x, names.count))
        return;
    for (uint32_t i = 0; i < map->count; i++) {
        const struct entry *entry = &map->entries[i];

        if (is_among(entry->key, &names) ||
            !nearest_choice(x, entry->key, (struct str_list){&missing->name, 1}).len)
            continue;
        missing->instead = entry;
        missing->suggestion = missing->name;
        return;
    }
}

void failures_pair(struct explanation *x, struct failures *failures)
{
    for (struct failure *f = failures->first; f; f = f->next) {
        if (f->kind == FAILURE_UNKNOWN)
            pair_unknown(x, failures, f);
        else if (f->kind == FAILURE_MISSING)
            continue; /* an unknown key may still replace it */
        else
            suggest(x, f);
    }
    for (struct failure *f = failures->first; f; f = f->next)
        if (f->kind == FAILURE_MISSING && !f->allowed.count)
            find_instead(x, f);
}
