/* open_real_test.c - no link is followed, in one step or in many */

#include "lint/files/open_real.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lint/base/buf.h"
#include "lint/files/file.h"
#include "lint/tool/own_folder.h"

static struct own_folder folder;

static int set_up(void **state)
{
    FILE *file;

    (void)state;
    if (!own_folder_enter(&folder) || mkdir("deep", 0777) != 0 ||
        mkdir("deep/er", 0777) != 0)
        return 1;
    file = fopen("deep/er/a.md", "w");
    if (!file || fputs("text", file) < 0 || fclose(file) != 0)
        return 1;
    return symlink("a.md", "deep/er/link.md") != 0 || symlink("deep", "linked") != 0;
}

static int tear_down(void **state)
{
    (void)state;
    return !own_folder_leave(&folder);
}

/* NULL, or why it cannot be read. */
static const char *read_real(const char *path, struct buf *text)
{
    static char whole[2 * PATH_MAX];
    const char *reason;

    snprintf(whole, sizeof(whole), "%s/%s", folder.path, path);
    return file_read_real(str_from(whole), 100, text, NULL, &reason) ? NULL : reason;
}

static void plain_paths_are_read(void **state)
{
    struct buf text = BUF_INIT;

    (void)state;
    assert_null(read_real("deep/er/a.md", &text));
    assert_string_equal(text.data, "text");
    assert_string_equal(read_real("deep/er/b.md", &text), "no such file");
    assert_string_equal(read_real("deep/er", &text), "a folder");
    buf_release(&text);
}

static void links_are_refused(void **state)
{
    struct buf text = BUF_INIT;

    (void)state;
    assert_non_null(read_real("deep/er/link.md", &text));
    assert_int_equal(text.len, 0);
    assert_non_null(read_real("linked/er/a.md", &text));
    assert_int_equal(text.len, 0);
    buf_release(&text);
}

static void steps_say_the_same(void **state)
{
    static const struct {
        const char *path;
        bool opens;
    } cases[] = {{"deep/er/a.md", true},     {"deep/er", true},
                 {"deep/er/link.md", false}, {"linked/er/a.md", false},
                 {"deep/er/b.md", false},    {"deep/er/a.md/b", false}};

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char whole[2 * PATH_MAX];
        int fd;

        snprintf(whole, sizeof(whole), "%s/%s", folder.path, cases[i].path);
        fd = open_real_by_steps(str_from(whole), O_RDONLY);
        assert_int_equal(fd >= 0, cases[i].opens);
        if (fd >= 0)
            close(fd);
        fd = open_real(str_from(whole), O_RDONLY);
        assert_int_equal(fd >= 0, cases[i].opens);
        if (fd >= 0)
            close(fd);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_paths_are_read),
        cmocka_unit_test(links_are_refused),
        cmocka_unit_test(steps_say_the_same),
    };

    return cmocka_run_group_tests_name("open_real", tests, set_up, tear_down);
}
