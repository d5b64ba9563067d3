/* yaml_fuzz.c - any bytes as YAML */

#include "lint/tool/fuzz/promises.h"
#include "lint/tool/fuzz/target.h"

static bool has_merge_key(struct str text)
{
    for (size_t i = 1; i < text.len; i++)
        if (text.data[i - 1] == '<' && text.data[i] == '<')
            return true;
    return false;
}

void fuzz_yaml(struct str input)
{
    struct arena arena;
    struct value_tree tree;
    struct value_input given;
    unsigned promises = TREE_NESTED;

    arena_init(&arena);
    given = fuzz_input(&arena, input);
    /* Merged entries come after those of the map, wherever the `<<` is. */
    if (!has_merge_key(input))
        promises |= TREE_ORDERED;
    yaml_read(&arena, given, &tree);
    promise_tree(&tree, given, promises);
    if (tree.root)
        promise_round_trip(tree.root, &arena);
    arena_release(&arena);
}
