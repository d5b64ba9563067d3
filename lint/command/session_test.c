/* session_test.c - what a report looks like on a terminal, and that it is the same in a
 * file but for that */

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cmocka.h>

#include "lint/command/session.h"
#include "lint/report/sample.h"

enum { REPORT_MAX = 4000 };

static void report_to(const char *output)
{
    struct session_options chosen = SESSION_OPTIONS_INIT;
    struct session session;
    struct sample sample;

    chosen.output = output;
    assert_true(session_choose(&chosen));
    sample_init(&sample, "a.md", "# One\n");
    sample_add(&sample, &sample_heading, "One",
               "so many words that they do not fit on one line of fifty columns");
    session_init(&session, &chosen, &sample_table, &sample.arena);
    assert_true(session_begin(&session, 1));
    session_file(&session, &sample.file);
    assert_int_equal(session_end(&session), EXIT_FINDINGS);
    session_release(&session);
    sample_release(&sample);
}

static void set_environment(const char *name, const char *value)
{
    static const char *const names[] = {"NO_COLOR", "FORCE_COLOR",     "CLICOLOR_FORCE",
                                        "CLICOLOR", "FORCE_HYPERLINK", "VTE_VERSION"};

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        unsetenv(names[i]);
    setenv("TERM", "xterm-256color", 1);
    setenv(name, value, 1);
}

static void read_all(int fd, char *text)
{
    ssize_t len = read(fd, text, REPORT_MAX - 1);

    assert_true(len > 0);
    text[len] = '\0';
}

/* What comes out of a terminal of fifty columns. */
static void report_on_terminal(char *text)
{
    struct winsize size = {.ws_col = 50, .ws_row = 24};
    int outside = posix_openpt(O_RDWR | O_NOCTTY);
    int inside;

    if (outside < 0 || grantpt(outside) != 0 || unlockpt(outside) != 0) {
        print_message("skipped: no terminal can be opened here\n");
        skip();
    }
    inside = open(ptsname(outside), O_RDWR | O_NOCTTY);
    assert_true(inside >= 0);
    assert_int_equal(ioctl(inside, TIOCSWINSZ, &size), 0);
    report_to(ptsname(outside));
    read_all(outside, text);
    close(inside);
    close(outside);
}

static void report_in_file(char *text)
{
    char name[] = "/tmp/stet-session-XXXXXX";
    int fd = mkstemp(name);

    assert_true(fd >= 0);
    close(fd);
    report_to(name);
    fd = open(name, O_RDONLY);
    read_all(fd, text);
    close(fd);
    unlink(name);
}

static void test_terminal(void **state)
{
    char text[REPORT_MAX];

    (void)state;
    set_environment("CLICOLOR", "1");
    report_on_terminal(text);
    assert_non_null(strstr(text,
                           "\x1b[1ma.md\x1b[0m\r\n"
                           "  1:3 \x1b[1;31merror\x1b[0m so many words that they do "
                           "not fit on\r\n"
                           "    one line of fifty columns\r\n"
                           "    \x1b[2m[\x1b]8;;https://"));
    assert_non_null(strstr(text, "\x1b\\MD001/sample-heading\x1b]8;;\x1b\\]\x1b[0m\r\n"));
    set_environment("NO_COLOR", "1");
    report_on_terminal(text);
    assert_null(strchr(text, '\x1b'));
    assert_non_null(strstr(text, "do not fit on\r\n    one line of fifty columns"));
}

static void test_file(void **state)
{
    char text[REPORT_MAX];
    char forced[REPORT_MAX];

    (void)state;
    set_environment("CLICOLOR", "1");
    report_in_file(text);
    assert_string_equal(text,
                        "a.md\n"
                        "  1:3 error so many words that they do not fit on one line of "
                        "fifty columns [MD001/sample-heading]\n"
                        "    1 | # One\n"
                        "      |   ^^^\n"
                        "\n"
                        "1 error in 1 of 1 file\n");
    set_environment("FORCE_COLOR", "1");
    report_in_file(forced);
    assert_string_equal(forced, text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_terminal),
        cmocka_unit_test(test_file),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
