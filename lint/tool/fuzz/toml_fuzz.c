/* toml_fuzz.c - any bytes as TOML */

#include "lint/tool/fuzz/promises.h"
#include "lint/tool/fuzz/target.h"

void fuzz_toml(struct str input)
{
    struct arena arena;
    struct value_tree tree;
    struct value_input given;

    arena_init(&arena);
    given = fuzz_input(&arena, input);
    toml_read(&arena, given, &tree);
    /* [a.b] may come before [a] and far from it: no order is promised. */
    promise_tree(&tree, given, TREE_NESTED);
    if (tree.root)
        promise_round_trip(tree.root, &arena);
    arena_release(&arena);
}
