/* vocabulary_test.c - where stet's own keywords apply, and in which words */

#include "lint/tool/schema/review.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void applies_as_annotations_do(void **state)
{
    static const struct review_case cases[] = {
        /* allOf, $ref and beside a $ref */
        {"allOf: [{properties: {a: {x-forbidden: '!'}}}]", "a: b!",
         "4-5 error: `a` must not contain `!`\n"},
        {"properties: {a: {$ref: '#/$defs/t', x-ends-with: .}}\n"
         "$defs: {t: {x-forbidden: '!'}}",
         "a: b!",
         "3-5 error: `a` must end with `.`, found `!`\n"
         "4-5 error: `a` must not contain `!`\n"},
        {"$schema: http://json-schema.org/draft-07/schema#\n"
         "properties: {a: {$ref: '#/definitions/t', x-ends-with: .}}\n"
         "definitions: {t: {type: string}}",
         "a: b", "3-4 error: `a` must end with `.`, found `b`\n"},
        /* valid alternatives, and only these */
        {"properties: {a: {anyOf: [{type: string, x-ends-with: .},"
         " {type: integer}, {minLength: 9, x-forbidden: b}]}}",
         "a: b", "3-4 error: `a` must end with `.`, found `b`\n"},
        {"properties: {a: {oneOf: [{const: b, x-ends-with: .}, {const: c}]}}", "a: c",
         ""},
        /* the side of an if, and the if itself */
        {"if: {properties: {k: {const: x, x-forbidden: x}}}\n"
         "then: {properties: {a: {x-ends-with: .}}}\n"
         "else: {properties: {a: {x-ends-with: '!'}}}",
         "k: x\na: b",
         "3-4 error: `k` must not contain `x`\n"
         "8-9 error: `a` must end with `.`, found `b`\n"},
        {"if: {properties: {k: {const: x}}}\n"
         "then: {properties: {a: {x-ends-with: .}}}\n"
         "else: {properties: {a: {x-ends-with: '!'}}}",
         "k: y\na: b", "8-9 error: `a` must end with `!`, found `b`\n"},
        /* not, and what decides about alternatives */
        {"properties: {a: {not: {type: integer, x-ends-with: .}}}", "a: b", ""},
        {"properties: {a: {oneOf: [{x-ends-with: .}, {type: integer}]}}", "a: b",
         "3-4 error: `a` must end with `.`, found `b`\n"},
        {"properties: {a: {not: {x-ends-with: .}}}", "a: b",
         "3-4 error: `a` must not be `b`\n"},
        /* items, contains, patternProperties, names, what is left over */
        {"properties: {a: {prefixItems: [true], items: {x-ends-with: .}}}",
         "a: [b, c, d.]", "7-8 error: item 2 of `a` must end with `.`, found `c`\n"},
        {"properties: {a: {contains: {type: string, x-ends-with: .}}}", "a: [1, b]",
         "7-8 error: item 2 of `a` must end with `.`, found `b`\n"},
        {"patternProperties: {'^a': {x-ends-with: .}}\n"
         "additionalProperties: {x-forbidden: b}",
         "ab: c\nb: b",
         "4-5 error: `ab` must end with `.`, found `c`\n"
         "9-10 error: `b` must not contain `b`\n"},
        {"propertyNames: {x-recommended: {pattern: '^[a-z]+$'}}", "aB: 1",
         "0-2 warning: the key `aB` should match `^[a-z]+$`\n"},
        {"properties: {a: true}\nunevaluatedProperties: {x-ends-with: .}", "a: x\nb: y",
         "8-9 error: `b` must end with `.`, found `y`\n"},
        {"dependentSchemas: {a: {properties: {b: {x-ends-with: .}}}}", "a: x\nb: y",
         "8-9 error: `b` must end with `.`, found `y`\n"},
        {"properties: {c: {$ref: '#'}, a: {x-ends-with: .}}",
         "a: x\nc: {a: y, c: {a: z.}}",
         "3-4 error: `a` must end with `.`, found `x`\n"
         "12-13 error: `c.a` must end with `.`, found `y`\n"},
    };

    (void)state;
    review_check_all(cases, sizeof(cases) / sizeof(cases[0]));
}

static void is_given_once(void **state)
{
    static const struct review_case cases[] = {
        {"additionalProperties: {x-ends-with: .}", "a: &x one\nb: *x\nc: [*x]",
         "6-9 error: `a` must end with `.`, found `e`\n  13-15 also used here\n"},
        {"additionalProperties: {properties: {old: {x-deprecated: {use: new}}}}",
         "a: &x {old: 1}\nb: *x",
         "7-10 warning: `a.old` is deprecated; use `new`\n  18-20 also used here\n"},
        {"allOf: [{$ref: '#/$defs/a'}, {$ref: '#/$defs/a'}]\n"
         "$defs: {a: {properties: {a: {x-ends-with: .}}}}",
         "a: b", "3-4 error: `a` must end with `.`, found `b`\n"},
        {"properties: {a: {deprecated: true, x-deprecated: {use: b}}}", "a: 1",
         "0-1 warning: `a` is deprecated; use `b`\n"},
    };

    (void)state;
    review_check_all(cases, sizeof(cases) / sizeof(cases[0]));
}

