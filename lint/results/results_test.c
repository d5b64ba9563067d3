/* results_test.c - results are made from the diagnostics of a file */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/buf.h"
#include "lint/base/memory.h"
#include "lint/results/fingerprint.h"
#include "lint/tool/results/results_fixture.h"

static const struct rule many = {
    .code = "ST005", .severity = SEVERITY_WARNING, .role = ROLE_TOO_MANY};
static const struct rule *const rules[] = {&rule_alpha, &rule_beta, &many};
static const struct rule_table table = {rules, 3};

static struct diagnostic finding(const struct rule *rule, uint32_t start, uint32_t end,
                                 const char *message)
{
    return (struct diagnostic){.rule = rule_table_index(&table, rule),
                               .mistake = {.severity = rule->severity,
                                           .span = {start, end},
                                           .message = str_from(message)}};
}

static const struct result *make(struct results_fixture *fixture,
                                 struct diagnostic *diagnostics, uint32_t count,
                                 unsigned want)
{
    struct diagnostics found = {.items = diagnostics, .count = count};

    fixture->results =
        results_make(found, &fixture->source, &table, want, &fixture->arena);
    return fixture->results.results;
}

static void check_str(struct str found, const char *expected)
{
    if (!str_is(found, expected))
        fail_msg("`%.*s`, expected `%s`", (int)found.len, found.data, expected);
}

static void check_place(struct position found, uint32_t offset, uint32_t line,
                        uint32_t column, uint32_t utf16)
{
    assert_int_equal(found.offset, offset);
    assert_int_equal(found.line, line);
    assert_int_equal(found.column, column);
    assert_int_equal(found.utf16, utf16);
}

static void a_clean_file_has_no_results(void **state)
{
    struct results_fixture *fixture = *state;

    results_fixture_text(fixture, STR("a\nb\n"));
    make(fixture, NULL, 0, WANT_EXCERPT | WANT_FINGERPRINT | WANT_EDIT_PLACES);
    check_str(fixture->results.path, "a.md");
    assert_int_equal(fixture->results.size, 4);
    assert_int_equal(fixture->results.line_count, 3);
    assert_int_equal(fixture->results.count, 0);
    assert_int_equal(fixture->results.dropped, 0);
}

static void nothing_is_lost(void **state)
{
    struct results_fixture *fixture = *state;
    struct edit edits[] = {{{0, 1}, STR("A")}, {{6, 8}, STR("")}};
    struct related second = {{8, 9}, STR("the second"), NULL};
    struct related first = {{0, 0}, STR("the first"), &second};
    struct diagnostic all[] = {finding(&rule_beta, 7, 13, "what it says")};
    const struct result *result;

    /* e acute; a smiley is two units of UTF-16 */
    results_fixture_text(fixture, STR("a\xC3\xA9x\n\n\n\xF0\x9F\x98\x80 b\n"));
    all[0].mistake.edits = edits;
    all[0].mistake.edit_count = 2;
    all[0].mistake.fix_safe = true;
    all[0].mistake.related = &first;
    result = make(fixture, all, 1, WANT_EXCERPT | WANT_FINGERPRINT | WANT_EDIT_PLACES);
    assert_int_equal(fixture->results.count, 1);
    assert_ptr_equal(result->rule, &rule_beta);
    assert_int_equal(result->rule_index, 1);
    assert_int_equal(result->severity, SEVERITY_NOTE);
    check_place(result->start, 7, 4, 1, 1);
    check_place(result->end, 13, 4, 4, 5);
    check_str(result->message, "what it says");
    assert_true(result->fix_safe);
    assert_int_equal(result->edit_count, 2);
    assert_int_equal(result->edits[0].span.start, 0);
    assert_int_equal(result->edits[0].span.end, 1);
    check_str(result->edits[0].text, "A");
    check_place(result->edit_places[0].to, 1, 1, 2, 2);
    check_place(result->edit_places[1].from, 6, 3, 1, 1);
    assert_int_equal(result->related_count, 2);
    check_place(result->related[0].start, 0, 1, 1, 1);
    check_str(result->related[0].message, "the first");
    check_str(result->related[1].message, "the second");
    check_str(result->excerpt, "\xF0\x9F\x98\x80 b");
    assert_int_equal(result->excerpt_start, 7);
}

