/* discover_test.c - the files that are found in folders */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lint/base/buf.h"
#include "lint/files/discover.h"
#include "lint/files/gitignore.h"
#include "lint/tool/own_folder.h"

/* Writes a file, and creates its folders. */
static void put(const char *path, const char *text)
{
    char folder[256];

    for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
        snprintf(folder, sizeof(folder), "%.*s", (int)(slash - path), path);
        mkdir(folder, 0777);
    }
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void link_to(const char *target, const char *path)
{
    assert_int_equal(symlink(target, path), 0);
}

/* All paths, separated by spaces; errors with their reason, missing ones with a `?`. */
static const char *found(struct own_place *place, const struct discover_options *options,
                         const char *arguments)
{
    struct buf out = BUF_INIT;
    struct discovery discovery;
    const char *paths[8];
    char copy[256];
    uint32_t count = 0;

    snprintf(copy, sizeof(copy), "%s", arguments);
    for (char *at = copy; at; count++) {
        char *space = strchr(at, ' ');

        if (space)
            *space = '\0';
        paths[count] = at;
        at = space ? space + 1 : NULL;
    }
    discover(&place->arena, paths, count, options, &discovery);
    for (uint32_t i = 0; i < discovery.count; i++) {
        struct found item = found_of(&discovery.items[i], &place->arena);

        if (i > 0)
            buf_putc(&out, ' ');
        buf_add_str(&out, item.path);
        if (item.kind == FOUND_MISSING)
            buf_putc(&out, '?');
        if (item.kind == FOUND_UNREADABLE)
            buf_printf(&out, "(%s)", item.reason);
    }
    struct str text = arena_str(&place->arena, buf_str(&out));

    buf_release(&out);
    return text.data;
}

static const struct discover_options ordinary = {0};

static void walks_folders(void **state)
{
    struct own_place *place = *state;

    put("a.md", "");
    put("b.markdown", "");
    put("c.txt", "");
    put("docs/z.md", "");
    put("docs/deep/er/y.md", "");
    put("docs-old/x.md", "");
    put(".github/hidden.md", "");
    put(".hidden.md", "");
    assert_string_equal(found(place, &ordinary, "."),
                        ".hidden.md a.md b.markdown docs-old/x.md docs/deep/er/y.md "
                        "docs/z.md");
    assert_string_equal(found(place, &ordinary, "docs"), "docs/deep/er/y.md docs/z.md");
    assert_string_equal(found(place, &ordinary, "docs//"), "docs/deep/er/y.md docs/z.md");
    assert_string_equal(found(place, &ordinary, "./docs"),
                        "./docs/deep/er/y.md ./docs/z.md");
    assert_string_equal(found(place, &ordinary, ".github"), ".github/hidden.md");
    assert_string_equal(found(place, &ordinary, "docs/deep/.."),
                        "docs/deep/../deep/er/y.md docs/deep/../z.md");
}

static void named_files_are_taken(void **state)
{
    struct own_place *place = *state;

    put(".git/HEAD", "");
    put(".gitignore", "*.md\n");
    put("a.md", "");
    put("b.txt", "");
    assert_string_equal(found(place, &ordinary, "b.txt a.md"), "a.md b.txt");
    assert_string_equal(found(place, &ordinary, "."), "");
}

static void a_file_is_taken_once(void **state)
{
    struct own_place *place = *state;

    put("docs/a.md", "");
    assert_string_equal(found(place, &ordinary, "docs/a.md docs docs/a.md"), "docs/a.md");
    assert_string_equal(found(place, &ordinary, "docs ./docs/a.md"), "./docs/a.md");
    assert_string_equal(found(place, &ordinary, ". docs"), "docs/a.md");
    link_to("a.md", "docs/0.md");
    assert_string_equal(found(place, &ordinary, "docs"), "docs/a.md");
    assert_string_equal(found(place, &ordinary, "docs docs/0.md"), "docs/0.md");
}

static void what_is_not_there_is_told(void **state)
{
    struct own_place *place = *state;

    put("a.md", "");
    assert_string_equal(found(place, &ordinary, "nope.md a.md"), "a.md nope.md?");
    assert_string_equal(found(place, &ordinary, "a.md/"), "a.md/?");
    assert_string_equal(found(place, &ordinary, ""), "?");
    link_to("nope", "dangling.md");
    assert_string_equal(found(place, &ordinary, "dangling.md"),
                        "dangling.md(a link to nothing)");
    assert_string_equal(found(place, &ordinary, "."),
                        "a.md dangling.md(a link to nothing)");
    assert_int_equal(mkfifo("pipe.md", 0666), 0);
    assert_string_equal(found(place, &ordinary, "pipe.md"),
                        "pipe.md(not a regular file)");
    unlink("dangling.md");
    assert_string_equal(found(place, &ordinary, "."), "a.md");
    link_to("loop.md", "loop.md");
    assert_string_equal(found(place, &ordinary, "loop.md"),
                        "loop.md(a loop of symbolic links)");
}

