/* limits_test.c - schemas and documents that reach a limit */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/base/buf.h"
#include "lint/schema/compiled/compiler.h"
#include "lint/schema/explain/failure.h"

struct texts {
    struct buf schema;
    struct buf instance;
    struct arena arena;
};

static int set_up(void **state)
{
    static struct texts texts;

    texts = (struct texts){.schema = BUF_INIT, .instance = BUF_INIT};
    arena_init(&texts.arena);
    *state = &texts;
    return 0;
}

static int tear_down(void **state)
{
    struct texts *texts = *state;

    buf_release(&texts->schema);
    buf_release(&texts->instance);
    arena_release(&texts->arena);
    return 0;
}

static struct value_tree read_json(struct texts *texts, const struct buf *text)
{
    struct value_input input = {text->data, span_make(0, (uint32_t)text->len),
                                VALUE_MAX_NODES_DATA};
    struct value_tree tree;

    json_read(&texts->arena, input, &tree);
    assert_non_null(tree.root);
    return tree;
}

static const struct schema *compile(struct texts *texts, struct schema_error *error)
{
    struct schema_options options = schema_options_default(STR(""));
    struct value_tree *tree = arena_alloc(&texts->arena, sizeof(*tree));

    *tree = read_json(texts, &texts->schema);
    return schema_compile(&texts->arena, tree, STR("test:schema"), &options, error);
}

static void assert_refused(struct texts *texts, const char *message)
{
    struct schema_error error;

    assert_null(compile(texts, &error));
    assert_string_equal(error.mistake.message.data, message);
}

static const struct violation *explain(struct texts *texts, uint32_t *count)
{
    struct schema_error error;
    const struct schema *schema = compile(texts, &error);
    struct value_tree instance = read_json(texts, &texts->instance);

    assert_non_null(schema);
    assert_false(schema_valid(schema, &instance, &texts->arena));
    return schema_explain(schema, &instance, texts->instance.data, &texts->arena, count);
}

static void assert_given_up(struct texts *texts)
{
    uint32_t count;
    const struct violation *violations = explain(texts, &count);

    assert_int_equal(count, 1);
    assert_string_equal(
        violations[0].mistake.message.data,
        "cannot be checked: the schema takes too many steps or goes too deep");
}

/* `first`, then `each` with the numbers from 0 to count - 1 in it, then `last`. */
static void repeat(struct buf *out, const char *first, const char *each, uint32_t count,
                   const char *last)
{
    buf_puts(out, first);
    for (uint32_t i = 0; i < count; i++) {
        buf_puts(out, i ? "," : "");
        for (const char *c = each; *c; c++) {
            if (*c == '#')
                buf_printf(out, "%u", (unsigned)i);
            else
                buf_putc(out, *c);
        }
    }
    buf_puts(out, last);
}

static void subschemas(void **state)
{
    struct texts *texts = *state;

    repeat(&texts->schema, "{\"allOf\":[", "{}", SCHEMA_MAX_SUBSCHEMAS, "]}");
    assert_refused(texts, "more than 200000 subschemas");
}

static void chains_of_references(void **state)
{
    struct texts *texts = *state;

    buf_puts(&texts->schema, "{\"$defs\":{");
    for (unsigned i = 0; i < SCHEMA_MAX_DEPTH; i++)
        buf_printf(&texts->schema, "\"d%u\":{\"$ref\":\"#/$defs/d%u\"},", i, i + 1);
    buf_printf(&texts->schema, "\"d%u\":{}},\"$ref\":\"#/$defs/d0\"}",
               (unsigned)SCHEMA_MAX_DEPTH);
    assert_refused(texts, "references lead on to references too often");
}

static void digits_of_a_divisor(void **state)
{
    struct texts *texts = *state;

    buf_puts(&texts->schema, "{\"multipleOf\":");
    buf_repeat(&texts->schema, '7', DECIMAL_MAX_DIVISOR + 1);
    buf_putc(&texts->schema, '}');
    assert_refused(texts, "`multipleOf` has more than 100 digits");
}

/* Each application applies it twice more. */
static void steps(void **state)
{
    struct texts *texts = *state;

    buf_puts(&texts->schema, "{\"$defs\":{");
    for (unsigned i = 0; i < 40; i++)
        buf_printf(&texts->schema,
                   "\"d%u\":{\"anyOf\":[{\"$ref\":\"#/$defs/d%u\"},"
                   "{\"$ref\":\"#/$defs/d%u\"}]},",
                   i, i + 1, i + 1);
    buf_puts(&texts->schema, "\"d40\":{\"type\":\"string\"}},\"$ref\":\"#/$defs/d0\"}");
    buf_puts(&texts->instance, "1");
    assert_given_up(texts);
}

static void patterns_count_as_steps(void **state)
{
    struct texts *texts = *state;

    repeat(&texts->schema, "{\"patternProperties\":{", "\"^x#$\":{}", 1000, "},");
    buf_puts(&texts->schema, "\"type\":[\"object\",\"null\"]}");
    repeat(&texts->instance, "{", "\"k#\":1", SCHEMA_MAX_STEPS / 1000 + 1, "}");
    assert_given_up(texts);
}

static void depth(void **state)
{
    struct texts *texts = *state;

    buf_puts(&texts->schema, "{\"$id\":\"http://a/b\",\"$dynamicAnchor\":\"n\","
                             "\"allOf\":[{\"$dynamicRef\":\"#n\"}]}");
    buf_puts(&texts->instance, "1");
    assert_given_up(texts);
}

static void failures_of_alternatives(void **state)
{
    struct texts *texts = *state;

    repeat(&texts->schema, "{\"items\":{\"anyOf\":[", "{\"required\":[\"a#\",\"b#\"]}",
           1000, "]}}");
    repeat(&texts->instance, "[", "{}", SCHEMA_MAX_TRIED_FAILURES / 2000 + 1, "]");
    assert_given_up(texts);
}

static void findings(void **state)
{
    struct texts *texts = *state;
    uint32_t count;

    buf_puts(&texts->schema, "{\"items\":{\"type\":\"string\"}}");
    repeat(&texts->instance, "[", "#", SCHEMA_MAX_FAILURES + 10, "]");
    explain(texts, &count);
    assert_int_equal(count, SCHEMA_MAX_FAILURES);
}

static bool has_suggestion(const struct violation *violation)
{
    return strstr(violation->mistake.message.data, "did you mean") != NULL;
}

/* The first mistakes get a suggestion, later ones none. */
static void comparisons(void **state)
{
    struct texts *texts = *state;
    const struct violation *violations;
    uint32_t count;

    repeat(&texts->schema, "{\"items\":{\"enum\":[", "\"value#\"", 1000, "]}}");
    repeat(&texts->instance, "[", "\"walue#\"", SCHEMA_MAX_COMPARISONS / 1000 + 1, "]");
    violations = explain(texts, &count);
    assert_int_equal(count, SCHEMA_MAX_COMPARISONS / 1000 + 1);
    assert_true(has_suggestion(&violations[0]));
    assert_false(has_suggestion(&violations[count - 1]));
}

int main(void)
{
#define LIMIT(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        LIMIT(subschemas),
        LIMIT(chains_of_references),
        LIMIT(digits_of_a_divisor),
        LIMIT(steps),
        LIMIT(patterns_count_as_steps),
        LIMIT(depth),
        LIMIT(failures_of_alternatives),
        LIMIT(findings),
        LIMIT(comparisons),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
