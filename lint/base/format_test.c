/* format_test.c - messages are formatted as by vsnprintf() */

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "lint/base/format.h"

/* Needed by cmocka. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { ROOM = 200 };

/* Both write the same; or else format_message() leaves it to the other. */
__attribute__((format(printf, 2, 3))) static void compare(bool expected,
                                                          const char *format, ...)
{
    char wanted[ROOM];
    char got[ROOM];
    va_list args;
    size_t len;
    bool done;

    va_start(args, format);
    done = format_message(got, sizeof(got), &len, format, args);
    vsnprintf(wanted, sizeof(wanted), format, args);
    va_end(args);
    assert_int_equal(done, expected);
    if (!done)
        return;
    assert_int_equal(len, strlen(wanted));
    assert_memory_equal(got, wanted, len);
}

static void conversions_of_messages(void **state)
{
    (void)state;
    compare(true, "plain");
    compare(true, "%s", "");
    compare(true, "`%s` and `%s`", "a", "b");
    compare(true, "100%% of %c", 'x');
    compare(true, "%d %d %d %d", 0, -1, INT_MAX, INT_MIN);
    compare(true, "%u %u", 0U, UINT_MAX);
    compare(true, "%zu", SIZE_MAX);
    compare(true, "%.*s|%.*s|%.*s", 2, "abc", 0, "abc", 9, "abc");
    compare(true, "%.*s", 3, "a\0c");
}

/* One digit more, and one less. */
static void numbers_of_each_length(void **state)
{
    char wanted[ROOM];
    char got[ROOM];

    (void)state;
    for (uint64_t power = 1, length = 1; length <= FORMAT_DIGITS; power *= 10, length++)
        for (uint64_t number = power - 1; number - power + 1 < 3; number++) {
            size_t len = (size_t)(format_uint(got, number) - got);

            snprintf(wanted, sizeof(wanted), "%ju", (uintmax_t)number);
            assert_int_equal(len, strlen(wanted));
            assert_memory_equal(got, wanted, len);
        }
    assert_ptr_equal(format_uint(got, UINT64_MAX), got + FORMAT_DIGITS);
    assert_memory_equal(got, "18446744073709551615", FORMAT_DIGITS);
}

static void others_are_left_alone(void **state)
{
    (void)state;
    compare(false, "%04X", 7U);
    compare(false, "%llu", 7ULL);
    compare(false, "%.3s", "abcd");
    compare(false, "%-6s|", "a");
    compare(false, "%zd", (ssize_t)1);
    compare(false, "%.*s", -1, "abc");
}

__attribute__((format(printf, 2, 3))) static bool fits(size_t room, const char *format,
                                                       ...)
{
    char out[ROOM] = {0};
    va_list args;
    size_t len;
    bool done;

    va_start(args, format);
    done = format_message(out, room, &len, format, args);
    va_end(args);
    assert_true(len <= room);
    assert_int_equal(out[room], 0);
    return done;
}

static void room_is_kept(void **state)
{
    (void)state;
    assert_true(fits(5, "%s", "abcde"));
    assert_false(fits(4, "%s", "abcde"));
    assert_true(fits(1 + FORMAT_DIGITS, "a%d", 12));
    assert_false(fits(FORMAT_DIGITS, "a%d", 12));
    assert_false(fits(2, "a%d", -1));
    assert_false(fits(1, "ab"));
    assert_true(fits(0, "%s", ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(conversions_of_messages),
        cmocka_unit_test(numbers_of_each_length),
        cmocka_unit_test(others_are_left_alone),
        cmocka_unit_test(room_is_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
