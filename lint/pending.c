/* pending.c - stands in for parts that are not there yet; goes when they come */

#include "lint/value.h"

__attribute__((weak)) void yaml_read(struct arena *arena, struct value_input input,
                                     struct value_tree *tree)
{
    jsonc_read(arena, input, tree);
}
