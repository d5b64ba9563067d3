/* schema_fuzz.c - any bytes as a schema, in each dialect */

#include "lint/base/utf8.h"
#include "lint/schema/schema.h"
#include "lint/tool/fuzz/promises.h"
#include "lint/tool/fuzz/target.h"

static void compile(struct arena *arena, const struct value_tree *tree, struct span text,
                    enum dialect dialect)
{
    struct schema_options options = {.dialect = dialect, .assert_format = true};
    struct schema_error error = {0};
    const struct schema *schema =
        schema_compile(arena, tree, STR("fuzz:schema"), &options, &error);

    if (schema)
        return;
    promise(error.mistake.message.len > 0, "a schema is refused without a reason");
    promise(utf8_invalid(error.mistake.message) == error.mistake.message.len,
            "a reason is not UTF-8");
    promise(error.mistake.span.start <= error.mistake.span.end,
            "an error ends before it starts");
    /* Only in the given schema: a meta-schema has a path. */
    promise(error.path || error.mistake.span.end <= text.end,
            "an error is outside the schema");
}

void fuzz_schema(struct str input)
{
    struct arena arena;
    struct value_input given;
    struct value_tree tree;

    arena_init(&arena);
    given = fuzz_input(&arena, input);
    yaml_read(&arena, given, &tree);
    for (int dialect = DIALECT_DRAFT4; tree.root && dialect <= DIALECT_2020_12; dialect++)
        compile(&arena, &tree, given.span, (enum dialect)dialect);
    arena_release(&arena);
}
