/* targets.c - the paths that a command line names, in lists and one by one */

#include "lint/command/targets.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "lint/command/say.h"
#include "lint/files/file.h"

enum { MAX_BYTES = 64 * 1024 * 1024 }; /* of a list: far more than a project's paths */

static void add_paths(struct arena *arena, struct str text, struct cli_list *paths)
{
    const char *end = memchr(text.data, '\0', text.len) ? "" : "\r\n";

    while (text.len) {
        size_t len = 0;

        while (len < text.len && text.data[len] && !(*end && strchr(end, text.data[len])))
            len++;
        if (len)
            cli_add(paths, arena_str(arena, (struct str){text.data, len}).data);
        len += len < text.len;
        text = (struct str){text.data + len, text.len - len};
    }
}

/* A list may come from a pipe, as `<(git diff --name-only)` does. */
static bool read_list(FILE *list, struct buf *text)
{
    enum { CHUNK = 64 * 1024 };
    size_t count;

    do {
        count = fread(buf_reserve(text, CHUNK), 1, CHUNK, list);
        text->len += count;
    } while (count && text->len <= MAX_BYTES);
    return !ferror(list) && text->len <= MAX_BYTES;
}

bool targets_read(struct arena *arena, const char *file, struct cli_list *paths)
{
    bool is_input = strcmp(file, "-") == 0;
    FILE *list = is_input ? stdin : fopen(file, "r");
    struct buf text = BUF_INIT;
    bool done = list && read_list(list, &text);

    if (done)
        add_paths(arena, buf_str(&text), paths);
    else
        cli_error("cannot read the list of files `%s`: %s", file,
                  text.len > MAX_BYTES ? "too long" : file_reason(errno));
    if (list && !is_input)
        fclose(list);
    buf_release(&text);
    return done;
}

struct str_list targets_split(struct arena *arena, const struct cli_list *list)
{
    struct str *items = NULL;
    uint32_t capacity = 0;
    uint32_t count = 0;

    for (uint32_t i = 0; i < list->count; i++) {
        const char *at = list->items[i];

        for (;; at++) {
            size_t len = strcspn(at, ",");

            items = arena_make_room(arena, items, count, &capacity, sizeof(*items));
            items[count++] = (struct str){at, len};
            at += len;
            if (!*at)
                break;
        }
    }
    return (struct str_list){items, count};
}

bool targets_take_input(struct cli_list *paths)
{
    bool found = false;
    uint32_t kept = 0;

    for (uint32_t i = 0; i < paths->count; i++) {
        if (strcmp(paths->items[i], "-") == 0)
            found = true;
        else
            paths->items[kept++] = paths->items[i];
    }
    paths->count = kept;
    return found;
}
