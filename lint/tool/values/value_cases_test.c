/* value_cases_test.c - testdata/values: texts, their trees and their problems */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glob.h>
#include <stdlib.h>

#include "lint/base/memory.h"
#include "lint/files/file.h"
#include "lint/files/path.h"
#include "lint/tool/expected.h"
#include "lint/tool/values/shown_bytes.h"
#include "lint/tool/values/value_dump.h"

enum { MAX_BYTES = 1024 * 1024 };

/* The folders of testdata/values. */
static const struct {
    const char *folder;
    void (*read)(struct arena *arena, struct value_input input, struct value_tree *tree);
} readers[] = {
    {"json", json_read},
    {"jsonc", jsonc_read},
    {"toml", toml_read},
    {"yaml", yaml_read},
};

enum { READER_COUNT = sizeof(readers) / sizeof(readers[0]) };

/* A file of cases that is read, and its new content. */
struct cases {
    const char *path;
    struct str rest;
    struct buf wanted;
    uint32_t count;
};

static struct str next_line(struct cases *cases)
{
    const char *end = memchr(cases->rest.data, '\n', cases->rest.len);
    struct str line = {cases->rest.data, cases->rest.len};

    if (end)
        line.len = (size_t)(end - line.data) + 1;
    cases->rest.data += line.len;
    cases->rest.len -= line.len;
    return line;
}

static bool at_text(const struct cases *cases)
{
    return str_starts(cases->rest, STR("|"));
}

/* Reads the lines that start with `|`, which are kept, as the text that they stand
 * for. */
static void take_text(struct cases *cases, struct buf *text)
{
    bool first = true;

    for (; at_text(cases); first = false) {
        struct str line = next_line(cases);

        buf_add_str(&cases->wanted, line);
        if (!first)
            buf_putc(text, '\n');
        line.len -= str_ends(line, STR("\n"));
        shown_bytes_read(text, (struct str){line.data + 1, line.len - 1});
    }
}

/* Skips the expected tree, which the actual one replaces. */
static void skip_tree(struct cases *cases)
{
    while (cases->rest.len && *cases->rest.data != '\n' && !at_text(cases))
        next_line(cases);
}

static void add_dump(struct buf *out, int reader, struct str text)
{
    struct value_input input = {text.data, span_make(0, (uint32_t)text.len),
                                VALUE_MAX_NODES};
    struct value_tree tree;
    struct arena arena;

    arena_init(&arena);
    readers[reader].read(&arena, input, &tree);
    value_tree_dump(out, &tree);
    arena_release(&arena);
}

/* What is good JSON is the same with comments allowed. */
static void check_relaxed(const struct cases *cases, struct str text, struct str strict)
{
    struct buf relaxed = BUF_INIT;

    if (str_starts(strict, STR("no value\n")))
        return;
    add_dump(&relaxed, 1, text);
    if (!str_equal(buf_str(&relaxed), strict))
        fail_msg("%s: case %u is not the same with comments allowed", cases->path,
                 (unsigned)cases->count);
    buf_release(&relaxed);
}

static void take_case(struct cases *cases, int reader)
{
    struct buf text = BUF_INIT;
    size_t start;

    take_text(cases, &text);
    skip_tree(cases);
    buf_putc(&text, '\0');
    text.len--;
    start = cases->wanted.len;
    add_dump(&cases->wanted, reader, buf_str(&text));
    cases->count++;
    if (readers[reader].read == json_read)
        check_relaxed(
            cases, buf_str(&text),
            (struct str){cases->wanted.data + start, cases->wanted.len - start});
    buf_release(&text);
}

static int reader_of(const char *path)
{
    struct str folder = path_name(path_folder(str_from(path)));

    for (int i = 0; i < READER_COUNT; i++)
        if (str_is(folder, readers[i].folder))
            return i;
    fail_msg("%s: no reader has the name of its folder", path);
    return 0;
}

static void texts_give_their_trees(void **state)
{
    struct cases cases = {.path = *state};
    struct buf given = BUF_INIT;
    const char *reason;

    assert_true(file_read(cases.path, MAX_BYTES, &given, &reason));
    cases.rest = buf_str(&given);
    while (cases.rest.len)
        if (at_text(&cases))
            take_case(&cases, reader_of(cases.path));
        else
            buf_add_str(&cases.wanted, next_line(&cases));
    assert_true(cases.count > 0);
    assert_true(expected_is(cases.path, buf_str(&cases.wanted)));
    buf_release(&cases.wanted);
    buf_release(&given);
}

static void signs_stand_for_bytes(void **state)
{
    static const char every[] = "a b\t\n\r \x01\x7F\xC2\xA0\xE2\x80\xB9\xE2\x90\x8D\xFF ";
    struct buf shown = BUF_INIT;
    struct buf bytes = BUF_INIT;

    (void)state;
    shown_bytes_add(&shown, STR(every));
    assert_true(
        str_is(buf_str(&shown), "a b␉␊␍ ‹01›‹7F›‹C2›‹A0›‹E2›‹80›‹B9›‹E2›‹90›‹8D›‹FF›␠"));
    shown_bytes_read(&bytes, buf_str(&shown));
    assert_true(str_is(buf_str(&bytes), every));
    buf_release(&shown);
    buf_release(&bytes);
}

int main(void)
{
    struct CMUnitTest *tests;
    glob_t found;
    int failed;

    if (glob("testdata/values/*/*.txt", 0, NULL, &found) != 0)
        return 1;
    tests = memory_zeroed(found.gl_pathc + 1, sizeof(*tests));
    for (size_t i = 0; i < found.gl_pathc; i++)
        tests[i] = (struct CMUnitTest){found.gl_pathv[i], texts_give_their_trees, NULL,
                                       NULL, found.gl_pathv[i]};
    tests[found.gl_pathc] = (struct CMUnitTest)cmocka_unit_test(signs_stand_for_bytes);
    failed = _cmocka_run_group_tests("values", tests, found.gl_pathc + 1, NULL, NULL);
    free(tests);
    globfree(&found);
    return failed;
}
