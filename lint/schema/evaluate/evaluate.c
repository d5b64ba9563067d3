/* evaluate.c - does a value hold to a schema: yes or no, and no words */

#include "lint/schema/evaluate/evaluate.h"

#include "lint/base/utf8.h"
#include "lint/schema/evaluate/encoded.h"
#include "lint/schema/format/format.h"

void evaluation_init(struct evaluation *e, const struct schema *schema,
                     struct arena *arena)
{
    e->schema = schema;
    e->arena = arena;
    e->depth = 0;
    e->steps = 0;
    e->exhausted = false;
    e->expensive = NULL;
    e->expensive_count = 0;
    e->assumption = true;
    e->scope_count = 0;
}

bool evaluation_enter(struct evaluation *e, const struct subschema *schema)
{
    if (e->exhausted || e->depth == SCHEMA_MAX_DEPTH || e->steps >= SCHEMA_MAX_STEPS) {
        e->exhausted = true;
        return false;
    }
    e->depth++;
    e->steps++;
    if (e->schema->dynamic)
        e->scope[e->scope_count++] = schema->resource;
    return true;
}

void evaluation_leave(struct evaluation *e, const struct subschema *schema)
{
    (void)schema;
    e->depth--;
    if (e->schema->dynamic)
        e->scope_count--;
}

const struct subschema *evaluation_dynamic(const struct evaluation *e,
                                           const struct dynamic_reference *reference)
{
    for (uint32_t i = 0; i < e->scope_count; i++) {
        const struct anchor *anchor = e->scope[i]->anchors;

        /* The same resource many times over in a row is the rule. */
        if (i && e->scope[i] == e->scope[i - 1])
            continue;
        for (; anchor; anchor = anchor->next)
            if (anchor->dynamic && str_equal(anchor->name, reference->anchor))
                return anchor->schema;
    }
    return reference->fallback;
}

/* Is the value's kind among those of `type`? */
static bool type_allows(const struct subschema *schema, unsigned type,
                        const struct value *value)
{
    struct decimal number;

    if (type & kind_bit(value))
        return true;
    if (value->kind != VALUE_NUMBER || !(type & KIND_INTEGER) ||
        !schema->integer_has_point)
        return false;
    number = decimal_parse(value->text);
    return decimal_is_integer(&number);
}

static bool value_set_has(const struct value_set *set, const struct value *value)
{
    uint32_t slot = (uint32_t)value_hash(value) & set->mask;

    for (; set->slots[slot]; slot = (slot + 1) & set->mask)
        if (value_equal(set->slots[slot], value))
            return true;
    return false;
}

static int compare_number(const struct value *value, const struct check *check)
{
    struct decimal number = decimal_parse(value->text);

    return decimal_compare(&number, &check->as.number);
}

static bool is_multiple(const struct value *value, const struct check *check)
{
    struct decimal number = decimal_parse(value->text);

    return decimal_is_multiple(&number, &check->as.number);
}

/* A code point has one to four bytes: that alone mostly decides. */
static bool has_length(struct str text, uint64_t minimum)
{
    if (text.len < minimum)
        return false;
    return text.len / 4 >= minimum || utf8_code_points(text) >= minimum;
}

static bool is_known_expensive(const struct evaluation *e, const struct regex *regex,
                               struct span span)
{
    for (const struct expensive *known = e->expensive; known; known = known->next)
        if (known->regex == regex && known->span.start == span.start &&
            known->span.end == span.end)
            return true;
    return false;
}

static void add_expensive(struct evaluation *e, const struct check *check,
                          const struct regex *regex, struct span span)
{
    struct expensive *expensive = arena_alloc(e->arena, sizeof(*expensive));

    *expensive = (struct expensive){check, regex, span, e->expensive};
    e->expensive = expensive;
    e->exhausted |= ++e->expensive_count > SCHEMA_MAX_EXPENSIVE;
}

