/* results_test.c - what a worker packs is what the parent reads */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/results.h"
#include "lint/rule_table.h"

static const struct rule first = {.code = "MD001"};
static const struct rule second = {.code = "MD002"};
static const struct rule *const rules[] = {&first, &second};
static const struct rule_table table = {rules, 2};

struct fixture {
    struct arena arena;
    struct source source;
    struct buf block;
    struct file_results results;
};

static void set_up(struct fixture *fixture, struct str text)
{
    *fixture = (struct fixture){.block = BUF_INIT};
    arena_init(&fixture->arena);
    source_init(&fixture->source, &fixture->arena, "a.md", text.data, text.len);
}

static void tear_down(struct fixture *fixture)
{
    buf_release(&fixture->block);
    arena_release(&fixture->arena);
}

static void pack(struct fixture *fixture, struct diagnostic *diagnostics, uint32_t count,
                 unsigned want)
{
    results_pack(&fixture->block, &table, &fixture->source, diagnostics, count, want);
    assert_true(results_unpack(buf_str(&fixture->block), &table, &fixture->arena,
                               &fixture->results));
}

static void test_order(void **state)
{
    struct diagnostic diagnostics[] = {
        {.rule = &second, .severity = SEVERITY_NOTE, .span = {4, 5}, .message = STR("c")},
        {.rule = &first, .severity = SEVERITY_ERROR, .span = {4, 5}, .message = STR("b")},
        {.rule = &first, .severity = SEVERITY_ERROR, .span = {4, 5}, .message = STR("a")},
        {.rule = &first, .severity = SEVERITY_ERROR, .span = {4, 4}, .message = STR("d")},
        {.rule = &second,
         .severity = SEVERITY_ERROR,
         .span = {0, 9},
         .message = STR("e")},
        {.rule = &first, .severity = SEVERITY_ERROR, .span = {4, 5}, .message = STR("a")},
    };
    struct fixture fixture;
    char order[8] = "";

    (void)state;
    set_up(&fixture, STR("one\ntwo\n"));
    pack(&fixture, diagnostics, 6, 0);
    assert_int_equal(fixture.results.count, 5); /* one stood there twice */
    for (uint32_t i = 0; i < 5; i++)
        order[i] = fixture.results.results[i].message.data[0];
    assert_string_equal(order, "edabc");
    assert_ptr_equal(fixture.results.results[4].rule, &second);
    assert_int_equal(fixture.results.results[4].severity, SEVERITY_NOTE);
    assert_int_equal(fixture.results.size, 8);
    tear_down(&fixture);
}

static void test_contents(void **state)
{
    struct edit edits[] = {{{0, 1}, STR("x")}, {{8, 8}, {NULL, 0}}};
    struct related related = {{0, 4}, STR("see here"), NULL};
    struct diagnostic diagnostic = {.rule = &first,
                                    .severity = SEVERITY_WARNING,
                                    .span = {8, 10},
                                    .message = STR("wrong"),
                                    .edits = edits,
                                    .edit_count = 2,
                                    .fix_safe = true,
                                    .related = &related};
    struct fixture fixture;
    const struct result *result;

    (void)state;
    set_up(&fixture, STR("one\n\xF0\x9F\x98\x80 two\n"));
    pack(&fixture, &diagnostic, 1, WANT_EXCERPT | WANT_EDIT_PLACES);
    result = &fixture.results.results[0];
    assert_int_equal(result->start.line, 2);
    assert_int_equal(result->start.column, 2);
    assert_int_equal(result->start.utf16, 3);
    assert_int_equal(result->end.offset, 10);
    assert_true(str_is(result->excerpt, "\xF0\x9F\x98\x80 two"));
    assert_int_equal(result->excerpt_start, 4);
    assert_true(result->fix_safe);
    assert_int_equal(result->edit_count, 2);
    assert_true(str_is(result->edits[0].text, "x"));
    assert_int_equal(result->edits[1].from.utf16, 3);
    assert_int_equal(result->related_count, 1);
    assert_true(str_is(result->related[0].message, "see here"));
    assert_int_equal(result->related[0].end.line, 2);
    assert_int_equal(result->line_hash_turn, 0); /* not wanted */
    tear_down(&fixture);
}

