/* write_test.c - files are complete or unchanged */

#include "lint/files/write.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "lint/base/buf.h"
#include "lint/files/file.h"
#include "lint/files/folder.h"
#include "lint/tool/own_folder.h"

static void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void assert_text(const char *path, const char *wanted)
{
    struct buf text = BUF_INIT;
    const char *reason;

    assert_true(file_read(path, 1000, &text, &reason));
    assert_string_equal(text.data, wanted);
    buf_release(&text);
}

static void assert_names(struct arena *arena, size_t count)
{
    struct folder_listing listing;
    int error;

    assert_true(folder_read(&listing, arena, ".", &error));
    assert_int_equal(listing.count, count);
    folder_release(&listing);
}

static void a_file_is_there_when_it_is_complete(void **state)
{
    struct own_place *place = *state;
    struct file_writer writer;
    const char *reason;

    put("a", "old");
    assert_true(file_writer_open(&writer, &place->arena, "a", &reason));
    assert_true(file_writer_add(&writer, "new", 3));
    assert_text("a", "old");
    assert_true(file_writer_commit(&writer, &reason));
    assert_text("a", "new");
    assert_names(&place->arena, 1);
}

static void an_abandoned_file_leaves_nothing(void **state)
{
    struct own_place *place = *state;
    struct file_writer writer;
    const char *reason;

    put("a", "old");
    assert_true(file_writer_open(&writer, &place->arena, "a", &reason));
    assert_true(file_writer_add(&writer, "new", 3));
    file_writer_abandon(&writer);
    file_writer_abandon(&writer);
    assert_text("a", "old");
    assert_true(file_writer_open(&writer, &place->arena, "b", &reason));
    file_writer_abandon(&writer);
    assert_names(&place->arena, 1);
}

static void links_stay_and_their_targets_change(void **state)
{
    struct own_place *place = *state;
    struct file_writer writer;
    const char *reason;
    struct stat info;

    assert_int_equal(mkdir("folder", 0777), 0);
    put("folder/target", "old");
    assert_int_equal(symlink("folder/target", "near"), 0);
    assert_int_equal(symlink("near", "far"), 0);
    assert_int_equal(symlink("folder/other", "dangling"), 0);
    assert_true(file_writer_open(&writer, &place->arena, "far", &reason));
    assert_true(file_writer_add(&writer, "new", 3));
    assert_true(file_writer_commit(&writer, &reason));
    assert_text("folder/target", "new");
    assert_int_equal(lstat("far", &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_true(file_writer_open(&writer, &place->arena, "dangling", &reason));
    assert_true(file_writer_commit(&writer, &reason));
    assert_text("folder/other", "");
    assert_int_equal(symlink("loop", "loop"), 0);
    assert_false(file_writer_open(&writer, &place->arena, "loop", &reason));
    assert_string_equal(reason, "a loop of symbolic links");
}

static void the_mode_is_kept(void **state)
{
    struct own_place *place = *state;
    struct file_writer writer;
    const char *reason;
    struct stat info;

    put("a", "old");
    assert_int_equal(chmod("a", 0751), 0);
    assert_true(file_writer_open(&writer, &place->arena, "a", &reason));
    assert_true(file_writer_commit(&writer, &reason));
    assert_int_equal(stat("a", &info), 0);
    assert_int_equal(info.st_mode & 07777, 0751);
}

static void a_device_is_written_to(void **state)
{
    struct own_place *place = *state;
    struct file_writer writer;
    const char *reason;

    assert_true(file_writer_open(&writer, &place->arena, "/dev/null", &reason));
    assert_int_equal(writer.temporary.len, 0);
    assert_true(file_writer_add(&writer, "gone", 4));
    assert_true(file_writer_commit(&writer, &reason));
}

static void what_cannot_be_written_is_told(void **state)
{
    struct own_place *place = *state;
    struct file_writer writer;
    const char *reason;

    assert_false(file_writer_open(&writer, &place->arena, ".", &reason));
    assert_string_equal(reason, "a folder");
    assert_false(file_writer_open(&writer, &place->arena, "none/a", &reason));
    assert_string_equal(reason, "no such folder");
    put("a", "old");
    assert_false(file_writer_open(&writer, &place->arena, "a/b", &reason));
    assert_string_equal(reason, "no such file");
    assert_names(&place->arena, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_is_there_when_it_is_complete,
                                        own_place_enter, own_place_leave),
        cmocka_unit_test_setup_teardown(an_abandoned_file_leaves_nothing, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(links_stay_and_their_targets_change,
                                        own_place_enter, own_place_leave),
        cmocka_unit_test_setup_teardown(the_mode_is_kept, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(a_device_is_written_to, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(what_cannot_be_written_is_told, own_place_enter,
                                        own_place_leave),
    };

    return cmocka_run_group_tests_name("write", tests, NULL, NULL);
}