static void places_are_those_of_the_source(void **state)
{
    static const char text[] = "\xEF\xBB\xBF one\r\n\n\xF0\x9F\x98\x80 two\rab\n";
    enum { SIZE = sizeof(text) - 1 };
    struct results_fixture *fixture = *state;

    results_fixture_text(fixture, (struct str){text, SIZE});
    for (uint32_t start = 0; start <= SIZE; start++)
        for (uint32_t end = start; end <= SIZE; end++) {
            struct diagnostic all[] = {finding(&rule_alpha, start, end, "m")};
            const struct result *result = make(fixture, all, 1, 0);
            struct position from = source_position(&fixture->source, start);
            struct position to = source_position(&fixture->source, end);

            assert_memory_equal(&result->start, &from, sizeof(from));
            assert_memory_equal(&result->end, &to, sizeof(to));
        }
}

static void what_is_not_wanted_stays_away(void **state)
{
    struct results_fixture *fixture = *state;
    struct edit edit = {{0, 1}, STR("A")};
    struct diagnostic all[] = {finding(&rule_alpha, 0, 1, "m")};
    const struct result *result;

    results_fixture_text(fixture, STR("abc"));
    all[0].mistake.edits = &edit;
    all[0].mistake.edit_count = 1;
    result = make(fixture, all, 1, 0);
    assert_null(result->edit_places);
    assert_int_equal(result->excerpt.len, 0);
    assert_int_equal(result->line_hash_turn, 0);
    assert_true(result->context_hash == 0);
}

static void results_are_sorted_and_each_once(void **state)
{
    struct results_fixture *fixture = *state;
    struct edit edit = {{0, 1}, STR("A")};
    struct diagnostic all[] = {
        finding(&rule_beta, 2, 4, "b"),  finding(&rule_alpha, 2, 4, "b"),
        finding(&rule_alpha, 2, 4, "a"), finding(&rule_alpha, 2, 3, "z"),
        finding(&rule_beta, 0, 9, "z"),  finding(&rule_alpha, 2, 4, "a"),
        finding(&rule_alpha, 2, 4, "b"), finding(&rule_beta, 2, 4, "b"),
    };
    static const char *const expected[] = {"z", "z", "a", "b", "b"};
    const struct result *results;

    /* Of equal ones the first one stays. */
    all[0].mistake.edits = &edit;
    all[0].mistake.edit_count = 1;
    results_fixture_text(fixture, STR("0123456789"));
    results = make(fixture, all, sizeof(all) / sizeof(*all), 0);
    assert_int_equal(fixture->results.count, 5);
    for (uint32_t i = 0; i < 5; i++)
        check_str(results[i].message, expected[i]);
    assert_int_equal(results[0].start.offset, 0);
    assert_ptr_equal(results[3].rule, &rule_alpha);
    assert_ptr_equal(results[4].rule, &rule_beta);
    assert_int_equal(results[4].edit_count, 1);
}

static void check_excerpt(struct results_fixture *fixture, uint32_t start, uint32_t end,
                          const char *expected)
{
    struct diagnostic all[] = {finding(&rule_alpha, start, end, "m")};

    check_str(make(fixture, all, 1, WANT_EXCERPT)->excerpt, expected);
}

static void excerpts_are_whole_lines(void **state)
{
    struct results_fixture *fixture = *state;

    results_fixture_text(fixture, STR("one\ntwo\r\nthree\rfour\n\nfive"));
    check_excerpt(fixture, 1, 2, "one");
    check_excerpt(fixture, 3, 3, "one");
    check_excerpt(fixture, 1, 4, "one");
    check_excerpt(fixture, 1, 5, "one\ntwo");
    check_excerpt(fixture, 0, 20, "one\ntwo\r\nthree");
    check_excerpt(fixture, 9, 25, "three\rfour\n");
    check_excerpt(fixture, 20, 20, "");
    check_excerpt(fixture, 25, 25, "five");
}

