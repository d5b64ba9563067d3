/* progress_test.c - when a progress bar is drawn, and how */

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <cmocka.h>

#include "lint/command/progress.h"

/* A pseudo-terminal: what is written to inside can be read from outside. */
struct terminal {
    int outside;
    int inside;
};

static bool terminal_open(struct terminal *terminal)
{
    terminal->outside = posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal->outside < 0 || grantpt(terminal->outside) != 0 ||
        unlockpt(terminal->outside) != 0)
        return false;
    terminal->inside = open(ptsname(terminal->outside), O_RDWR | O_NOCTTY);
    return terminal->inside >= 0 && setenv("TERM", "xterm", 1) == 0;
}

static void terminal_close(struct terminal *terminal)
{
    close(terminal->inside);
    close(terminal->outside);
}

/* What was drawn; a mark is written after it, so that there is no need to wait. */
static struct str drawn(const struct terminal *terminal, char *space, size_t size)
{
    struct str text = {space, 0};

    assert_int_equal(write(terminal->inside, "#", 1), 1);
    while (!text.len || space[text.len - 1] != '#') {
        ssize_t len = read(terminal->outside, space + text.len, size - text.len);

        assert_true(len > 0);
        text.len += (size_t)len;
    }
    text.len--;
    return text;
}

static void expect(const struct terminal *terminal, const char *wanted)
{
    char space[512];
    struct str got = drawn(terminal, space, sizeof(space));

    space[got.len] = '\0';
    assert_string_equal(space, wanted);
}

static void test_drawing(void **state)
{
    struct terminal terminal;
    struct progress progress;
    /* The clock wraps around meanwhile. */
    uint32_t start = UINT32_MAX - 100;

    (void)state;
    if (!terminal_open(&terminal))
        skip();
    progress_init(&progress, terminal.inside, start);
    progress_show(&progress, start, 0, 9);
    progress_show(&progress, start + PROGRESS_DELAY - 1, 1, 9);
    expect(&terminal, "");
    progress_erase(&progress);
    expect(&terminal, "");
    progress_show(&progress, start + PROGRESS_DELAY, 3, 9);
    expect(&terminal,
           "\r\x1b[Kchecking [=============                           ] 3 of 9 files");
    progress_show(&progress, start + PROGRESS_DELAY + PROGRESS_PAUSE - 1, 4, 9);
    expect(&terminal, "");
    progress_erase(&progress);
    expect(&terminal, "\r\x1b[K");
    progress_erase(&progress);
    expect(&terminal, "");
    terminal_close(&terminal);
}

static void test_dumb_terminal(void **state)
{
    struct terminal terminal;
    struct progress progress;

    (void)state;
    if (!terminal_open(&terminal))
        skip();
    setenv("TERM", "dumb", 1);
    progress_init(&progress, terminal.inside, 0);
    progress_show(&progress, PROGRESS_DELAY, 1, 2);
    expect(&terminal, "");
    terminal_close(&terminal);
}

static void test_pipe(void **state)
{
    struct progress progress;
    int ends[2];
    char byte;

    (void)state;
    setenv("TERM", "xterm", 1);
    assert_int_equal(pipe(ends), 0);
    progress_init(&progress, ends[1], 0);
    progress_show(&progress, PROGRESS_DELAY, 1, 2);
    progress_erase(&progress);
    close(ends[1]);
    assert_int_equal(read(ends[0], &byte, 1), 0);
    close(ends[0]);
}

static void test_line(void **state)
{
    static const struct {
        uint32_t done, count;
        unsigned columns;
        const char *line;
    } cases[] = {
        {0, 10, 36, "checking [          ] 0 of 10 files"},
        {5, 10, 36, "checking [=====     ] 5 of 10 files"},
        {10, 10, 37, "checking [==========] 10 of 10 files"},
        {10, 10, 36, "checking 10 of 10 files"},
        {5, 10, 23, "checking 5 of 10 files"},
        {5, 10, 22, "checking 5 of 10 file"},
        {5, 10, 2, "c"},
        {5, 10, 1, ""},
        {5, 10, 0, ""},
        {4000000000, 4000000000, 60,
         "checking [=================] 4000000000 of 4000000000 files"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct buf out = BUF_INIT;

        progress_add_line(&out, cases[i].done, cases[i].count, cases[i].columns);
        buf_putc(&out, '\0');
        assert_string_equal(out.data, cases[i].line);
        buf_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_drawing),
        cmocka_unit_test(test_dumb_terminal),
        cmocka_unit_test(test_pipe),
        cmocka_unit_test(test_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
