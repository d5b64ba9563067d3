/* filter_test.c - selects the results of a file that are reported */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/results/filter.h"

enum { COUNT = 5 };

/* Results whose start lines are 1 to COUNT. */
static struct file_results sample(struct result results[COUNT])
{
    for (uint32_t i = 0; i < COUNT; i++)
        results[i] = (struct result){.start = {.line = i + 1}};
    return (struct file_results){
        .path = STR("a.md"), .dropped = 7, .results = results, .count = COUNT};
}

static bool line_is_odd(const void *context, const struct file_results *file,
                        const struct result *result)
{
    assert_string_equal(context, "given");
    assert_true(str_is(file->path, "a.md"));
    return result->start.line % 2;
}

static void without_a_question_all_pass(void **state)
{
    struct results_filter filter = {0};
    struct result results[COUNT];
    struct file_results file = sample(results);

    (void)state;
    results_filter(&filter, &file, NULL);
    assert_int_equal(file.count, COUNT);
    for (uint32_t i = 0; i < COUNT; i++)
        assert_int_equal(file.results[i].start.line, i + 1);
}

static void what_passes_keeps_its_order(void **state)
{
    struct results_filter filter = {.passes = line_is_odd, .context = "given"};
    struct result results[COUNT];
    struct file_results file = sample(results);

    (void)state;
    results_filter(&filter, &file, NULL);
    assert_int_equal(file.count, 3);
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(file.results[i].start.line, 2 * i + 1);
    assert_int_equal(file.dropped, 7);
}

static bool all_are_known(void *known, const struct file_results *file,
                          const struct result *result)
{
    (void)file;
    (void)result;
    ++*(uint32_t *)known;
    return true;
}

/* What a comment suppresses is no business of the baseline. */
static void suppressed_ones_pass_or_not(void **state)
{
    uint32_t asked = 0;
    struct results_filter filter = {.passes = line_is_odd,
                                    .context = "given",
                                    .is_known = all_are_known,
                                    .known = &asked};
    struct result results[COUNT];
    struct file_results file = sample(results);
    struct arena arena;

    (void)state;
    arena_init(&arena);
    file.suppressed = file.results;
    file.suppressed_count = file.count;
    file.count = 0;
    results_filter(&filter, &file, &arena);
    assert_int_equal(asked, 0);
    assert_int_equal(file.known_count, 0);
    assert_int_equal(file.suppressed_count, 3);
    assert_int_equal(file.suppressed[2].start.line, 5);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_question_all_pass),
        cmocka_unit_test(what_passes_keeps_its_order),
        cmocka_unit_test(suppressed_ones_pass_or_not),
    };

    return cmocka_run_group_tests_name("filter", tests, NULL, NULL);
}