static void long_lines_are_cut(void **state)
{
    enum { LINE = 9999 }; /* 3333 characters of three bytes */
    struct results_fixture *fixture = *state;
    char *text = arena_alloc(&fixture->arena, 2 * LINE + 2);
    struct str whole = {text, 2 * LINE + 1};

    for (int i = 0; i < LINE; i += 3) {
        memcpy(text + i, "\xE2\x82\xAC", 3);
        memcpy(text + LINE + 1 + i, "\xE2\x82\xAC", 3);
    }
    text[LINE] = '\n';
    results_fixture_text(fixture, whole);
    for (uint32_t start = 0; start < whole.len; start += start == LINE ? 1 : 303) {
        struct diagnostic all[] = {finding(&rule_alpha, start, start + 1, "m")};
        const struct result *result = make(fixture, all, 1, WANT_EXCERPT);
        struct str excerpt = result->excerpt;

        assert_true(excerpt.len > EXCERPT_MAX_BYTES - 6);
        assert_true(excerpt.len <= EXCERPT_MAX_BYTES);
        assert_true(result->excerpt_start <= start);
        assert_true(result->excerpt_start + excerpt.len >= start);
        assert_int_equal(utf8_invalid(excerpt), excerpt.len);
        assert_null(memchr(excerpt.data, '\n', excerpt.len));
    }
}

static void excerpts_have_a_limit(void **state)
{
    enum { LINES = EXCERPTS_MAX_BYTES / 1000 + 100 };
    struct results_fixture *fixture = *state;
    struct buf text = BUF_INIT;
    struct diagnostic *all = memory_zeroed(2 * LINES, sizeof(*all));
    size_t bytes = 0;

    for (uint32_t i = 0; i < LINES; i++) {
        all[2 * i] = finding(&rule_alpha, (uint32_t)text.len, (uint32_t)text.len, "m");
        all[2 * i + 1] = finding(&rule_beta, (uint32_t)text.len, (uint32_t)text.len, "m");
        buf_repeat(&text, 'x', 1000);
        buf_putc(&text, '\n');
    }
    results_fixture_text(fixture, buf_str(&text));
    make(fixture, all, 2 * LINES, WANT_EXCERPT);
    assert_int_equal(fixture->results.count, 2 * LINES);
    for (uint32_t i = 0; i < 2 * LINES; i += 2) {
        const struct result *result = &fixture->results.results[i];

        assert_int_equal(result[0].excerpt.len, result[1].excerpt.len);
        bytes += result->excerpt.len;
    }
    assert_int_equal(bytes, EXCERPTS_MAX_BYTES / 1000 * 1000);
    free(all);
    buf_release(&text);
}

static void fingerprints_are_those_of_the_line(void **state)
{
    struct results_fixture *fixture = *state;
    struct diagnostic all[] = {finding(&rule_alpha, 4, 5, "m"),
                               finding(&rule_alpha, 5, 6, "n"),
                               finding(&rule_beta, 5, 6, "n")};
    struct line_fingerprint lines[3];
    const struct result *results;

    results_fixture_text(fixture, STR("\xEF\xBB\xBF\n abc\n"));
    fingerprint_lines(&fixture->source, lines);
    results = make(fixture, all, 3, WANT_FINGERPRINT);
    for (int i = 0; i < 3; i++) {
        assert_true(results[i].line_hash == lines[1].hash);
        assert_int_equal(results[i].line_hash_turn, 1);
    }
    assert_true(
        results[1].context_hash ==
        fingerprint_context(fingerprint_line_text(STR("abc")), STR("MD001"), STR("n")));
    assert_true(results[1].context_hash != results[0].context_hash);
    assert_true(results[1].context_hash != results[2].context_hash);
}

