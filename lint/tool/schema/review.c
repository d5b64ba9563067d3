/* review.c - what stet's own keywords in a schema find in front matter */

#include "lint/tool/schema/review.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <time.h>

const struct environment review_environment = {
    .path = {"/site/blog/2024-02-29-leap day.md", 33},
    .root = {"/site", 5},
    .now = {1709256600, true},
};

void review_read(struct arena *arena, const char *text, struct value_tree *tree)
{
    struct value_input input = {text, span_make(0, (uint32_t)strlen(text)),
                                VALUE_MAX_NODES};

    yaml_read(arena, input, tree);
    assert_int_equal(tree->problem_count, 0);
}

static void add_violation(struct buf *out, const struct violation *violation)
{
    buf_printf(out, "%u-%u %s: %.*s\n", violation->mistake.span.start,
               violation->mistake.span.end,
               severity_name(violation->mistake.severity == SEVERITY_OFF
                                 ? SEVERITY_ERROR
                                 : violation->mistake.severity),
               (int)violation->mistake.message.len, violation->mistake.message.data);
    for (const struct related *related = violation->mistake.related; related;
         related = related->next)
        buf_printf(out, "  %u-%u %.*s\n", related->span.start, related->span.end,
                   (int)related->message.len, related->message.data);
}

const struct schema *review_compile(struct arena *arena, const char *text,
                                    struct schema_error *error)
{
    static const struct schema_options options = {.dialect = DIALECT_2020_12,
                                                  .assert_format = true};
    struct value_tree *tree = arena_alloc(arena, sizeof(*tree));

    review_read(arena, text, tree);
    return schema_compile(arena, tree, STR("schema.yaml"), &options, error);
}

void review_check(const struct review_case *c, const struct environment *where)
{
    struct arena arena;
    struct schema_error error = {.mistake = {.message = STR("")}};
    const struct schema *schema;
    const struct violation *violations;
    struct value_tree tree;
    struct buf out = BUF_INIT;
    uint32_t count;

    arena_init(&arena);
    schema = review_compile(&arena, c->schema, &error);
    if (!schema)
        fail_msg("%s\n%.*s", c->schema, (int)error.mistake.message.len,
                 error.mistake.message.data);
    review_read(&arena, c->text, &tree);
    violations = schema_review(schema, &tree, c->text, where, &arena, &count);
    for (uint32_t i = 0; i < count; i++)
        add_violation(&out, &violations[i]);
    buf_putc(&out, '\0');
    if (strcmp(out.data, c->wanted) != 0)
        fail_msg("%s\n%s\n--- wanted\n%s--- found\n%s", c->schema, c->text, c->wanted,
                 out.data);
    buf_release(&out);
    arena_release(&arena);
}

void review_check_all(const struct review_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        review_check(&cases[i], &review_environment);
}

int review_at_home(void **state)
{
    (void)state;
    setenv("TZ", "EAST-2", 1);
    tzset();
    return 0;
}
