/* inside.c - paths that must not lead out of a folder */

#include "lint/files/inside.h"

#include <errno.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lint/base/suggest.h"
#include "lint/files/file.h"
#include "lint/files/path.h"

/* The most links of one path: as many as Linux follows. */
enum { MAX_LINKS = 40 };

/* A path that is followed: `at` has been reached, `rest` remains. */
struct walk {
    struct arena *arena;
    struct str root;
    struct str at; /* absolute, without links, the root or inside it */
    struct str rest;
    int links;
    const char *reason; /* of INSIDE_UNKNOWN */
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

/* What an error says about the path; walk->reason is set when that is nothing. */
static enum inside unknown(struct walk *walk, int error)
{
    if (error == ENOENT || error == ENOTDIR)
        return INSIDE_MISSING;
    walk->reason = file_reason(error);
    return INSIDE_UNKNOWN;
}

/* Puts a link's target in front of the rest. */
static enum inside follow_link(struct walk *walk, struct str link)
{
    char target[PATH_MAX];
    ssize_t len = readlink(link.data, target, sizeof(target));
    struct str text = {target, len < 0 ? 0 : (size_t)len};
    struct str inner;

    if (len < 0)
        return unknown(walk, errno);
    if ((size_t)len == sizeof(target))
        return unknown(walk, ENAMETOOLONG);
    if (++walk->links > MAX_LINKS)
        return unknown(walk, ELOOP);
    if (*target == '/') {
        if (path_inside(text, walk->root, &inner))
            text = inner;
        else if (is_root(walk, text))
            text = STR("");
        else
            return INSIDE_LEAVES;
        walk->at = walk->root;
    }
    walk->rest = path_join(walk->arena, text, walk->rest);
    return INSIDE_FOLDER;
}

static enum inside kind_of(const struct stat *info)
{
    if (S_ISDIR(info->st_mode))
        return INSIDE_FOLDER;
    return S_ISREG(info->st_mode) ? INSIDE_FILE : INSIDE_OTHER;
}

/* Takes one step; returns what is there. */
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
        return unknown(walk, errno);
    if (S_ISLNK(info.st_mode))
        return follow_link(walk, next);
    walk->at = next;
    return kind_of(&info);
}

struct inside_place inside_find(struct arena *arena, struct str root, struct str path)
{
    struct walk walk = {arena, root, root, path, 0, NULL};
    struct inside_place place = {.kind = INSIDE_FOLDER, .real = STR("")};

    if (path.len && memchr(path.data, '\0', path.len))
        return (struct inside_place){.kind = INSIDE_MISSING, .real = STR("")};
    while (walk.rest.len && place.kind == INSIDE_FOLDER)
        place.kind = take_step(&walk, next_step(&walk.rest));
    /* A file in the place of a folder: "page.md/more". */
    if (walk.rest.len && place.kind < INSIDE_MISSING)
        place.kind = INSIDE_MISSING;
    place.reason = walk.reason;
    if (place.kind < INSIDE_MISSING)
        place.real = arena_str(arena, walk.at);
    return place;
}

/* The path of name if it is in the folder, else that of the nearest name; empty for
 * none. */
static struct str nearest_name(struct arena *arena, struct str root, struct str folder,
                               struct str name)
{
    struct str path = path_join(arena, folder, name);
    struct str_list names;
    struct str nearest;

    if (inside_find(arena, root, path).kind < INSIDE_MISSING)
        return path;
    names = path_names(arena, inside_find(arena, root, folder).real);
    nearest = suggest_nearest(name, names.items, names.count);
    return nearest.len ? path_join(arena, folder, nearest) : nearest;
}

struct str inside_nearest(struct arena *arena, struct str root, struct str path)
{
    struct str at = STR("");
    struct str rest = path;

    while (rest.len) {
        struct str name = next_step(&rest);

        if (!name.len || str_is(name, "."))
            continue;
        if (inside_find(arena, root, at).kind != INSIDE_FOLDER)
            return STR("");
        at = nearest_name(arena, root, at, name);
        if (!at.len)
            return at;
    }
    return inside_find(arena, root, at).kind < INSIDE_MISSING ? at : STR("");
}
