/* vocabulary_test.c - where stet's own keywords apply, and what their values may be */

#include "lint/schema/vocabulary/vocabulary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <time.h>

static void read_yaml_text(struct arena *arena, const char *text, struct value_tree *tree)
{
    struct value_input input = {text, span_make(0, (uint32_t)strlen(text)),
                                VALUE_MAX_NODES};

    yaml_read(arena, input, tree);
    assert_int_equal(tree->problem_count, 0);
}

/* 2024-03-01T01:30:00Z, seen from two hours east of Greenwich: main() moves there. */
static const struct environment around = {
    .path = {"/site/blog/2024-02-29-leap day.md", 33},
    .root = {"/site", 5},
    .now = {1709256600, true},
};

/* A schema, a front matter and what is found: "start-end severity: message" lines. */
struct advice_case {
    const char *schema;
    const char *text;
    const char *wanted;
};

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

static const struct schema *compile_text(struct arena *arena, const char *text,
                                         struct schema_error *error)
{
    static const struct schema_options options = {.dialect = DIALECT_2020_12,
                                                  .assert_format = true};
    struct value_tree *tree = arena_alloc(arena, sizeof(*tree));

    read_yaml_text(arena, text, tree);
    return schema_compile(arena, tree, STR("schema.yaml"), &options, error);
}