/* Nothing follows in the window that would distinguish the two lines. */
static void equal_lines_take_turns(void **state)
{
    struct results_fixture *fixture = *state;
    struct diagnostic all[] = {finding(&rule_alpha, 0, 1, "m"),
                               finding(&rule_alpha, 100, 101, "m")};
    char text[400];
    const struct result *results;

    memset(text, 'x', sizeof(text));
    for (size_t i = 99; i < sizeof(text); i += 100)
        text[i] = '\n';
    results_fixture_text(fixture, (struct str){text, sizeof(text)});
    results = make(fixture, all, 2, WANT_FINGERPRINT);
    assert_true(results[0].line_hash == results[1].line_hash);
    assert_int_equal(results[0].line_hash_turn, 1);
    assert_int_equal(results[1].line_hash_turn, 2);
    assert_true(results[0].context_hash == results[1].context_hash);
}

static void too_many_are_dropped(void **state)
{
    enum { COUNT = RESULTS_MAX_PER_FILE + 50 };
    struct results_fixture *fixture = *state;
    struct diagnostic *all = memory_zeroed(COUNT, sizeof(*all));
    char *text = arena_alloc(&fixture->arena, COUNT);
    struct file_results results;

    memset(text, 0xC3, COUNT);
    results_fixture_text(fixture, (struct str){text, COUNT});
    for (uint32_t i = 0; i < COUNT; i++)
        all[i] = finding(&rule_alpha, COUNT - i - 1, COUNT - i % 2, "m");
    make(fixture, all, COUNT, WANT_EXCERPT | WANT_FINGERPRINT);
    results = fixture->results;
    assert_int_equal(results.count, RESULTS_MAX_PER_FILE);
    assert_int_equal(results.dropped, 51);
    assert_ptr_equal(results.results[0].rule, &many);
    assert_int_equal(results.results[0].severity, SEVERITY_WARNING);
    assert_int_equal(results.results[results.count - 1].start.offset,
                     RESULTS_MAX_PER_FILE - 2);

    results = results_make((struct diagnostics){.items = all, .count = COUNT},
                           &fixture->source, &table_of_two, 0, &fixture->arena);
    assert_int_equal(results.dropped, 50);
    assert_ptr_equal(results.results[0].rule, &rule_alpha);
    free(all);
}

/* What exceeds the limit is left out: a part of a fix would do harm. */
static void parts_have_a_limit(void **state)
{
    enum { EACH = 100, COUNT = RESULTS_MAX_EDITS / EACH + 2 };
    struct results_fixture *fixture = *state;
    struct edit edits[EACH] = {{{0, 0}, STR("x")}};
    struct related *related = memory_zeroed(EACH, sizeof(*related));
    struct diagnostic *all = memory_zeroed(COUNT, sizeof(*all));
    const struct result *results;

    results_fixture_text(fixture, STR("abc"));
    for (uint32_t i = 0; i + 1 < EACH; i++)
        related[i].next = &related[i + 1];
    for (uint32_t i = 0; i < COUNT; i++) {
        all[i] =
            finding(&rule_alpha, 0, 1, arena_format(&fixture->arena, "%09u", i).data);
        all[i].mistake.edits = edits;
        all[i].mistake.edit_count = EACH;
        all[i].mistake.related = related;
    }
    results = make(fixture, all, COUNT, 0);
    assert_int_equal(fixture->results.count, COUNT);
    assert_int_equal(results[COUNT - 3].edit_count, EACH);
    assert_int_equal(results[COUNT - 3].related_count, EACH);
    for (uint32_t i = COUNT - 2; i < COUNT; i++) {
        assert_int_equal(results[i].edit_count, 0);
        assert_int_equal(results[i].related_count, 0);
    }
    free(related);
    free(all);
}

#define TEST(name)                                                                       \
    cmocka_unit_test_setup_teardown(name, results_fixture_begin, results_fixture_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_clean_file_has_no_results),
        TEST(nothing_is_lost),
        TEST(places_are_those_of_the_source),
        TEST(what_is_not_wanted_stays_away),
        TEST(results_are_sorted_and_each_once),
        TEST(excerpts_are_whole_lines),
        TEST(long_lines_are_cut),
        TEST(excerpts_have_a_limit),
        TEST(fingerprints_are_those_of_the_line),
        TEST(equal_lines_take_turns),
        TEST(too_many_are_dropped),
        TEST(parts_have_a_limit),
    };

    return cmocka_run_group_tests_name("results", tests, NULL, NULL);
}
