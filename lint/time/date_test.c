/* date_test.c - days and durations */

#include "lint/time/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <time.h>

#include "lint/time/moment.h"

/* Compared with the calendar of the C library. */
static void days_agree_with_the_library(void **state)
{
    (void)state;
    for (int64_t day = -719528; day < 2932897; day += 97) {
        time_t seconds = (time_t)day * 86400;
        struct date date = date_from_days(day);
        struct tm tm;

        assert_non_null(gmtime_r(&seconds, &tm));
        assert_int_equal(date.year, tm.tm_year + 1900);
        assert_int_equal(date.month, tm.tm_mon + 1);
        assert_int_equal(date.day, tm.tm_mday);
        assert_int_equal(date_to_days(&date), day);
    }
}

static void days_end_at_the_years_of_four_digits(void **state)
{
    struct date first = date_from_days(-(INT64_C(1) << 40));
    struct date last = date_from_days(INT64_C(1) << 40);

    (void)state;
    assert_int_equal(first.year * 10000 + first.month * 100 + first.day, 101);
    assert_int_equal(last.year * 10000 + last.month * 100 + last.day, 99991231);
}

static void durations_shift_days(void **state)
{
    static const struct {
        const char *from, *duration;
        int sign;
        const char *to, *text;
    } cases[] = {
        {"2024-02-29", "1y", -1, "2023-02-28", "1 year"},
        {"2024-02-29", "4y", -1, "2020-02-29", "4 years"},
        {"2024-03-31", "1m", -1, "2024-02-29", "1 month"},
        {"2024-01-31", "P1M1D", 1, "2024-03-01", "1 month and 1 day"},
        {"2024-01-01", "180d", -1, "2023-07-05", "180 days"},
        {"2024-01-01", "2w", 1, "2024-01-15", "14 days"},
        {"2024-01-15", "1Y6M", -1, "2022-07-15", "1 year and 6 months"},
        {"0001-01-01", "5y", -1, "0000-01-01", "5 years"},
        {"2024-01-01", "0d", 1, "2024-01-01", "0 days"},
    };
    static const char *const bad[] = {
        "",     "P",    "1",   "d",     "1h",   "P1DT2H",
        "1d1y", "1y1y", "-1d", "1001y", "1.5y", "9999999999999999999d",
    };
    struct arena arena;
    struct duration duration;

    (void)state;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct moment from;

        assert_true(moment_parse(str_from(cases[i].from), &from));
        assert_true(duration_parse(str_from(cases[i].duration), &duration));
        assert_string_equal(
            date_text(&arena, duration_shift(from.day, duration, cases[i].sign)).data,
            cases[i].to);
        assert_string_equal(duration_text(&arena, duration).data, cases[i].text);
    }
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
        if (duration_parse(str_from(bad[i]), &duration))
            fail_msg("`%s`", bad[i]);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_agree_with_the_library),
        cmocka_unit_test(days_end_at_the_years_of_four_digits),
        cmocka_unit_test(durations_shift_days),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
