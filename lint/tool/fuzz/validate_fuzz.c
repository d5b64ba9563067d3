/* validate_fuzz.c - a schema and a value for it, cut from one input */

#include "lint/base/utf8.h"
#include "lint/schema/schema.h"
#include "lint/tool/fuzz/promises.h"
#include "lint/tool/fuzz/target.h"

static void promise_violation(const struct violation *violation, struct span text)
{
    promise(violation->mistake.message.len > 0, "a violation without a message");
    promise(utf8_invalid(violation->mistake.message) == violation->mistake.message.len,
            "a message is not UTF-8");
    promise(violation->at_root || span_contains(text, violation->mistake.span),
            "a violation is outside the text");
    for (const struct related *r = violation->mistake.related; r; r = r->next)
        promise(span_contains(text, r->span), "a related place is outside the text");
    for (uint32_t i = 0; i < violation->mistake.edit_count; i++) {
        promise(span_contains(text, violation->mistake.edits[i].span),
                "an edit is outside the text");
        promise(!i || violation->mistake.edits[i - 1].span.end <=
                          violation->mistake.edits[i].span.start,
                "edits are not in order");
    }
}

static void validate(const struct schema *schema, struct value_input given,
                     struct arena *arena)
{
    const struct violation *violations;
    struct value_tree instance;
    uint32_t count;
    bool valid;

    yaml_read(arena, given, &instance);
    valid = schema_valid(schema, &instance, arena);
    violations = schema_explain(schema, &instance, given.data, arena, &count);
    promise(valid == (count == 0), "valid, but with violations, or the other way round");
    for (uint32_t i = 0; i < count; i++) {
        promise_violation(&violations[i], given.span);
        promise(!i || violations[i - 1].mistake.span.start <=
                          violations[i].mistake.span.start,
                "violations are not sorted");
    }
}

/* Followed by a NUL, as files in memory are. */
static struct value_input file_input(struct arena *arena, struct str text)
{
    struct str ended = {arena_str(arena, text).data, text.len + 1};
    struct value_input input = fuzz_input(arena, ended);

    input.span.end--;
    return input;
}

/* A digit that selects the dialect, the schema, a line `===`, the value. */
void fuzz_validate(struct str input)
{
    struct schema_options options = schema_options_default(STR(""));
    struct schema_error error;
    struct value_tree tree;
    struct arena arena;
    struct str cut = STR("\n===\n");
    size_t at = 1;
    const struct schema *schema = NULL;

    while (at < input.len &&
           !str_starts((struct str){input.data + at, input.len - at}, cut))
        at++;
    if (at >= input.len)
        return;
    arena_init(&arena);
    options.dialect = (enum dialect)((unsigned char)input.data[0] % 5);
    yaml_read(&arena, fuzz_input(&arena, (struct str){input.data + 1, at - 1}), &tree);
    if (tree.root)
        schema = schema_compile(&arena, &tree, STR("fuzz:schema"), &options, &error);
    at += cut.len;
    if (schema)
        validate(schema,
                 file_input(&arena, (struct str){input.data + at, input.len - at}),
                 &arena);
    arena_release(&arena);
}
