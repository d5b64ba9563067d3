/* write_test.c - files are complete or unchanged */

#include "lint/files/write.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#ifdef __linux__
#include <sys/xattr.h>
#endif
#include <unistd.h>

#include <cmocka.h>

#include "lint/base/buf.h"
#include "lint/files/file.h"
#include "lint/files/folder.h"
#include "lint/files/path.h"
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

/* What was read, for file_writer_open_read(). */
static struct file_as_read read_file(struct arena *arena, const char *path)
{
    struct buf text = BUF_INIT;
    struct file_as_read read;
    const char *reason;

    read.path = path_real(arena, path);
    assert_true(file_read_real(read.path, 1000, &text, &read.stamp, &reason));
    read.text = arena_str(arena, buf_str(&text));
    buf_release(&text);
    return read;
}

/* Writes "new"; NULL when that was done, else why not. */
static const char *replace(struct arena *arena, const struct file_as_read *read)
{
    struct file_writer writer;
    const char *reason;

    if (!file_writer_open_read(&writer, arena, read, &reason))
        return reason;
    assert_true(file_writer_add(&writer, "new", 3));
    return file_writer_commit(&writer, &reason) ? NULL : reason;
}

static void a_file_that_was_read_is_replaced(void **state)
{
    struct own_place *place = *state;
    struct file_as_read read;

    put("a", "old");
    read = read_file(&place->arena, "a");
    assert_null(replace(&place->arena, &read));
    assert_text("a", "new");
    assert_names(&place->arena, 1);
}

static void set_time(const char *path, int64_t seconds, int64_t nanoseconds)
{
    struct timespec time = {(time_t)seconds, (long)nanoseconds};
    struct timespec times[2] = {time, time};

    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

/* Each way to change a file between its reading and its writing. */
static void change_bytes(const struct file_stamp *stamp)
{
    put("a", "OLD");
    set_time("a", stamp->seconds, stamp->nanoseconds);
}

static void change_time(const struct file_stamp *stamp)
{
    set_time("a", stamp->seconds, (stamp->nanoseconds + 1) % 1000000000);
}

static void change_size(const struct file_stamp *stamp)
{
    put("a", "older");
    set_time("a", stamp->seconds, stamp->nanoseconds);
}

static void change_inode(const struct file_stamp *stamp)
{
    put("b", "old");
    set_time("b", stamp->seconds, stamp->nanoseconds);
    assert_int_equal(rename("b", "a"), 0);
}

static void put_link_there(const struct file_stamp *stamp)
{
    (void)stamp;
    assert_int_equal(rename("a", "b"), 0);
    assert_int_equal(symlink("b", "a"), 0);
}

static void a_file_that_changed_is_left_alone(void **state)
{
    static void (*const changes[])(const struct file_stamp *) = {
        change_bytes, change_time, change_size, change_inode, put_link_there};
    struct own_place *place = *state;

    for (size_t i = 0; i < sizeof(changes) / sizeof(*changes); i++) {
        struct file_as_read read;
        struct file_writer writer;
        const char *reason;

        put("a", "old");
        read = read_file(&place->arena, "a");
        assert_true(file_writer_open_read(&writer, &place->arena, &read, &reason));
        assert_true(file_writer_add(&writer, "new", 3));
        changes[i](&read.stamp);
        assert_false(file_writer_commit(&writer, &reason));
        assert_string_equal(reason, "it was changed while stet mended it");
        assert_names(&place->arena, changes[i] == put_link_there ? 2 : 1);
    }
    assert_int_equal(unlink("a"), 0);
    assert_text("b", "old");
}

static void a_file_that_is_gone_stays_away(void **state)
{
    struct own_place *place = *state;
    struct file_as_read read;

    put("a", "old");
    read = read_file(&place->arena, "a");
    assert_int_equal(unlink("a"), 0);
    assert_non_null(replace(&place->arena, &read));
    assert_names(&place->arena, 0);
}

static void some_files_are_refused(void **state)
{
    struct own_place *place = *state;
    struct file_as_read read;

    put("a", "old");
    assert_int_equal(link("a", "b"), 0);
    read = read_file(&place->arena, "a");
    assert_non_null(strstr(replace(&place->arena, &read), "more than one name"));
    assert_int_equal(mkdir(".Git", 0777), 0);
    put(".Git/a", "old");
    read = read_file(&place->arena, ".Git/a");
    assert_non_null(strstr(replace(&place->arena, &read), "belongs to git"));
    assert_text(".Git/a", "old");
}

#ifdef __linux__
static void attributes_are_kept(void **state)
{
    struct own_place *place = *state;
    struct file_as_read read;
    char value[10];

    put("a", "old");
    if (setxattr("a", "user.colour", "red", 3, 0) < 0)
        skip(); /* this file system has none */
    read = read_file(&place->arena, "a");
    assert_null(replace(&place->arena, &read));
    assert_int_equal(getxattr("a", "user.colour", value, sizeof(value)), 3);
    assert_memory_equal(value, "red", 3);
}
#endif

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
        cmocka_unit_test_setup_teardown(a_file_that_was_read_is_replaced, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(a_file_that_changed_is_left_alone,
                                        own_place_enter, own_place_leave),
        cmocka_unit_test_setup_teardown(a_file_that_is_gone_stays_away, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(some_files_are_refused, own_place_enter,
                                        own_place_leave),
#ifdef __linux__
        cmocka_unit_test_setup_teardown(attributes_are_kept, own_place_enter,
                                        own_place_leave),
#endif
    };

    return cmocka_run_group_tests_name("write", tests, NULL, NULL);
}
