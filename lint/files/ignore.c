/* ignore.c - lists of patterns that say which files are left out */

#include "lint/files/ignore.h"

#include "lint/files/path.h"

#include "lint/base/reason.h"

static void append(struct ignore_list *list, struct ignore_pattern pattern,
                   struct arena *arena)
{
    list->patterns = arena_make_room(arena, list->patterns, list->count, &list->capacity,
                                     sizeof(*list->patterns));
    list->patterns[list->count++] = pattern;
}

/* Strips the marks around the pattern from text, and says what they mean. */
static struct ignore_pattern take_marks(struct str *text)
{
    struct ignore_pattern pattern = {0};

    if (str_starts(*text, STR("!"))) {
        pattern.negated = true;
        *text = (struct str){text->data + 1, text->len - 1};
    }
    if (str_ends(*text, STR("/"))) {
        pattern.folder_only = true;
        text->len--;
    }
    pattern.anchored = memchr(text->data, '/', text->len) != NULL;
    if (str_starts(*text, STR("/")))
        *text = (struct str){text->data + 1, text->len - 1};
    return pattern;
}

static bool add(struct ignore_list *list, struct str text, unsigned flags,
                struct arena *arena, const char **reason)
{
    struct ignore_pattern pattern = take_marks(&text);

    pattern.glob = glob_compile(arena, text, flags, reason);
    if (pattern.glob)
        append(list, pattern, arena);
    return pattern.glob != NULL;
}

bool ignore_add(struct ignore_list *list, struct str pattern, struct arena *arena,
                const char **reason)
{
    if (pattern.len == 0)
        return fail_because(reason, "the pattern is empty");
    return add(list, pattern, GLOB_BRACES, arena, reason);
}

/* Trailing spaces do not count, unless after a backslash. */
static struct str without_trailing_spaces(struct str line)
{
    size_t len = 0;

    for (size_t i = 0; i < line.len; i++) {
        if (line.data[i] == '\\' && i + 1 < line.len)
            i++;
        else if (line.data[i] == ' ')
            continue;
        len = i + 1;
    }
    return (struct str){line.data, len};
}

void ignore_read(struct ignore_list *list, struct str text, struct arena *arena)
{
    size_t at = str_starts(text, STR("\xEF\xBB\xBF")) ? 3 : 0;
    const char *ignored;

    while (at < text.len) {
        const char *end = memchr(text.data + at, '\n', text.len - at);
        size_t len = end ? (size_t)(end - text.data) - at : text.len - at;
        struct str line = {text.data + at, len};

        at += len + 1;
        if (end && str_ends(line, STR("\r")))
            line.len--;
        line = without_trailing_spaces(line);
        if (line.len > 0 && line.data[0] != '#')
            add(list, line, 0, arena, &ignored);
    }
}

enum ignore_verdict ignore_match(const struct ignore_list *list, struct str path,
                                 bool is_folder)
{
    struct str name = path_name(path);

    for (size_t i = list->count; i > 0; i--) {
        const struct ignore_pattern *pattern = &list->patterns[i - 1];

        if (pattern->folder_only && !is_folder)
            continue;
        if (glob_match(pattern->glob, pattern->anchored ? path : name))
            return pattern->negated ? IGNORE_INCLUDE : IGNORE_LEAVE;
    }
    return IGNORE_SILENT;
}

enum ignore_verdict ignore_match_inside(const struct ignore_list *list, struct str path,
                                        bool is_folder)
{
    for (size_t i = 0; i < path.len; i++) {
        struct str folder = {path.data, i};

        if (path.data[i] == '/' && ignore_match(list, folder, true) == IGNORE_LEAVE)
            return IGNORE_LEAVE;
    }
    return ignore_match(list, path, is_folder);
}