bool evaluation_matches(struct evaluation *e, const struct check *check,
                        const struct regex *regex, struct span span, struct str text)
{
    enum regex_verdict verdict;

    e->exhausted |= ++e->steps > SCHEMA_MAX_STEPS;
    if (e->exhausted)
        return false;
    if (e->expensive && is_known_expensive(e, regex, span))
        return e->assumption;
    verdict = regex_match(regex, text);
    if (verdict != REGEX_TOO_EXPENSIVE)
        return verdict == REGEX_MATCH;
    add_expensive(e, check, regex, span);
    return e->assumption;
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

static bool has_all(const struct value *map, const struct value *names)
{
    for (uint32_t i = 0; i < names->count; i++)
        if (!value_entry(map, names->entries[i].value->text))
            return false;
    return true;
}

static bool dependent_required(const struct check *check, const struct value *map)
{
    const struct value *rules = check->keyword->value;

    for (uint32_t i = 0; i < rules->count; i++)
        if (value_entry(map, rules->entries[i].key) &&
            !has_all(map, rules->entries[i].value))
            return false;
    return true;
}

const struct property *properties_find(const struct properties *properties,
                                       struct str name)
{
    uint32_t slot = (uint32_t)str_hash(name) & properties->mask;

    for (; properties->slots[slot].name.data; slot = (slot + 1) & properties->mask)
        if (str_equal(properties->slots[slot].name, name))
            return &properties->slots[slot];
    return NULL;
}

/* All that `patternProperties` and `additionalProperties` say of one entry. */
static bool other_property(struct evaluation *e, const struct check *check,
                           const struct entry *entry, bool *evaluated)
{
    const struct properties *properties = check->as.properties;

    for (uint32_t i = 0; i < properties->pattern_count; i++) {
        const struct pattern_property *pattern = &properties->patterns[i];

        if (!evaluation_matches(e, check, pattern->regex, entry->key_span, entry->key))
            continue;
        *evaluated = true;
        if (!evaluate(e, pattern->schema, entry->value, NULL))
            return false;
    }
    if (*evaluated || !properties->additional)
        return true;
    *evaluated = true;
    return evaluate(e, properties->additional, entry->value, NULL);
}

static bool check_properties(struct evaluation *e, const struct check *check,
                             const struct value *map, struct seen *seen)
{
    const struct properties *properties = check->as.properties;
    uint64_t present = 0;

    for (uint32_t i = 0; i < map->count; i++) {
        const struct entry *entry = &map->entries[i];
        const struct property *property = properties_find(properties, entry->key);
        bool evaluated = property && property->schema;

        if (property)
            present |= property->required;
        if (evaluated && !evaluate(e, property->schema, entry->value, NULL))
            return false;
        if (!other_property(e, check, entry, &evaluated))
            return false;
        if (evaluated)
            seen_add(seen, i);
    }
    return present == properties->required;
}

static bool check_property_names(struct evaluation *e, const struct check *check,
                                 const struct value *map)
{
    for (uint32_t i = 0; i < map->count; i++) {
        struct value name = {.kind = VALUE_STRING,
                             .text = map->entries[i].key,
                             .span = map->entries[i].key_span};

        if (!evaluate(e, check->as.schema, &name, NULL))
            return false;
    }
    return true;
}

static bool check_items(struct evaluation *e, const struct check *check,
                        const struct value *list, struct seen *seen)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const struct subschema *schema = items_schema(check->as.items, i);

        if (!schema)
            return true;
        if (!evaluate(e, schema, list->entries[i].value, NULL))
            return false;
        seen_add(seen, i);
    }
    return true;
}

static bool check_contains(struct evaluation *e, const struct check *check,
                           const struct value *list, struct seen *seen)
{
    const struct contains *contains = check->as.contains;
    uint64_t count = 0;

    for (uint32_t i = 0; i < list->count; i++) {
        if (!evaluate(e, contains->schema, list->entries[i].value, NULL))
            continue;
        count++;
        if (contains->evaluates)
            seen_add(seen, i);
    }
    return count >= contains->minimum && count <= contains->maximum;
}