static void closed_folders_are_told(void **state)
{
    struct own_place *place = *state;

    put("a.md", "");
    put("closed/b.md", "");
    assert_int_equal(chmod("closed", 0), 0);
    if (access("closed", R_OK) == 0) {
        print_message("skipped: nothing is closed to root\n");
        skip();
    }
    assert_string_equal(found(place, &ordinary, "."), "a.md closed(permission denied)");
}

static void what_is_ignored_must_be_known(void **state)
{
    struct own_place *place = *state;
    FILE *file;

    put("repository/.git/HEAD", "");
    put("repository/docs/a.md", "");
    put("loose/a.md", "");
    assert_int_equal(symlink(".gitignore", "repository/.gitignore"), 0);
    assert_string_equal(found(place, &ordinary, "repository"),
                        "repository/.gitignore(a loop of symbolic links) "
                        "repository/docs/a.md");
    assert_string_equal(found(place, &ordinary, "repository/docs"),
                        "repository/.gitignore(a loop of symbolic links) "
                        "repository/docs/a.md");
    assert_int_equal(unlink("repository/.gitignore"), 0);
    file = fopen("repository/.gitignore", "w");
    assert_non_null(file);
    for (int i = 0; i <= GITIGNORE_MAX_BYTES; i++)
        putc(i % 80 ? 'x' : '\n', file);
    fclose(file);
    assert_string_equal(found(place, &ordinary, "repository"),
                        "repository/.gitignore(larger than stet reads) "
                        "repository/docs/a.md");
    assert_int_equal(symlink("nowhere", "loose/.git"), 0);
    assert_string_equal(found(place, &ordinary, "loose"),
                        "loose/.git(a link to nothing) loose/a.md");
    struct discover_options all = {.no_gitignore = true};

    assert_string_equal(found(place, &all, "repository loose"),
                        "loose/a.md repository/docs/a.md");
}

static void a_folder_that_is_gone_is_told(void **state)
{
    struct own_place *place = *state;

    assert_int_equal(mkdir("gone", 0777), 0);
    assert_int_equal(chdir("gone"), 0);
    assert_int_equal(rmdir("../gone"), 0);
    assert_string_equal(found(place, &ordinary, "."), ".(no such folder)");
}

static void names_are_bytes(void **state)
{
    struct own_place *place = *state;

    put("new\nline.md", "");
    put("\xFF.md", "");
    assert_string_equal(found(place, &ordinary, "."), "new\nline.md \xFF.md");
}

static void gitignore_holds(void **state)
{
    struct own_place *place = *state;

    put(".git/HEAD", "");
    put(".gitignore", "/build/\n*.tmp.md\n");
    put("build/a.md", "");
    put("docs/build/a.md", "");
    put("docs/a.tmp.md", "");
    put("docs/.gitignore", "!keep.tmp.md\nprivate\n");
    put("docs/keep.tmp.md", "");
    put("docs/private/a.md", "");
    put("private/a.md", "");
    assert_string_equal(found(place, &ordinary, "."),
                        "docs/build/a.md docs/keep.tmp.md private/a.md");
    assert_string_equal(found(place, &ordinary, "docs"),
                        "docs/build/a.md docs/keep.tmp.md");
    /* A named folder is entered, although its name is ignored. */
    assert_string_equal(found(place, &ordinary, "build"), "build/a.md");

    struct discover_options all = {.no_gitignore = true};

    assert_string_equal(found(place, &all, "docs"),
                        "docs/a.tmp.md docs/build/a.md docs/keep.tmp.md "
                        "docs/private/a.md");
}

static void gitignore_ends_at_the_repository(void **state)
{
    struct own_place *place = *state;

    put(".gitignore", "*.md\n");
    put("repository/.git/HEAD", "");
    put("repository/a.md", "");
    put("folder/a.md", "");
    assert_string_equal(found(place, &ordinary, "repository"), "repository/a.md");
    assert_string_equal(found(place, &ordinary, "."), "repository/a.md");
    assert_string_equal(found(place, &ordinary, "folder"), "folder/a.md");
}

