/* pending.c - stands in for parts that are not there yet; goes when they come */

#include "lint/schema/schema.h"

__attribute__((weak)) void yaml_read(struct arena *arena, struct value_input input,
                                     struct value_tree *tree)
{
    jsonc_read(arena, input, tree);
}

__attribute__((weak)) const struct schema *
schema_load(struct arena *arena, const char *path, const struct schema_options *options,
            struct schema_error *error)
{
    (void)arena, (void)path, (void)options, (void)error;
    return NULL;
}

__attribute__((weak)) const struct schema *
schema_compile(struct arena *arena, const struct value *root, struct str base,
               const struct schema_options *options, struct schema_error *error)
{
    (void)arena, (void)root, (void)base, (void)options, (void)error;
    return NULL;
}

__attribute__((weak)) const struct violation *
schema_explain(const struct schema *schema, const struct value_tree *instance,
               const char *data, struct arena *arena, uint32_t *count)
{
    (void)schema, (void)instance, (void)data, (void)arena;
    *count = 0;
    return NULL;
}
