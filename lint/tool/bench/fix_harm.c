/* fix_harm.c - how many articles another program has left saying something else */

#include <stdio.h>
#include <stdlib.h>

#include "lint/base/arena.h"
#include "lint/files/discover.h"
#include "lint/files/file.h"
#include "lint/tool/fix_check/judge.h"
#include "rules/rules.h"

struct tally {
    uint32_t files;
    uint32_t changed;
    uint32_t harmed;
};

static struct str read_file(const char *path, struct arena *arena)
{
    struct buf text = BUF_INIT;
    const char *reason;
    struct str copy;

    if (!file_read(path, SOURCE_MAX_BYTES, &text, &reason)) {
        fprintf(stderr, "fix-harm: %s: %s\n", path, reason);
        exit(2);
    }
    copy = arena_str(arena, buf_str(&text));
    buf_release(&text);
    return copy;
}

/* The codes of all rules: whatever any of them may change is allowed. */
static const char *all_codes(struct arena *arena)
{
    struct buf codes = BUF_INIT;
    struct str copy;

    for (uint32_t i = 0; i < rules_all.count; i++)
        buf_printf(&codes, "%s ", rules_all.rules[i]->code);
    copy = arena_str(arena, buf_str(&codes));
    buf_release(&codes);
    return copy.data;
}

/* `name` is a path below the two folders. */
static void compare(struct tally *tally, const char *before, struct str after_folder,
                    struct str name, const char *codes)
{
    struct arena arena;
    struct str after;
    struct str text;

    arena_init(&arena);
    after = arena_format(&arena, "%.*s%.*s", (int)after_folder.len, after_folder.data,
                         (int)name.len, name.data);
    text = read_file(before, &arena);
    after = read_file(after.data, &arena);
    tally->files++;
    if (!str_equal(text, after)) {
        tally->changed++;
        tally->harmed += !judge_other(text, after, codes);
    }
    arena_release(&arena);
}

int main(int argc, char **argv)
{
    static const struct discover_options options = {.no_gitignore = true};
    struct tally tally = {0, 0, 0};
    struct discovery found;
    struct arena arena;
    const char *codes;

    if (argc != 3) {
        fputs("usage: fix-harm BEFORE AFTER\n", stderr);
        return 2;
    }
    arena_init(&arena);
    codes = all_codes(&arena);
    discover(&arena, (const char *const *)&argv[1], 1, &options, &found);
    for (uint32_t i = 0; i < found.count; i++) {
        struct str path = found_of(&found.items[i], &arena).path;
        size_t above = str_from(argv[1]).len;

        compare(&tally, path.data, str_from(argv[2]),
                (struct str){path.data + above, path.len - above}, codes);
    }
    printf("%u files, %u changed, %u of them rendered otherwise\n", tally.files,
           tally.changed, tally.harmed);
    arena_release(&arena);
    return 0;
}
