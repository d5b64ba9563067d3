/* explain.c - what is wrong, in words */

#include "lint/schema/evaluate.h"

const struct violation *schema_explain(const struct schema *schema,
                                       const struct value_tree *instance,
                                       const char *data, struct arena *arena,
                                       uint32_t *count)
{
    struct violation *violation;

    (void)data;
    *count = 0;
    if (schema_valid(schema, instance, arena))
        return NULL;
    violation = arena_alloc(arena, sizeof(*violation));
    violation->at_root = true;
    violation->keyword = "";
    violation->message = STR("the schema is violated");
    *count = 1;
    return violation;
}
