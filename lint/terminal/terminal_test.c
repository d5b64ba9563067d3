/* terminal_test.c - when colours and hyperlinks are used, and how wide a terminal is */

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cmocka.h>

#include "lint/terminal/terminal.h"

static int open_terminal(void)
{
    int fd = posix_openpt(O_RDWR | O_NOCTTY);

    if (fd < 0 || grantpt(fd) != 0 || unlockpt(fd) != 0)
        return -1;
    return open(ptsname(fd), O_RDWR | O_NOCTTY);
}

/* Variables as `NAME=value`; all others that count are not set. */
struct environment {
    const char *variables[4];
    bool terminal; /* the answer for a terminal */
    bool pipe;     /* and for a pipe */
};

static void set_environment(const struct environment *environment)
{
    static const char *const names[] = {
        "TERM", "NO_COLOR",    "FORCE_COLOR",     "CLICOLOR_FORCE", "CLICOLOR",
        "TMUX", "VTE_VERSION", "FORCE_HYPERLINK", "COLUMNS"};

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        unsetenv(names[i]);
    for (size_t i = 0; i < 4 && environment->variables[i]; i++) {
        char name[32];

        assert_int_equal(sscanf(environment->variables[i], "%31[^=]", name), 1);
        setenv(name, strchr(environment->variables[i], '=') + 1, 1);
    }
}

/* A terminal and a pipe, so that only the environment decides. */
struct ends {
    int terminal;
    int pipe[2];
};

static void open_ends(struct ends *ends)
{
    ends->terminal = open_terminal();
    if (ends->terminal < 0) {
        print_message("skipped: no terminal can be opened here\n");
        skip();
    }
    assert_int_equal(pipe(ends->pipe), 0);
}

static void close_ends(const struct ends *ends)
{
    close(ends->terminal);
    close(ends->pipe[0]);
    close(ends->pipe[1]);
}

static void test_colour(void **state)
{
    static const struct environment cases[] = {
        {{"TERM=xterm"}, true, false},
        {{"TERM=dumb"}, false, false},
        {{"TERM="}, false, false},
        {{NULL}, false, false},
        {{"TERM=xterm", "NO_COLOR="}, true, false},
        {{"TERM=xterm", "NO_COLOR=1"}, false, false},
        {{"TERM=xterm", "NO_COLOR=0"}, false, false},
        {{"TERM=xterm", "NO_COLOR=1", "FORCE_COLOR=1", "CLICOLOR_FORCE=1"}, false, false},
        {{"FORCE_COLOR=1"}, true, true},
        {{"TERM=dumb", "FORCE_COLOR=3"}, true, true},
        {{"TERM=xterm", "FORCE_COLOR="}, true, false},
        {{"TERM=xterm", "FORCE_COLOR=0"}, false, false},
        {{"FORCE_COLOR=0", "CLICOLOR_FORCE=1"}, false, false},
        {{"TERM=dumb", "CLICOLOR_FORCE=1", "CLICOLOR=0"}, true, true},
        {{"TERM=xterm", "CLICOLOR_FORCE=0"}, true, false},
        {{"TERM=xterm", "CLICOLOR=0"}, false, false},
        {{"TERM=xterm", "CLICOLOR=1"}, true, false},
    };
    struct ends ends;

    (void)state;
    open_ends(&ends);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        set_environment(&cases[i]);
        if (terminal_colour(COLOUR_AUTO, ends.terminal) != cases[i].terminal ||
            terminal_colour(COLOUR_AUTO, ends.pipe[1]) != cases[i].pipe)
            fail_msg("case %zu", i);
        assert_true(terminal_colour(COLOUR_ALWAYS, ends.terminal));
        assert_false(terminal_colour(COLOUR_NEVER, ends.terminal));
    }
    close_ends(&ends);
}

static void test_links(void **state)
{
    static const struct environment cases[] = {
        {{"TERM=xterm-256color"}, true, false},
        {{"TERM=dumb"}, false, false},
        {{NULL}, false, false},
        {{"TERM=linux"}, false, false},
        {{"TERM=screen"}, false, false},
        {{"TERM=screen", "TMUX=/tmp/tmux"}, true, false},
        {{"TERM=xterm", "VTE_VERSION=4804"}, false, false},
        {{"TERM=xterm", "VTE_VERSION=7200"}, true, false},
        {{"TERM=linux", "FORCE_HYPERLINK=1"}, true, false},
        {{"TERM=xterm", "FORCE_HYPERLINK=0"}, false, false},
    };
    struct ends ends;

    (void)state;
    open_ends(&ends);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        set_environment(&cases[i]);
        if (terminal_links(ends.terminal) != cases[i].terminal ||
            terminal_links(ends.pipe[1]) != cases[i].pipe)
            fail_msg("case %zu", i);
    }
    close_ends(&ends);
}

static void test_width(void **state)
{
    struct environment columns = {.variables = {"COLUMNS=120"}};
    struct environment nonsense = {.variables = {"COLUMNS=-7"}};
    struct winsize size = {.ws_col = 95, .ws_row = 24};
    struct ends ends;

    (void)state;
    open_ends(&ends);
    set_environment(&nonsense);
    assert_int_equal(terminal_width(ends.terminal), 80);
    set_environment(&columns);
    assert_int_equal(terminal_width(ends.terminal), 120);
    assert_int_equal(terminal_width(ends.pipe[1]), TERMINAL_DEFAULT_WIDTH);
    assert_int_equal(ioctl(ends.terminal, TIOCSWINSZ, &size), 0);
    assert_int_equal(terminal_width(ends.terminal), 95);
    size.ws_col = 7;
    assert_int_equal(ioctl(ends.terminal, TIOCSWINSZ, &size), 0);
    assert_int_equal(terminal_width(ends.terminal), 40);
    assert_int_equal(terminal_columns(ends.terminal), 7);
    close_ends(&ends);
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
        cmocka_unit_test(test_colour),
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_width),
        cmocka_unit_test(test_styles),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