static void is_silent_beside_errors(void **state)
{
    static const struct review_case cases[] = {
        {"properties: {a: {maxLength: 2, x-recommended: {maxLength: 1}}}", "a: bcd",
         "3-6 error: `a` must be at most 2 characters long, found 3\n"},
        {"properties: {a: {type: integer, x-deprecated: {use: b}}}", "a: bcd",
         "0-1 warning: `a` is deprecated; use `b`\n"
         "3-6 error: `a` must be a whole number, found the text `bcd`\n"},
        /* elsewhere it is not */
        {"required: [z]\nproperties: {a: {x-ends-with: .}}", "a: b",
         "0-0 error: `z` is missing\n"
         "3-4 error: `a` must end with `.`, found `b`\n"},
        /* an impossible date is a matter of format */
        {"properties: {a: {format: date, x-not-after: today}}", "a: 2024-02-30",
         "3-13 error: `a` must be a date (YYYY-MM-DD), found `2024-02-30`: February 2024 "
         "has 29 days\n"},
        {"properties: {a: {x-not-after: today, x-ends-with: ., x-max-age: 1d}}",
         "a: [2030-01-01]", ""},
    };

    (void)state;
    review_check_all(cases, sizeof(cases) / sizeof(cases[0]));
}

static void has_severities_and_words(void **state)
{
    static const struct review_case cases[] = {
        {"properties: {a: {maxLength: 2, x-severity: note, x-recommended: {pattern: z}}}",
         "a: b", "3-4 note: `a` should match `z`, found `b`\n"},
        {"properties: {a: {maxLength: 2, x-severity: note}}", "a: bcd",
         "3-6 error: `a` must be at most 2 characters long, found 3\n"},
        {"properties: {a: {maxLength: 2, x-severity: {maxLength: note}}}", "a: bcd",
         "3-6 note: `a` should be at most 2 characters long, found 3\n"},
        {"x-recommended: {x-severity: note, properties: {a: {x-ends-with: .,"
         " maxLength: 1}}}",
         "a: bc", "3-5 warning: `a` should be at most 1 character long, found 2\n"},
        {"x-recommended: {properties: {a: {x-ends-with: .}}}", "a: bc",
         "3-5 warning: `a` should end with `.`, found `c`\n"},
        {"x-recommended: {properties: {a: {x-ends-with: ., x-severity: error}}}", "a: bc",
         "3-5 error: `a` must end with `.`, found `c`\n"},
        {"x-recommended: {properties: {a: {x-recommended: {minLength: 9}}}}", "a: bc",
         "3-5 warning: `a` should be at least 9 characters long, found 2\n"},
        /* places */
        {"properties: {e: {items: {properties: {a: {enum: [x, y], x-message:"
         " '{{{value}}} {name} {path} {expected}'}}}}}",
         "e: [{a: b}]", "8-9 error: {b} a e[0].a x, y\n"},
        {"required: [b]\nx-message: 'no {name}'", "a: b", "0-0 error: no b\n"},
        {"dependentRequired: {a: [b]}\nx-message: {dependentRequired: 'no {name}'}",
         "a: b", "0-0 error: no b\n  0-1 needed by this\n"},
        {"properties: {a: {x-ends-with: ., x-message: {x-ends-with: 'stop! {message}'}}}",
         "a: b", "3-4 error: stop! `a` must end with `.`, found `b`\n"},
        {"x-recommended: {required: [b]}\nx-message: {x-recommended: please}", "a: b",
         "0-0 warning: please\n"},
        {"additionalProperties: false\nproperties: {abc: true}\n"
         "x-message: {additionalProperties: 'no {name}; {message}'}",
         "abd: b", "0-3 error: no abd; unknown key `abd`; did you mean `abc`?\n"},
        {"properties: {a: {type: integer, x-message: '{value}: a number'}}", "a: [b, c]",
         "3-9 error: : a number\n"},
    };

    (void)state;
    review_check_all(cases, sizeof(cases) / sizeof(cases[0]));
}

/* Verdicts are those of the schema without stet's keywords. */
static void never_changes_verdicts(void **state)
{
    static const char *const schemas[] = {
        "properties: {a: {x-ends-with: ., x-recommended: false}}",
        "properties: {a: {not: {type: integer, x-ends-with: .}}}",
        "x-recommended: {required: [z]}",
        "properties: {a: {x-severity: {type: warning}, type: string}}",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(schemas) / sizeof(schemas[0]); i++) {
        struct arena arena;
        struct schema_error error;
        struct value_tree tree;
        const struct schema *schema;
        uint32_t count;

        arena_init(&arena);
        schema = review_compile(&arena, schemas[i], &error);
        review_read(&arena, "a: b", &tree);
        assert_true(schema_valid(schema, &tree, &arena));
        assert_null(schema_explain(schema, &tree, "a: b", &arena, &count));
        arena_release(&arena);
    }
}

/* A schema whose alternatives multiply has an end, with findings and without. */
static void has_an_end(void **state)
{
    static const char multiply[] =
        "$defs: {n: {properties: {a: {anyOf: [{$ref: '#/$defs/n'}, {$ref: '#/$defs/n'},"
        " {$ref: '#/$defs/n'}, {$ref: '#/$defs/n'}]}, b: {x-ends-with: .}}}}\n"
        "$ref: '#/$defs/n'";
    static const struct review_case cases[] = {
        {multiply,
         "{a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {b: x}}}}}}}}}}}}}}",
         "56-57 error: `a.a.a.a.a.a.a.a.a.a.a.a.a.b` must end with `.`, found `x`\n"},
        {multiply,
         "{a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {b: .}}}}}}}}}}}}}}",
         "0-0 error: cannot be checked: the schema takes too many steps or goes too "
         "deep\n"},
    };

    (void)state;
    review_check_all(cases, sizeof(cases) / sizeof(cases[0]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(applies_as_annotations_do),
        cmocka_unit_test(is_given_once),
        cmocka_unit_test(is_silent_beside_errors),
        cmocka_unit_test(has_severities_and_words),
        cmocka_unit_test(never_changes_verdicts),
        cmocka_unit_test(has_an_end),
    };

    return cmocka_run_group_tests(tests, review_at_home, NULL);
}