/* A branch that may fail: what it evaluated counts only when it holds. */
static bool branch(struct evaluation *e, const struct subschema *schema,
                   const struct value *instance, struct seen *seen)
{
    struct seen own;

    if (!seen)
        return evaluate(e, schema, instance, NULL);
    seen_init(&own, instance, e->arena);
    if (!evaluate(e, schema, instance, &own))
        return false;
    seen_merge(seen, &own);
    return true;
}

static bool check_all_of(struct evaluation *e, struct subschema_list list,
                         const struct value *instance, struct seen *seen)
{
    for (uint32_t i = 0; i < list.count; i++)
        if (!evaluate(e, list.items[i], instance, seen))
            return false;
    return true;
}

static bool check_any_of(struct evaluation *e, struct subschema_list list,
                         const struct value *instance, struct seen *seen)
{
    bool any = false;

    /* Every branch that holds evaluates something: when that matters all are tried. */
    for (uint32_t i = 0; i < list.count && (!any || seen); i++)
        any |= branch(e, list.items[i], instance, seen);
    return any;
}

static bool check_one_of(struct evaluation *e, struct subschema_list list,
                         const struct value *instance, struct seen *seen)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < list.count && count < 2; i++)
        count += branch(e, list.items[i], instance, seen);
    return count == 1;
}

static bool check_if(struct evaluation *e, const struct conditional *condition,
                     const struct value *instance, struct seen *seen)
{
    const struct subschema *next = condition->otherwise;

    if (branch(e, condition->test, instance, seen))
        next = condition->then;
    return !next || evaluate(e, next, instance, seen);
}

static bool check_dependencies(struct evaluation *e, struct dependencies list,
                               const struct value *map, struct seen *seen)
{
    for (uint32_t i = 0; i < list.count; i++) {
        const struct dependency *dependency = &list.items[i];

        if (!value_entry(map, dependency->name))
            continue;
        if (dependency->schema ? !evaluate(e, dependency->schema, map, seen)
                               : !has_all(map, dependency->keyword->value))
            return false;
    }
    return true;
}

static bool check_unevaluated(struct evaluation *e, const struct check *check,
                              const struct value *instance, struct seen *seen)
{
    for (uint32_t i = 0; i < instance->count; i++) {
        if (seen_has(seen, i))
            continue;
        if (!evaluate(e, check->as.schema, instance->entries[i].value, NULL))
            return false;
        seen_add(seen, i);
    }
    return true;
}

bool evaluate_check(struct evaluation *e, const struct subschema *schema,
                    const struct check *check, const struct value *instance,
                    struct seen *seen)
{
    uint32_t first;

