/* json_fuzz.c - any bytes as JSON, strict and with comments */

#include "lint/tool/fuzz/promises.h"
#include "lint/tool/fuzz/target.h"
#include "lint/tool/values/value_dump.h"

static void promise_same_tree(const struct value_tree *a, const struct value_tree *b)
{
    struct buf left = BUF_INIT;
    struct buf right = BUF_INIT;

    value_tree_dump(&left, a);
    value_tree_dump(&right, b);
    promise(str_equal(buf_str(&left), buf_str(&right)),
            "JSON is not the same with comments allowed");
    buf_release(&left);
    buf_release(&right);
}

void fuzz_json(struct str input)
{
    struct arena arena;
    struct value_tree strict;
    struct value_tree relaxed;
    struct value_input given;

    arena_init(&arena);
    given = fuzz_input(&arena, input);
    json_read(&arena, given, &strict);
    jsonc_read(&arena, given, &relaxed);
    promise(strict.root || strict.problem_count, "neither a value nor a problem");
    promise_tree(&strict, given, TREE_NESTED | TREE_ORDERED);
    promise_tree(&relaxed, given, TREE_NESTED | TREE_ORDERED);
    if (strict.root) {
        promise_same_tree(&strict, &relaxed);
        promise_round_trip(strict.root, &arena);
    }
    if (relaxed.root)
        promise_round_trip(relaxed.root, &arena);
    arena_release(&arena);
}
