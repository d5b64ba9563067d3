/* inside.c - paths that must not lead out of a folder */

#include "lint/files/inside.h"

#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lint/files/path.h"

/* Links that one path may go through: as many as Linux follows. */
enum { MAX_LINKS = 40 };

/* On the way: `at` was reached, `rest` is still to be gone. */
struct walk {
    struct arena *arena;
    struct str root;
    struct str at; /* absolute, without links, the root or inside it */
    struct str rest;
    int links;
};

static struct str next_step(struct str *rest)
{
    const char *slash = rest->len ? memchr(rest->data, '/', rest->len) : NULL;
    struct str step = {rest->data, slash ? (size_t)(slash - rest->data) : rest->len};
    size_t taken = step.len + (slash != NULL);

    *rest = (struct str){rest->data + taken, rest->len - taken};
    return step;
}

static bool is_root(const struct walk *walk, struct str path)
{
    return str_equal(path, walk->root);
}

/* Puts a link's target in front of the rest; false when it points out of the root. */
static bool follow_link(struct walk *walk, struct str link)
{
    char target[PATH_MAX];
    ssize_t len = readlink(link.data, target, sizeof(target));
    struct str text = {target, len < 0 ? 0 : (size_t)len};
    struct str inner;

    if (len <= 0 || (size_t)len == sizeof(target) || ++walk->links > MAX_LINKS)
        return false;
    if (*target == '/') {
        if (path_inside(text, walk->root, &inner))
            text = inner;
        else if (is_root(walk, text))
            text = STR("");
        else
            return false;
        walk->at = walk->root;
    }
    walk->rest = path_join(walk->arena, text, walk->rest);
    return true;
}

static enum inside kind_of(const struct stat *info)
{
    if (S_ISDIR(info->st_mode))
        return INSIDE_FOLDER;
    return S_ISREG(info->st_mode) ? INSIDE_FILE : INSIDE_OTHER;
}

/* One step; what is there now. */
static enum inside take_step(struct walk *walk, struct str step)
{
    struct str next;
    struct stat info;

    if (!step.len || str_is(step, "."))
        return INSIDE_FOLDER;
    if (str_is(step, "..")) {
        if (is_root(walk, walk->at))
            return INSIDE_LEAVES;
        walk->at = path_folder(walk->at);
        return INSIDE_FOLDER;
    }
    next = path_join(walk->arena, walk->at, step);
    if (lstat(next.data, &info) < 0)
        return INSIDE_MISSING;
    if (S_ISLNK(info.st_mode))
        return follow_link(walk, next) ? INSIDE_FOLDER : INSIDE_LEAVES;
    walk->at = next;
    return kind_of(&info);
}

enum inside inside_find(struct arena *arena, struct str root, struct str path,
                        struct str *real)
{
    struct walk walk = {arena, root, root, path, 0};
    enum inside found = INSIDE_FOLDER;

    *real = STR("");
    if (path.len && memchr(path.data, '\0', path.len))
        return INSIDE_MISSING;
    while (walk.rest.len && found == INSIDE_FOLDER)
        found = take_step(&walk, next_step(&walk.rest));
    /* A file in the place of a folder: "page.md/more". */
    if (walk.rest.len && found != INSIDE_LEAVES)
        return INSIDE_MISSING;
    if (found < INSIDE_MISSING)
        *real = arena_str(arena, walk.at);
    return found;
}