static void links_stay_inside(void **state)
{
    struct own_place *place = *state;

    put("outside/secret.md", "");
    put("site/.git/HEAD", "");
    put("site/docs/a.md", "");
    put("site/shared/b.md", "");
    link_to("../shared", "site/docs/more");
    link_to("..", "site/docs/up");
    link_to("../../outside", "site/docs/out");
    link_to("../../outside/secret.md", "site/docs/secret.md");
    assert_string_equal(found(place, &ordinary, "site"),
                        "site/docs/a.md site/docs/out(a link out of the project) "
                        "site/docs/secret.md(a link out of the project) "
                        "site/shared/b.md");
    assert_string_equal(found(place, &ordinary, "site/docs"),
                        "site/docs/a.md site/docs/more/b.md "
                        "site/docs/out(a link out of the project) "
                        "site/docs/secret.md(a link out of the project)");
    assert_string_equal(found(place, &ordinary, "site/docs/more/b.md"),
                        "site/docs/more/b.md");
    assert_string_equal(found(place, &ordinary, "site/docs/out outside"),
                        "outside/secret.md "
                        "site/docs/out(a link out of the project)");
    assert_string_equal(found(place, &ordinary, "site/docs/secret.md"),
                        "site/docs/secret.md(a link out of the project)");
    assert_string_equal(found(place, &ordinary, "site/docs/out/secret.md"),
                        "site/docs/out/secret.md(a link out of the project)");
    /* Nor into another repository. */
    put("outside/.git/HEAD", "");
    assert_string_equal(found(place, &ordinary, "site/docs/out/secret.md"),
                        "site/docs/out/secret.md(a link out of the project)");
}

static void links_without_a_repository(void **state)
{
    struct own_place *place = *state;
    char outside[128];
    struct str allowed = {outside, 0};
    struct discover_options options = {.allowed = {&allowed, 1}};

    put("outside/secret.md", "");
    put("site/a.md", "");
    link_to("../outside/secret.md", "site/secret.md");
    link_to("/etc/passwd", "site/passwd.md");
    assert_string_equal(found(place, &ordinary, "site/secret.md"), "site/secret.md");
    assert_string_equal(found(place, &ordinary, "site/passwd.md"),
                        "site/passwd.md(a link out of the project)");
    assert_int_equal(chdir("site"), 0);
    assert_string_equal(found(place, &ordinary, "secret.md"),
                        "secret.md(a link out of the project)");
    assert_string_equal(found(place, &ordinary, "../outside/secret.md"),
                        "../outside/secret.md");
    assert_int_equal(chdir(".."), 0);
    snprintf(outside, sizeof(outside), "%s/outside", place->folder.path);
    allowed.len = strlen(outside);
    assert_int_equal(chdir("site"), 0);
    assert_string_equal(found(place, &options, "secret.md"), "secret.md");
    assert_string_equal(found(place, &options, "."),
                        "a.md passwd.md(a link out of the project) secret.md");
}

/* Each folder links to all others: 10! paths, if all were walked. */
static void links_do_not_multiply(void **state)
{
    struct own_place *place = *state;
    char path[32], target[32];

    put(".git/HEAD", "");
    for (int i = 0; i < 10; i++) {
        snprintf(path, sizeof(path), "%d/a.md", i);
        put(path, "");
    }
    for (int i = 0; i < 100; i++) {
        snprintf(target, sizeof(target), "../%d", i % 10);
        snprintf(path, sizeof(path), "%d/%d", i / 10, i % 10);
        link_to(target, path);
    }
    assert_string_equal(
        found(place, &ordinary, "."),
        "0/a.md 1/a.md 2/a.md 3/a.md 4/a.md 5/a.md 6/a.md 7/a.md 8/a.md 9/a.md");
}

/* A config that ignores the name `drafts`. */
static bool ignores_drafts(void *context, struct str real, bool is_folder)
{
    *(uint32_t *)context += 1;
    return is_folder && str_ends(real, STR("/drafts"));
}

static void config_and_force_exclude(void **state)
{
    struct own_place *place = *state;
    uint32_t asked = 0;
    struct discover_options options = {.ignored = ignores_drafts, .context = &asked};

    put(".git/HEAD", "");
    put(".gitignore", "old\n");
    put("drafts/deep/a.md", "");
    put("old/b.md", "");
    put("c.md", "");
    assert_string_equal(found(place, &options, "."), "c.md");
    assert_int_equal(asked, 2);
    assert_string_equal(found(place, &options, "drafts/deep/a.md old/b.md c.md"),
                        "c.md drafts/deep/a.md old/b.md");
    options.force_exclude = true;
    assert_string_equal(found(place, &options, "drafts/deep/a.md old/b.md c.md"), "c.md");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(walks_folders, own_place_enter, own_place_leave),
        cmocka_unit_test_setup_teardown(named_files_are_taken, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(a_file_is_taken_once, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(what_is_not_there_is_told, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(closed_folders_are_told, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(names_are_bytes, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(gitignore_holds, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(what_is_ignored_must_be_known, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(a_folder_that_is_gone_is_told, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(gitignore_ends_at_the_repository, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(links_stay_inside, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(links_without_a_repository, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(links_do_not_multiply, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(config_and_force_exclude, own_place_enter,
                                        own_place_leave),
    };

    return cmocka_run_group_tests_name("discover", tests, NULL, NULL);
}
