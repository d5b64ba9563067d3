/* x_keywords_test.c - what stet's own keywords compare and fix, and may be set to */

#include "lint/tool/schema/review.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void compares_dates(void **state)
{
    static const struct review_case cases[] = {
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
    review_check_all(cases, sizeof(cases) / sizeof(cases[0]));
}

static void compares_with_the_path(void **state)
{
    static const struct review_case cases[] = {
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
    static const struct review_case nowhere = {"properties: {a: {x-equals: '{name}'}}",
                                               "a: x", ""};
    static const struct review_case index = {
        "properties: {a: {x-equals: '{name} {folder} {folder:1} {path}'}}", "a: x",
        "3-4 error: `a` must be `bread bread guides guides/bread`, as `{name} {folder} "
        "{folder:1} {path}` gives, found `x`\n"};
    struct environment other = review_environment;

    (void)state;
    review_check_all(cases, sizeof(cases) / sizeof(cases[0]));
    other.path = STR("");
    review_check(&nowhere, &other);
    other.path = STR("/site/guides/bread/_index.md");
    review_check(&index, &other);
}

static void finds_spans_in_all_styles(void **state)
{
    static const struct review_case cases[] = {
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
    review_check_all(cases, sizeof(cases) / sizeof(cases[0]));
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
        review_read(&arena, text, &tree);
        found = schema_review(review_compile(&arena, cases[i].schema, &error), &tree,
                              text, &review_environment, &arena, &count);
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
        schema = review_compile(&arena, mistakes[i].schema, &error);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compares_dates),
        cmocka_unit_test(compares_with_the_path),
        cmocka_unit_test(finds_spans_in_all_styles),
        cmocka_unit_test(offers_fixes),
        cmocka_unit_test(refuses_mistakes),
    };

    return cmocka_run_group_tests(tests, review_at_home, NULL);
}
