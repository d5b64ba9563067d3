/* terminal_test.c - when colours are used */

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "lint/terminal/terminal.h"

static void test_pipe(void **state)
{
    int ends[2];

    (void)state;
    assert_int_equal(pipe(ends), 0);
    assert_false(terminal_colour(COLOUR_AUTO, ends[1]));
    assert_true(terminal_colour(COLOUR_ALWAYS, ends[1]));
    assert_false(terminal_colour(COLOUR_NEVER, ends[1]));
    assert_int_equal(terminal_width(ends[1]), TERMINAL_DEFAULT_WIDTH);
    close(ends[0]);
    close(ends[1]);
}

/* A pseudo-terminal, so that only the environment decides. */
static int open_terminal(void)
{
    int fd = posix_openpt(O_RDWR | O_NOCTTY);

    if (fd < 0 || grantpt(fd) != 0 || unlockpt(fd) != 0)
        return -1;
    return open(ptsname(fd), O_RDWR | O_NOCTTY);
}

static void test_terminal(void **state)
{
    int fd = open_terminal();

    (void)state;
    if (fd < 0) {
        print_message("skipped: no terminal can be opened here\n");
        skip();
    }
    setenv("TERM", "xterm", 1);
    unsetenv("NO_COLOR");
    assert_true(terminal_colour(COLOUR_AUTO, fd));
    setenv("NO_COLOR", "", 1);
    assert_true(terminal_colour(COLOUR_AUTO, fd));
    setenv("NO_COLOR", "1", 1);
    assert_false(terminal_colour(COLOUR_AUTO, fd));
    assert_true(terminal_colour(COLOUR_ALWAYS, fd));
    unsetenv("NO_COLOR");
    setenv("TERM", "dumb", 1);
    assert_false(terminal_colour(COLOUR_AUTO, fd));
    unsetenv("TERM");
    assert_false(terminal_colour(COLOUR_AUTO, fd));
}

static void test_styles(void **state)
{
    (void)state;
    assert_string_equal(style_start(STYLE_ERROR, false), "");
    assert_string_equal(style_end(false), "");
    assert_string_equal(style_start(style_of_severity(SEVERITY_ERROR), true),
                        "\x1b[1;31m");
    assert_string_equal(style_end(true), "\x1b[0m");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pipe),
        cmocka_unit_test(test_terminal),
        cmocka_unit_test(test_styles),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
