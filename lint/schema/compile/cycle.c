/* cycle.c - finds schemas that would apply themselves to the same value for ever */

#include "lint/schema/compile/compile.h"
#include "lint/schema/compiled/applied.h"
#include "lint/schema/vocabulary/vocabulary.h"

static bool visit(struct compiler *c, const struct subschema *target, uint32_t depth);

/* Only what is applied to the value itself: descending into its children comes to an end.
 * Where a dynamic reference leads is not known yet: SCHEMA_MAX_DEPTH ends that. */
static bool visit_check(struct compiler *c, const struct check *check, uint32_t depth)
{
    struct applied applied = {0};

    while (applied_next(check, APPLIED_ANY & ~APPLIED_DYNAMIC, &applied))
        if (!visit(c, applied.schema, depth))
            return false;
    return true;
}

static bool refuse(struct compiler *c, const struct subschema *schema, const char *why)
{
    return compiler_fail(c, schema->resource, schema->value->span, "%s", why);
}

static bool visit(struct compiler *c, const struct subschema *target, uint32_t depth)
{
    /* They still belong to the compiler, which may mark them. */
    struct subschema *schema = (struct subschema *)target;
    const struct advice *recommended = vocabulary_find(schema, &x_recommended);

    if (schema->visited)
        return true;
    if (schema->on_path)
        return refuse(c, schema, "this schema applies itself to the same value for ever");
    if (depth > SCHEMA_MAX_DEPTH / 2)
        return refuse(c, schema, "references lead on to references too often");
    schema->on_path = true;
    for (uint32_t i = 0; i < schema->count; i++)
        if (!visit_check(c, &schema->checks[i], depth + 1))
            return false;
    if (recommended && !visit(c, recommended->settings, depth + 1))
        return false;
    schema->on_path = false;
    schema->visited = true;
    return true;
}

bool compile_refuse_loops(struct compiler *c, struct subschema *root)
{
    for (struct subschema *schema = root; schema; schema = schema->next)
        if (!visit(c, schema, 0))
            return false;
    return true;
}