    switch (check->kind) {
    case CHECK_TYPE:
        return type_allows(schema, check->as.type, instance);
    case CHECK_CONST:
        return value_equal(check->as.constant, instance);
    case CHECK_ENUM:
        return value_set_has(&check->as.set, instance);
    case CHECK_MINIMUM:
        return compare_number(instance, check) >= 0;
    case CHECK_MAXIMUM:
        return compare_number(instance, check) <= 0;
    case CHECK_EXCLUSIVE_MINIMUM:
        return compare_number(instance, check) > 0;
    case CHECK_EXCLUSIVE_MAXIMUM:
        return compare_number(instance, check) < 0;
    case CHECK_MULTIPLE_OF:
        return is_multiple(instance, check);
    case CHECK_MIN_LENGTH:
        return has_length(instance->text, check->as.count);
    case CHECK_MAX_LENGTH:
        return !has_length(instance->text, check->as.count + 1);
    case CHECK_PATTERN:
        return evaluation_matches(e, check, check->as.regex, instance->span,
                                  instance->text);
    case CHECK_CONTENT:
        return content_valid(check->as.content, instance->text);
    case CHECK_FORMAT:
        return format_valid(check->as.format, instance->text);
    case CHECK_MIN_ITEMS:
    case CHECK_MIN_PROPERTIES:
        return instance->count >= check->as.count;
    case CHECK_MAX_ITEMS:
    case CHECK_MAX_PROPERTIES:
        return instance->count <= check->as.count;
    case CHECK_UNIQUE_ITEMS:
        return first_repeated_item(instance, &first) == instance->count;
    case CHECK_REQUIRED:
        return has_all(instance, check->keyword->value);
    case CHECK_DEPENDENT_REQUIRED:
        return dependent_required(check, instance);
    case CHECK_PROPERTIES:
        return check_properties(e, check, instance, seen);
    case CHECK_PROPERTY_NAMES:
        return check_property_names(e, check, instance);
    case CHECK_ITEMS:
        return check_items(e, check, instance, seen);
    case CHECK_CONTAINS:
        return check_contains(e, check, instance, seen);
    case CHECK_REF:
        return evaluate(e, check->as.schema, instance, seen);
    case CHECK_DYNAMIC_REF:
        return evaluate(e, evaluation_dynamic(e, &check->as.dynamic), instance, seen);
    case CHECK_ALL_OF:
        return check_all_of(e, check->as.schemas, instance, seen);
    case CHECK_ANY_OF:
        return check_any_of(e, check->as.schemas, instance, seen);
    case CHECK_ONE_OF:
        return check_one_of(e, check->as.schemas, instance, seen);
    case CHECK_NOT:
        return !evaluate(e, check->as.schema, instance, NULL);
    case CHECK_IF:
        return check_if(e, &check->as.condition, instance, seen);
    case CHECK_DEPENDENT_SCHEMAS:
        return check_dependencies(e, check->as.dependencies, instance, seen);
    case CHECK_UNEVALUATED_ITEMS:
    case CHECK_UNEVALUATED_PROPERTIES:
        return check_unevaluated(e, check, instance, seen);
    }
    return true;
}

static bool run_checks(struct evaluation *e, const struct subschema *schema,
                       const struct value *instance, struct seen *seen)
{
    unsigned kind = kind_bit(instance);

    for (uint32_t i = 0; i < schema->count; i++) {
        const struct check *check = &schema->checks[i];

        if (check->kinds & kind && !evaluate_check(e, schema, check, instance, seen))
            return false;
    }
    return true;
}

/* unevaluated* looks only at what its own schema object evaluated. */
static bool run_with_own_marks(struct evaluation *e, const struct subschema *schema,
                               const struct value *instance, struct seen *seen)
{
    struct seen own;

    seen_init(&own, instance, e->arena);
    if (!run_checks(e, schema, instance, &own))
        return false;
    if (seen)
        seen_merge(seen, &own);
    return true;
}

bool evaluate(struct evaluation *e, const struct subschema *schema,
              const struct value *instance, struct seen *seen)
{
    bool valid;
    bool unevaluated;

    if (schema->never || !schema->count)
        return !schema->never;
    if (!evaluation_enter(e, schema))
        return false;
    unevaluated = schema->checks[schema->count - 1].kind >= CHECK_UNEVALUATED_ITEMS &&
                  instance->kind >= VALUE_LIST;
    if (unevaluated)
        valid = run_with_own_marks(e, schema, instance, seen);
    else
        valid = run_checks(e, schema, instance, seen);
    evaluation_leave(e, schema);
    return valid;
}

static const struct value no_properties = {.kind = VALUE_MAP};

const struct value *instance_root(const struct value_tree *instance)
{
    return instance->root ? instance->root : &no_properties;
}

bool schema_valid(const struct schema *schema, const struct value_tree *instance,
                  struct arena *arena)
{
    struct evaluation e;
    bool valid;

    evaluation_init(&e, schema, arena);
    if (!instance->root && instance->problem_count)
        return true;
    valid = evaluate(&e, schema->root, instance_root(instance), NULL);
    return valid && !e.exhausted && !e.expensive;
}
