/* evaluate.c - evaluates schemas: valid or not, without reasons */

#include "lint/schema/evaluate/evaluate.h"

#include "lint/schema/compiled/keyword.h"

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

void evaluation_leave(struct evaluation *e)
{
    e->depth--;
    if (e->schema->dynamic)
        e->scope_count--;
}

const struct subschema *evaluation_dynamic(const struct evaluation *e,
                                           const struct dynamic_reference *reference)
{
    for (uint32_t i = 0; i < e->scope_count; i++) {
        const struct anchor *anchor;
        void *found;

        /* The same resource many times over in a row is the rule. */
        if ((i && e->scope[i] == e->scope[i - 1]) ||
            !str_map_get(&e->scope[i]->anchors, reference->anchor, &found))
            continue;
        anchor = found;
        if (anchor->dynamic)
            return anchor->schema;
    }
    return reference->fallback;
}

/* Was the pattern given up on this value before? */
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

bool evaluate_check(struct evaluation *e, const struct check *check,
                    const struct value *instance, struct seen *seen)
{
    const struct keyword *keyword = check->definition;

    return keyword->holds ? keyword->holds(check, instance)
                          : keyword->apply(e, check, instance, seen);
}

static bool run_checks(struct evaluation *e, const struct subschema *schema,
                       const struct value *instance, struct seen *seen)
{
    unsigned kind = kind_bit(instance);

    for (uint32_t i = 0; i < schema->count; i++) {
        const struct check *check = &schema->checks[i];

        if (check->kinds & kind && !evaluate_check(e, check, instance, seen))
            return false;
    }
    return true;
}

/* For unevaluated* only the entries evaluated by its own schema object count. */
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
    evaluation_leave(e);
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