/* The same line twice: the second is the second of its hash. Nothing follows within
 * reach that would tell them apart. */
static void test_fingerprints(void **state)
{
    static char text[400];
    struct diagnostic diagnostics[] = {
        {.rule = &first, .span = {0, 1}, .message = STR("wrong")},
        {.rule = &first, .span = {100, 101}, .message = STR("wrong")},
        {.rule = &second, .span = {100, 101}, .message = STR("wrong")},
    };
    struct fixture fixture;
    const struct result *results;

    (void)state;
    memset(text, 'x', sizeof(text));
    for (size_t i = 99; i < sizeof(text); i += 100)
        text[i] = '\n';
    set_up(&fixture, (struct str){text, sizeof(text) - 1});
    pack(&fixture, diagnostics, 3, WANT_FINGERPRINT);
    results = fixture.results.results;
    assert_int_equal(results[0].line_hash, results[1].line_hash);
    assert_int_equal(results[0].line_hash_turn, 1);
    assert_int_equal(results[1].line_hash_turn, 2);
    assert_int_equal(results[0].context_hash, results[1].context_hash);
    assert_int_not_equal(results[1].context_hash, results[2].context_hash);
    assert_int_equal(results[0].excerpt.len, 0); /* not wanted */
    tear_down(&fixture);
}

/* A long line is cut around the range, between code points; of many lines the first
 * are sent. */
static void test_excerpts(void **state)
{
    static char text[9000];
    struct diagnostic diagnostic = {.rule = &first, .span = {6001, 6003}};
    struct fixture fixture;
    const struct result *result;

    (void)state;
    for (size_t i = 0; i < sizeof(text); i += 3)
        memcpy(text + i, "\xE6\x97\xA5", 3);
    set_up(&fixture, (struct str){text, sizeof(text)});
    pack(&fixture, &diagnostic, 1, WANT_EXCERPT);
    result = &fixture.results.results[0];
    assert_true(result->excerpt.len <= EXCERPT_MAX_BYTES);
    assert_true(result->excerpt.len > EXCERPT_MAX_BYTES - 4);
    assert_int_equal(result->excerpt_start % 3, 0);
    assert_int_equal(result->excerpt.len % 3, 0);
    assert_true(result->excerpt_start < 6001);
    tear_down(&fixture);

    diagnostic.span = span_make(2, 13);
    set_up(&fixture, STR("a\nb\nc\nd\ne\nf\ng\n"));
    pack(&fixture, &diagnostic, 1, WANT_EXCERPT);
    assert_true(str_is(fixture.results.results[0].excerpt, "b\nc\nd"));
    tear_down(&fixture);
}

/* Whatever is missing of a block, it is refused. */
static void test_cut_short(void **state)
{
    struct edit edit = {{0, 1}, STR("x")};
    struct diagnostic diagnostic = {.rule = &first,
                                    .span = {0, 3},
                                    .message = STR("wrong"),
                                    .edits = &edit,
                                    .edit_count = 1};
    struct fixture fixture;
    struct str block;

    (void)state;
    set_up(&fixture, STR("one\n"));
    pack(&fixture, &diagnostic, 1, WANT_EXCERPT | WANT_FINGERPRINT);
    block = buf_str(&fixture.block);
    for (size_t len = 0; len < block.len; len++)
        assert_false(results_unpack((struct str){block.data, len}, &table, &fixture.arena,
                                    &fixture.results));
    tear_down(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),        cmocka_unit_test(test_contents),
        cmocka_unit_test(test_fingerprints), cmocka_unit_test(test_excerpts),
        cmocka_unit_test(test_cut_short),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
