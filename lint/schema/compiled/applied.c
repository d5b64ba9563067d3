/* applied.c - the subschemas that a check applies to the value itself */

#include "lint/schema/compiled/applied.h"

static bool take_one(struct applied *applied, uint32_t i, enum application how,
                     const struct subschema *schema)
{
    applied->how = how;
    applied->schema = schema;
    return i == 0;
}

static bool take_listed(struct applied *applied, uint32_t i, enum application how,
                        struct subschema_list list)
{
    if (i >= list.count)
        return false;
    applied->how = how;
    applied->schema = list.items[i];
    return true;
}

static bool take_side(struct applied *applied, uint32_t i,
                      const struct conditional *condition)
{
    const struct subschema *const schemas[] = {condition->test, condition->then,
                                               condition->otherwise};

    if (i >= 3)
        return false;
    applied->how = (enum application)(APPLIED_TEST << i);
    applied->schema = schemas[i];
    return true;
}

static bool take_dependent(struct applied *applied, uint32_t i, struct dependencies list)
{
    if (i >= list.count)
        return false;
    applied->how = APPLIED_DEPENDENT;
    applied->schema = list.items[i].schema;
    applied->property = list.items[i].name;
    return true;
}

/* The subschema at i, or NULL where one may be missing; false after the last. */
static bool take(struct applied *applied, uint32_t i, const struct check *check)
{
    switch (check->kind) {
    case CHECK_REF:
        return take_one(applied, i, APPLIED_REFERENCE, check->as.schema);
    case CHECK_DYNAMIC_REF:
        return take_one(applied, i, APPLIED_DYNAMIC, check->as.dynamic.fallback);
    case CHECK_ALL_OF:
        return take_listed(applied, i, APPLIED_ALL, check->as.schemas);
    case CHECK_ANY_OF:
    case CHECK_ONE_OF:
        return take_listed(applied, i, APPLIED_ALTERNATIVE, check->as.schemas);
    case CHECK_NOT:
        return take_one(applied, i, APPLIED_NEGATED, check->as.schema);
    case CHECK_IF:
        return take_side(applied, i, &check->as.condition);
    case CHECK_DEPENDENT_SCHEMAS:
        return take_dependent(applied, i, check->as.dependencies);
    default:
        return false;
    }
}

bool applied_next(const struct check *check, unsigned which, struct applied *applied)
{
    do {
        if (!take(applied, applied->next++, check))
            return false;
    } while (!applied->schema || !(applied->how & which));
    return true;
}
