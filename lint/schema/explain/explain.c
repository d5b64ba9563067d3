/* explain.c - finds everything that is wrong with an invalid document */

#include "lint/schema/explain/explain.h"

/* The same place by another schema. */
static void explain_by(const struct explaining *x, const struct subschema *schema)
{
    struct explaining inner = *x;

    inner.schema = schema;
    explain_schema(&inner);
}

void explain_ref(const struct explaining *x)
{
    explain_by(x, x->check->as.schema);
}

void explain_dynamic_ref(const struct explaining *x)
{
    explain_by(x, evaluation_dynamic(&x->explanation->evaluation, &x->check->as.dynamic));
}

void explain_all_of(const struct explaining *x)
{
    struct subschema_list list = x->check->as.schemas;

    for (uint32_t i = 0; i < list.count; i++)
        explain_by(x, list.items[i]);
}

/* The value that made the test of an `if` valid: the first that it gives by enum or
 * const. */
static const struct entry *tested_entry(const struct subschema *test,
                                        const struct value *map)
{
    const struct value *properties = value_get(test->value, "properties");

    for (uint32_t i = 0; properties && i < properties->count; i++) {
        const struct value *schema = properties->entries[i].value;
        const struct entry *entry = value_entry(map, properties->entries[i].key);

        if (entry && (value_get(schema, "const") || value_get(schema, "enum")))
            return entry;
    }
    return NULL;
}

/* Relates what `then` or `else` requires to that value. */
static void relate_test(const struct explaining *x, struct failures *failures)
{
    const struct entry *because =
        tested_entry(x->check->as.condition.test, x->place->value);

    for (struct failure *f = failures->first; f && because; f = f->next)
        if (f->place->value != because->value)
            mistake_add_related(&f->mistake, x->explanation->arena, because->value->span,
                                STR("because of this value"));
}

/* The branch of an `if` that applies; NULL when it is not given. */
static const struct subschema *taken_side(const struct explaining *x)
{
    const struct conditional *condition = &x->check->as.condition;
    struct evaluation *evaluation = &x->explanation->evaluation;

    if (!evaluate(evaluation, condition->test, x->place->value, NULL))
        return condition->otherwise;
    evaluate(evaluation, condition->test, x->place->value, x->seen);
    return condition->then;
}

void explain_if(const struct explaining *x)
{
    const struct subschema *side = taken_side(x);
    bool is_then = side == x->check->as.condition.then;
    struct failures own = {NULL, NULL, 0};
    struct explaining inner = *x;

    if (!side)
        return;
    inner.out = &own;
    if (side->never)
        failure_add(&inner, FAILURE_NEVER)->keyword =
            value_entry(x->schema->value, is_then ? STR("then") : STR("else"));
    else
        explain_by(&inner, side);
    relate_test(x, &own);
    failures_append(x->out, &own);
}

void explain_dependencies(const struct explaining *x)
{
    struct dependencies list = x->check->as.dependencies;

    for (uint32_t i = 0; i < list.count; i++) {
        const struct dependency *dependency = &list.items[i];

        if (!value_entry(x->place->value, dependency->name))
            continue;
        if (dependency->schema)
            explain_by(x, dependency->schema);
        else
            explain_names(x, dependency->keyword, dependency->keyword->value,
                          dependency->name);
    }
}

void explain_type(const struct explaining *x)
{
    failure_add(x, FAILURE_CHECK)->types = x->check->as.type.allowed;
}

static void explain_check(const struct explaining *x)
{
    const struct keyword *keyword = x->check->definition;

    if (keyword->explain)
        keyword->explain(x);
    else
        failure_add(x, FAILURE_CHECK);
}

/* Checks that are valid add only their marks. */
static bool holds(const struct explaining *x)
{
    struct evaluation *evaluation = &x->explanation->evaluation;
    struct seen own;

    seen_init(&own, x->place->value, x->explanation->arena);
    if (x->check->kind >= CHECK_UNEVALUATED_ITEMS)
        seen_merge(&own, x->seen);
    if (!evaluate_check(evaluation, x->check, x->place->value, &own))
        return false;
    seen_merge(x->seen, &own);
    return true;
}

static void explain_checks(const struct explaining *x)
{
    struct explaining one = *x;
    bool type_fits = true;

    for (uint32_t i = 0; i < x->schema->count; i++) {
        const struct check *check = &x->schema->checks[i];

        one.check = check;
        if (!(check->kinds & kind_bit(x->place->value)) || holds(&one))
            continue;
        /* When a value has the wrong type, nothing else about it matters. */
        if (!type_fits && (check->kind == CHECK_CONST || check->kind == CHECK_ENUM))
            continue;
        type_fits &= check->kind != CHECK_TYPE;
        explain_check(&one);
    }
}

void explain_schema(const struct explaining *x)
{
    struct explanation *explanation = x->explanation;
    struct explaining own = *x;
    struct seen seen;

    own.check = NULL;
    own.seen = &seen;
    if (x->schema->never) {
        failure_add(&own, FAILURE_NEVER);
        return;
    }
    if (!evaluation_enter(&explanation->evaluation, x->schema))
        return;
    seen_init(&seen, x->place->value, explanation->arena);
    explain_checks(&own);
    if (x->seen)
        seen_merge(x->seen, &seen);
    evaluation_leave(&explanation->evaluation);
}
