/* moment_test.c - times of day, zones and moments */

#include "lint/time/moment.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static bool parses(const char *text)
{
    struct moment moment;

    return moment_parse(str_from(text), &moment);
}

static void moments_as_site_generators_read_them(void **state)
{
    static const char *const good[] = {
        "2024-02-29",           "2024-05-25T10:00:00Z",      "2024-05-25t10:00:00.123z",
        "2024-05-25 10:00",     "2024-05-25 10:00:00 +0200", "2024-05-25T10:00:00-05:30",
        "2024-12-31T23:59:60Z", "2024-05-25T10:00:00",
    };
    static const char *const bad[] = {
        "",
        "2023-02-29",
        "2024-5-25",
        "2024-05-25T",
        "2024-05-25 10",
        "2024-05-25T24:00:00Z",
        "2024-05-25T10:00:00.Z",
        "2024-05-25T10:00:00+2",
        "2024-05-25T10:00:00+24:00",
        "2024-05-25T10:00:00Zulu",
        "25.05.2024",
        "2024-05-25 ",
        "May 25, 2024",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
        if (!parses(good[i]))
            fail_msg("`%s` is a moment", good[i]);
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
        if (parses(bad[i]))
            fail_msg("`%s` is no moment", bad[i]);
}

static void moments_are_compared_as_far_as_they_are_known(void **state)
{
    static const struct {
        const char *a, *b;
        int order;
    } cases[] = {
        {"2024-05-25", "2024-05-26", -1},
        {"2024-05-25", "2024-05-25T23:00:00Z", 0},
        {"2024-05-25T23:00:00-05:00", "2024-05-26T04:00:00Z", 0},
        {"2024-05-25T23:00:01-05:00", "2024-05-26T04:00:00Z", 1},
        {"2024-05-26T00:30:00+02:00", "2024-05-25T23:00:00Z", -1},
        {"2024-05-25T10:00:00", "2024-05-25T10:00:01", -1},
        {"2024-05-25T10:00:00", "2024-05-25T09:00:00Z", 0},
        {"2024-05-26T00:30:00+02:00", "2024-05-25", 1},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct moment a, b;

        assert_true(moment_parse(str_from(cases[i].a), &a));
        assert_true(moment_parse(str_from(cases[i].b), &b));
        assert_int_equal(moment_compare(&a, &b), cases[i].order);
        assert_int_equal(moment_compare(&b, &a), -cases[i].order);
    }
}

static void clocks_leave_what_they_do_not_know(void **state)
{
    static const struct {
        const char *text, *rest;
        bool has_second;
        const char *reason;
    } cases[] = {
        {"10:20:30.5Z", ".5Z", true, ""},
        {"10:20Z", "Z", false, ""},
        {"10:20:3", ":3", false, ""},
        {"24:00:00", "", true, "a day has the hours 00 to 23"},
        {"10:60", "", false, "an hour has the minutes 00 to 59"},
        {"10:20:60", "", true, "a minute has the seconds 00 to 59"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct scanner s = scanner_on(str_from(cases[i].text));
        struct clock clock;

        assert_true(clock_read(&s, &clock));
        assert_string_equal(s.at, cases[i].rest);
        assert_int_equal(clock.has_second, cases[i].has_second);
        assert_true(str_is(clock_explain(&clock), cases[i].reason));
    }
}

static void only_lenient_zones_lack_the_colon(void **state)
{
    struct scanner s = scanner_on(STR("-0130"));
    int32_t seconds;

    (void)state;
    assert_false(zone_read(&s, ZONE_RFC3339, &seconds));
    s = scanner_on(STR("-0130"));
    assert_true(zone_read(&s, ZONE_LENIENT, &seconds));
    assert_int_equal(seconds, -5400);
    s = scanner_on(STR("-01:30"));
    assert_true(zone_read(&s, ZONE_RFC3339, &seconds));
    assert_int_equal(seconds, -5400);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moments_as_site_generators_read_them),
        cmocka_unit_test(moments_are_compared_as_far_as_they_are_known),
        cmocka_unit_test(clocks_leave_what_they_do_not_know),
        cmocka_unit_test(only_lenient_zones_lack_the_colon),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
