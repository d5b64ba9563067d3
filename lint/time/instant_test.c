/* instant_test.c - what a run takes as the current time */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "lint/time/instant.h"

static const time_t noon = 1717243200; /* 2024-06-01T12:00:00Z */

static void in_zone(const char *zone)
{
    setenv("TZ", zone, 1);
    tzset();
}

static void check_now(int64_t seconds, int32_t zone)
{
    struct instant now = instant_now(noon);

    assert_true(now.seconds == seconds);
    assert_int_equal(instant_zone(now), zone);
}

static void the_clock_has_a_zone(void **state)
{
    (void)state;
    unsetenv("SOURCE_DATE_EPOCH");
    in_zone("UTC0");
    check_now(noon, 0);
    in_zone("AHEAD-13:45");
    check_now(noon, 13 * 3600 + 45 * 60);
    in_zone("BEHIND12:30");
    check_now(noon, -12 * 3600 - 30 * 60);
}

static void the_epoch_is_in_utc(void **state)
{
    (void)state;
    in_zone("AHEAD-13:45");
    setenv("SOURCE_DATE_EPOCH", "86400", 1);
    check_now(86400, 0);
    setenv("SOURCE_DATE_EPOCH", "0", 1);
    check_now(0, 0);
}

static void an_epoch_that_is_no_number_counts_for_nothing(void **state)
{
    static const char *const words[] = {"", "x", "86400x", "-86400", " 86400"};

    (void)state;
    in_zone("UTC0");
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        setenv("SOURCE_DATE_EPOCH", words[i], 1);
        check_now(noon, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_clock_has_a_zone),
        cmocka_unit_test(the_epoch_is_in_utc),
        cmocka_unit_test(an_epoch_that_is_no_number_counts_for_nothing),
    };

    return cmocka_run_group_tests_name("instant", tests, NULL, NULL);
}