static void run_case(const struct advice_case *c, const struct environment *where)
{
    struct arena arena;
    struct schema_error error = {.mistake = {.message = STR("")}};
    const struct schema *schema;
    const struct violation *violations;
    struct value_tree tree;
    struct buf out = BUF_INIT;
    uint32_t count;

    arena_init(&arena);
    schema = compile_text(&arena, c->schema, &error);
    if (!schema)
        fail_msg("%s\n%.*s", c->schema, (int)error.mistake.message.len,
                 error.mistake.message.data);
    read_yaml_text(&arena, c->text, &tree);
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

static void run_cases(const struct advice_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        run_case(&cases[i], &around);
}

static void applies_as_annotations_do(void **state)
{
    static const struct advice_case cases[] = {
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
    run_cases(cases, sizeof(cases) / sizeof(cases[0]));
}

static void is_given_once(void **state)
{
    static const struct advice_case cases[] = {
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
    run_cases(cases, sizeof(cases) / sizeof(cases[0]));
}

static void is_silent_beside_errors(void **state)
{
    static const struct advice_case cases[] = {
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
    run_cases(cases, sizeof(cases) / sizeof(cases[0]));
}

static void has_severities_and_words(void **state)
{
    static const struct advice_case cases[] = {
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
    run_cases(cases, sizeof(cases) / sizeof(cases[0]));
}

static void compares_dates(void **state)
{
    static const struct advice_case cases[] = {
        /* It is 1 March 03:30 where stet runs. */
        {"properties: {a: {x-not-after: today}}", "a: 2024-03-01", ""},
        {"properties: {a: {x-not-after: today}}", "a: 2024-03-02",
         "3-13 error: `a` must not be after today (`2024-03-01`), found `2024-03-02`\n"},
        {"properties: {a: {x-not-after: today}}", "a: 2024-03-01T21:59:00Z", ""},
        {"properties: {a: {x-not-after: today}}", "a: 2024-03-01T22:00:00Z",
         "3-23 error: `a` must not be after today (`2024-03-01`), found "
         "`2024-03-01T22:00:00Z`\n"},
        {"properties: {a: {x-not-after: now}}", "a: 2024-03-01T01:30:00Z", ""},
        {"properties: {a: {x-not-after: now}}", "a: 2024-03-01T01:30:01Z",
         "3-23 error: `a` must not be after now (`2024-03-01`), found "
         "`2024-03-01T01:30:01Z`\n"},
        {"properties: {a: {x-not-before: today-1m}}", "a: 2024-02-01", ""},
        {"properties: {a: {x-max-age: 1d}}", "a: 2024-02-29", ""},
        {"properties: {a: {x-max-age: 1d}}", "a: 2024-02-28",
         "3-13 warning: `a` should be at most 1 day old, found `2024-02-28`, which is 2 "
         "days ago\n"},
        /* leap days: a year before 1 March is 1 March, and 29 February was within it */
        {"properties: {a: {x-max-age: 4y}}", "a: 2020-02-29",
         "3-13 warning: `a` should be at most 4 years old, found `2020-02-29`, which is "
         "1462 days ago\n"},
        /* another field, from the root and in another place */
        {"properties: {b: {x-not-before: {field: a}}}",
         "a: 2024-05-25T23:00:00-05:00\nb: 2024-05-26T03:00:00Z",
         "32-52 error: `b` must not be before `a` (`2024-05-25T23:00:00-05:00`), found "
         "`2024-05-26T03:00:00Z`\n  3-28 compared with this\n"},
        {"properties: {b: {x-not-before: {field: a}}}",
         "a: 2024-05-25\nb: 2024-05-25T00:00:00+05:00", ""},
        {"properties: {s: {properties: {b: {x-not-before: {field: /a/0}}}}}",
         "a: [2024-05-25]\ns: {b: 2024-05-24}",
         "23-33 error: `s.b` must not be before `/a/0` (`2024-05-25`), found "
         "`2024-05-24`\n  4-14 compared with this\n"},
        {"properties: {b: {x-not-before: {field: a}}}", "b: 2024-05-25", ""},
        {"properties: {b: {x-not-before: {field: a}}}", "a: soon\nb: 2024-05-25", ""},
    };

    (void)state;
    run_cases(cases, sizeof(cases) / sizeof(cases[0]));
}

static void compares_with_the_path(void **state)
{
    static const struct advice_case cases[] = {
        {"properties: {a: {x-equals: '{name}|{stem}|{date}|{folder}|{path}'}}", "a: x",
         "3-4 error: `a` must be `leap day|2024-02-29-leap day|2024-02-29|blog|"
         "blog/2024-02-29...`, as `{name}|{stem}|{date}|{folder}|{path}` gives, found "
         "`x`\n"},
        {"properties: {a: {x-equals: '{folder:1}'}}", "a: x", ""},
        {"properties: {a: {x-equals: '{{{slug:/t/0}}}'}}", "t: [Don't!  Stop]\na: x",
         "21-22 error: `a` must be `{dont-stop}`, as `{{{slug:/t/0}}}` gives, found `x`\n"
         "  4-16 made from this\n"},
        {"properties: {a: {x-equals: '{slug:t}'}}", "t: '!!'\na: x", ""},
        {"properties: {a: {x-equals: '{field:t}'}}", "t: [a]\na: x", ""},
        {"properties: {a: {x-equals: '{date}'}}", "a: 2024-02-29T10:00:00Z", ""},
    };
    static const struct advice_case nowhere = {"properties: {a: {x-equals: '{name}'}}",
                                               "a: x", ""};
    static const struct advice_case index = {
        "properties: {a: {x-equals: '{name} {folder} {folder:1} {path}'}}", "a: x",
        "3-4 error: `a` must be `bread bread guides guides/bread`, as `{name} {folder} "
        "{folder:1} {path}` gives, found `x`\n"};
    struct environment other = around;

    (void)state;
    run_cases(cases, sizeof(cases) / sizeof(cases[0]));
    other.path = STR("");
    run_case(&nowhere, &other);
    other.path = STR("/site/guides/bread/_index.md");
    run_case(&index, &other);
}

static void finds_spans_in_all_styles(void **state)
{
    static const struct advice_case cases[] = {
        {"properties: {a: {x-forbidden: c}}", "a: \"bcd\"",
         "5-6 error: `a` must not contain `c`\n"},
        {"properties: {a: {x-forbidden: c}}", "a: \"b\\u0063d\"",
         "3-13 error: `a` must not contain `c`\n"},
        {"properties: {a: {x-forbidden: c}}", "a: |\n  bcd\n",
         "3-10 error: `a` must not contain `c`\n"},
        {"properties: {a: {x-forbidden: c}}", "a: b\r\n  c\r\n",
         "3-9 error: `a` must not contain `c`\n"},
        {"properties: {a: {x-forbidden: ü}}", "a: 'x ü'",
         "6-8 error: `a` must not contain `ü`\n"},
    };

    (void)state;
    run_cases(cases, sizeof(cases) / sizeof(cases[0]));
}

/* A fix, and the whole text after it. */
struct fix_case {
    const char *schema;
    const char *text;
    const char *fixed; /* the text itself: no fix */
    bool safe;
};

static void offers_fixes(void **state)
{
    static const struct fix_case cases[] = {
        {"properties: {a: {x-ends-with: .}}", "a: b", "a: b.", true},
        {"properties: {a: {x-ends-with: .}}", "a: 'b' # c", "a: 'b.' # c", true},
        {"properties: {a: {x-ends-with: .}}", "a: b:c", "a: b:c.", true},
        {"properties: {a: {x-ends-with: .}}", "a: b)", "a: b)", false},
        {"properties: {a: {x-ends-with: .}}", "a: |\n  b\n", "a: |\n  b\n", false},
        {"properties: {a: {x-ends-with: .png}}", "a: b", "a: b", false},
        {"properties: {'a b': {x-deprecated: {use: 'c: d'}}}", "\"a b\": 1",
         "\"c: d\": 1", true},
        {"properties: {a: {x-deprecated: {use: 'c: d'}}}", "{a: 1}", "{\"c: d\": 1}",
         true},
        {"properties: {a: {x-deprecated: {use: b}}}", "a: 1\nb: 2", "a: 1\nb: 2", false},
        {"properties: {a: {x-equals: '{date}'}}", "a: 2024-01-01", "a: 2024-02-29",
         false},
        {"properties: {a: {x-equals: '{name}'}}", "a: 'it''s'", "a: 'leap day'", false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct arena arena;
        struct schema_error error;
        struct value_tree tree;
        struct buf out = BUF_INIT;
        const struct violation *found;
        const char *text = cases[i].text;
        uint32_t count;

        arena_init(&arena);
        read_yaml_text(&arena, text, &tree);
        found = schema_review(compile_text(&arena, cases[i].schema, &error), &tree, text,
                              &around, &arena, &count);
        assert_int_equal(count, 1);
        if (found->mistake.edit_count) {
            buf_add(&out, text, found->mistake.edits->span.start);
            buf_add_str(&out, found->mistake.edits->text);
            text += found->mistake.edits->span.end;
            assert_int_equal(found->mistake.fix_safe, cases[i].safe);
        }
        buf_add(&out, text, strlen(text) + 1);
        assert_string_equal(out.data, cases[i].fixed);
        buf_release(&out);
        arena_release(&arena);
    }
}

/* A schema and what is wrong with it: "start-end message"; empty when nothing is. */
static const struct {
    const char *schema;
    const char *wanted;
} mistakes[] = {
    {"x-recommended: 5",
     "15-16 a schema must be a group of keys, or true or false, found a number"},
    {"x-recommended: {maxLength: -1}", NULL},
    {"x-recommended: {$ref: '#'}", NULL},
    {"x-deprecated: soon", "14-18 `x-deprecated` must be true or a map with `use` or "
                           "`message`, found text"},
    {"x-deprecated: {used: a}",
     "15-19 `x-deprecated` has no option `used`; did you mean `use`?"},
    {"x-deprecated: {use: ''}",
     "20-22 `x-deprecated` `use` must be text that is not empty"},
    {"deprecated: perhaps", ""},
    {"x-ends-with: []", "13-15 `x-ends-with` must not be an empty list"},
    {"x-forbidden: ['a', 1]",
     "19-20 `x-forbidden` must be text that is not empty, or a list of such"},
    {"x-equals: {name}", "10-16 `x-equals` must be text, found a group of keys: quote a "
                         "template that begins with `{`"},
    {"x-equals: '{nmae}'",
     "10-18 `x-equals` has an unknown place `{nmae}`; there are {name}, {stem}, {date}, "
     "{folder}, {path}, {field:…} and {slug:…}"},
    {"x-equals: '{slug}'", "10-18 `x-equals` must name a field in `{slug:…}`"},
    {"x-equals: '{folder:x}'", "10-22 `x-equals` cannot do with `x` in `{folder:…}`"},
    {"x-equals: 'a}'",
     "10-14 `x-equals` has a `}` that closes nothing; write `}}` for a brace"},
    {"x-equals: '{name'",
     "10-17 `x-equals` has a `{` that is not closed; write `{{` for a brace"},
    {"x-first-heading: same", "17-21 `x-first-heading` must be `equal` or `absent`"},
    {"x-max-age: 180", "11-14 `x-max-age` must be a duration of days, weeks, months or "
                       "years, as `180d`, `1y6m` or `P1Y`"},
    {"x-max-age: P1DT2H", NULL},
    {"x-not-after: tomorrow", "13-21 `x-not-after` must be `today`, `now`, `today+30d`, "
                              "`today-1y`, a date or a map with `field`"},
    {"x-not-after: 2023-02-29", NULL},
    {"x-not-after: todays", NULL},
    {"x-not-after: today + 30d", ""},
    {"x-not-before: {strict: true}",
     "14-28 `x-not-before` needs a `field`: the name of a "
     "property beside it, or a JSON Pointer"},
    {"x-plain-text: {allow: [bold]}",
     "23-27 `x-plain-text` can allow emphasis, code, link, image, html, heading, "
     "footnote and escape"},
    {"x-plain-text: {allow: [codes]}",
     "23-28 `x-plain-text` knows no `codes`; did you mean `code`?"},
    {"x-severity: warn", "12-16 `x-severity` must be `error`, `warning` or `note`, or a "
                         "map of such a word for each keyword"},
    {"maxLength: 5\nx-severity: {maxLenght: note}",
     "26-35 `x-severity` speaks of `maxLenght`, which does not stand beside it; did you "
     "mean `maxLength`?"},
    {"x-message: {maxLength: a}",
     "12-21 `x-message` speaks of `maxLength`, which does not stand beside it"},
    {"x-message: 'a {valeu}'",
     "11-22 `x-message` has an unknown place `{valeu}`; there are {value}, {name}, "
     "{path}, {expected} and {message}"},
    {"x-file-exists: {root: static}",
     "22-28 `x-file-exists` cannot read `static`: the schema is in no file of a project"},
    {"x-enum-from: {at: /a}", "13-21 `x-enum-from` needs a `file`"},
    /* slips, and keywords of other tools */
    {"x-recomended: {maxLength: 160}",
     "0-12 unknown keyword `x-recomended`; did you mean `x-recommended`?"},
    {"properties: {a: {x-not-atfer: today}}",
     "17-28 unknown keyword `x-not-atfer`; did you mean `x-not-after`?"},
    {"x-messages: {en: hello}", ""},
    {"x-taplo: {hidden: true}\nx-order: 3\nx-intellij-html-description: <b>x</b>\n"
     "x-kubernetes-list-type: map\nx-enum-varnames: [a]",
     ""},
    {"x-recommend: 5", ""},
    {"recommended: 5", ""},
};

static void refuses_mistakes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++) {
        struct arena arena;
        struct schema_error error = {.mistake = {.message = STR("")}};
        const struct schema *schema;
        struct str found = STR("");

        arena_init(&arena);
        schema = compile_text(&arena, mistakes[i].schema, &error);
        if (!schema)
            found = arena_format(&arena, "%u-%u %.*s", error.mistake.span.start,
                                 error.mistake.span.end, (int)error.mistake.message.len,
                                 error.mistake.message.data);
        if (mistakes[i].wanted ? !str_is(found, mistakes[i].wanted) : !found.len)
            fail_msg("%s\n--- wanted\n%s\n--- found\n%.*s", mistakes[i].schema,
                     mistakes[i].wanted ? mistakes[i].wanted : "(some mistake)",
                     (int)found.len, found.data);
        arena_release(&arena);
    }
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
        schema = compile_text(&arena, schemas[i], &error);
        read_yaml_text(&arena, "a: b", &tree);
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
    static const struct advice_case cases[] = {
        {multiply,
         "{a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {b: x}}}}}}}}}}}}}}",
         "56-57 error: `a.a.a.a.a.a.a.a.a.a.a.a.a.b` must end with `.`, found `x`\n"},
        {multiply,
         "{a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {b: .}}}}}}}}}}}}}}",
         "0-0 error: cannot be checked: the schema takes too many steps or goes too "
         "deep\n"},
    };

    (void)state;
    run_cases(cases, sizeof(cases) / sizeof(cases[0]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(applies_as_annotations_do),
        cmocka_unit_test(is_given_once),
        cmocka_unit_test(is_silent_beside_errors),
        cmocka_unit_test(has_severities_and_words),
        cmocka_unit_test(compares_dates),
        cmocka_unit_test(compares_with_the_path),
        cmocka_unit_test(finds_spans_in_all_styles),
        cmocka_unit_test(offers_fixes),
        cmocka_unit_test(refuses_mistakes),
        cmocka_unit_test(never_changes_verdicts),
        cmocka_unit_test(has_an_end),
    };

    setenv("TZ", "EAST-2", 1);
    tzset();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
