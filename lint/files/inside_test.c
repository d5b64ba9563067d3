/* inside_test.c - paths that must not lead out of a folder */

#include "lint/files/inside.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lint/files/path.h"
#include "lint/tool/own_folder.h"

static void touch(const char *path)
{
    int fd = open(path, O_CREAT | O_WRONLY, 0644);

    assert_true(fd >= 0);
    close(fd);
}

/* A root in a folder of its own, with a file beside it. */
static void make_tree(void)
{
    assert_int_equal(mkdir("root", 0755), 0);
    assert_int_equal(mkdir("root/a", 0755), 0);
    assert_int_equal(mkdir("root/a/b c", 0755), 0);
    touch("root/file");
    touch("root/a/b c/file");
    touch("secret");
    assert_int_equal(mkfifo("root/fifo", 0644), 0);
    assert_int_equal(symlink("a/b c", "root/link"), 0);
    assert_int_equal(symlink("../file", "root/a/up"), 0);
    assert_int_equal(symlink("../../secret", "root/a/out"), 0);
    assert_int_equal(symlink("..", "root/parent"), 0);
    assert_int_equal(symlink("/etc", "root/etc"), 0);
    assert_int_equal(symlink("loop", "root/loop"), 0);
    assert_int_equal(symlink("nothing", "root/dangling"), 0);
    assert_int_equal(symlink("link/../b c/file", "root/winding"), 0);
}

static void finds(void **state)
{
    static const struct {
        const char *path;
        enum inside found;
        const char *real; /* from the root; NULL: none */
    } cases[] = {
        {"file", INSIDE_FILE, "/file"},
        {"./a//b c/./file", INSIDE_FILE, "/a/b c/file"},
        {"a/../file", INSIDE_FILE, "/file"},
        {"link/file", INSIDE_FILE, "/a/b c/file"},
        {"link/../up", INSIDE_FILE, "/file"},
        {"a/up", INSIDE_FILE, "/file"},
        {"winding", INSIDE_FILE, "/a/b c/file"},
        {"", INSIDE_FOLDER, ""},
        {"a/", INSIDE_FOLDER, "/a"},
        {"a/..", INSIDE_FOLDER, ""},
        {"fifo", INSIDE_OTHER, "/fifo"},
        {"nope", INSIDE_MISSING, NULL},
        {"file/more", INSIDE_MISSING, NULL},
        {"dangling", INSIDE_MISSING, NULL},
        {"..", INSIDE_LEAVES, NULL},
        {"../secret", INSIDE_LEAVES, NULL},
        {"../root/file", INSIDE_LEAVES, NULL},
        {"a/../../secret", INSIDE_LEAVES, NULL},
        {"a/out", INSIDE_LEAVES, NULL},
        {"parent/secret", INSIDE_LEAVES, NULL},
        {"parent", INSIDE_LEAVES, NULL},
        {"etc/passwd", INSIDE_LEAVES, NULL},
        {"loop", INSIDE_UNKNOWN, NULL},
    };
    struct arena arena;
    struct str root;

    (void)state;
    arena_init(&arena);
    root = path_real(&arena, "root");
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct inside_place place = inside_find(&arena, root, str_from(cases[i].path));
        enum inside found = place.kind;
        struct str real = place.real;
        const char *wanted = cases[i].real;

        if (found != cases[i].found)
            fail_msg("`%s`: %d", cases[i].path, (int)found);
        assert_int_equal(place.reason != NULL, found == INSIDE_UNKNOWN);
        if (wanted)
            assert_string_equal(real.data + root.len, wanted);
        else
            assert_int_equal(real.len, 0);
    }
    arena_release(&arena);
}

/* A link that is absolute, but leads inside, is followed. */
static void follows_absolute_links(void **state)
{
    struct arena arena;
    struct str root;

    (void)state;
    arena_init(&arena);
    root = path_real(&arena, "root");
    assert_int_equal(symlink(path_join(&arena, root, STR("a/b c")).data, "root/abs"), 0);
    assert_int_equal(symlink(root.data, "root/self"), 0);
    assert_int_equal(inside_find(&arena, root, STR("abs/file")).kind, INSIDE_FILE);
    assert_int_equal(inside_find(&arena, root, STR("self/self/file")).kind, INSIDE_FILE);
    assert_int_equal(inside_find(&arena, root, STR("file\0x")).kind, INSIDE_MISSING);
    arena_release(&arena);
}

static void suggests_what_is_inside(void **state)
{
    static const char *const cases[][2] = {
        {"fil", "file"},
        {"a/b  c/fiel", "a/b c/file"},
        {"lnik/file", "link/file"},
        {"a/ouch", ""},
        {"../secrets", ""},
        {"parent/secre", ""},
        {"etc/passwt", ""},
        {"a/ou", ""},
        {"nothing/like/it", ""},
    };
    struct arena arena;
    struct str root;

    (void)state;
    arena_init(&arena);
    root = path_real(&arena, "root");
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct str found = inside_nearest(&arena, root, str_from(cases[i][0]));

        if (!str_is(found, cases[i][1]))
            fail_msg("`%s`: `%.*s`", cases[i][0], (int)found.len, found.data);
    }
    arena_release(&arena);
}

static int set_up(void **state)
{
    static struct own_folder folder;

    *state = &folder;
    if (!own_folder_enter(&folder))
        return -1;
    make_tree();
    return 0;
}

static int tear_down(void **state)
{
    return !own_folder_leave(*state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds),
        cmocka_unit_test(follows_absolute_links),
        cmocka_unit_test(suggests_what_is_inside),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
