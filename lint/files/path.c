/* path.c - names of files and folders */

#include "lint/files/path.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lint/base/suggest.h"
#include "lint/files/file.h"

struct str path_join(struct arena *arena, struct str folder, struct str name)
{
    bool slash = folder.len > 0 && folder.data[folder.len - 1] != '/';
    size_t len = folder.len + slash + name.len;
    char *path = arena_raw(arena, len + 1);

    if (folder.len > 0)
        memcpy(path, folder.data, folder.len);
    if (slash)
        path[folder.len] = '/';
    memcpy(path + len - name.len, name.data, name.len);
    path[len] = '\0';
    return (struct str){path, len};
}

struct str path_name(struct str path)
{
    size_t start = path.len;

    while (start > 0 && path.data[start - 1] != '/')
        start--;
    return (struct str){path.data + start, path.len - start};
}

struct str path_folder(struct str path)
{
    size_t len = path.len - path_name(path).len;

    while (len > 1 && path.data[len - 1] == '/')
        len--;
    return (struct str){path.data, len};
}

static bool resolve(struct arena *arena, const char *path, struct str *real)
{
    char *resolved = realpath(path, NULL);

    if (!resolved)
        return false;
    *real = arena_str(arena, str_from(resolved));
    free(resolved);
    return true;
}

struct str path_real(struct arena *arena, const char *path)
{
    struct str text = str_from(path), real;
    char here[PATH_MAX];

    if (resolve(arena, path, &real))
        return real;
    struct str folder = arena_str(arena, path_folder(text));

    if (resolve(arena, folder.len > 0 ? folder.data : ".", &real))
        return path_join(arena, real, path_name(text));
    if (path[0] == '/' || !getcwd(here, sizeof(here)))
        return arena_str(arena, text);
    return path_join(arena, str_from(here), text);
}

struct str path_absolute(struct arena *arena, const char *path)
{
    struct str text = str_from(path);
    struct str at = *path == '/' ? STR("/") : path_real(arena, ".");
    const char *p = text.data;
    const char *end = text.data + text.len;

    while (p < end) {
        const char *slash = memchr(p, '/', (size_t)(end - p));
        struct str name = {p, (size_t)((slash ? slash : end) - p)};

        p += name.len + 1;
        if (str_is(name, ".."))
            at = path_folder(at);
        else if (name.len && !str_is(name, "."))
            at = path_join(arena, at, name);
    }
    return arena_str(arena, at);
}

bool path_within(struct str path, struct str folder)
{
    struct str rest;

    return str_equal(path, folder) || path_inside(path, folder, &rest);
}

bool path_inside(struct str path, struct str folder, struct str *rest)
{
    size_t len = folder.len;

    if (!str_starts(path, folder))
        return false;
    if (len > 0 && folder.data[len - 1] == '/')
        len--;
    if (path.len <= len + 1 || path.data[len] != '/')
        return false;
    *rest = (struct str){path.data + len + 1, path.len - len - 1};
    return true;
}

static enum presence presence_of_error(const char **reason)
{
    if (errno == ENOENT || errno == ENOTDIR)
        return PRESENCE_NO;
    *reason = file_reason(errno);
    return PRESENCE_UNKNOWN;
}

enum presence path_presence(const char *path, const char **reason)
{
    struct stat info;

    if (lstat(path, &info) < 0)
        return presence_of_error(reason);
    if (!S_ISLNK(info.st_mode) || stat(path, &info) == 0)
        return PRESENCE_YES;
    *reason = errno == ENOENT ? "a link to nothing" : file_reason(errno);
    return PRESENCE_UNKNOWN;
}

struct path_search path_repository(struct arena *arena, struct str folder)
{
    struct path_search search = {.reason = NULL};

    for (;;) {
        struct str git = path_join(arena, folder, STR(".git"));
        enum presence presence = path_presence(git.data, &search.reason);
        struct str parent = path_folder(folder);

        if (presence == PRESENCE_UNKNOWN)
            search.unknown = git;
        else if (presence == PRESENCE_YES)
            search.found = folder;
        if (presence != PRESENCE_NO || parent.len == folder.len || parent.len == 0)
            return search;
        folder = parent;
    }
}

struct str path_project(struct arena *arena, struct str folder)
{
    struct path_search repository = path_repository(arena, folder);
    struct str here, rest;

    if (repository.found.len > 0)
        return repository.found;
    if (repository.unknown.len > 0)
        return folder;
    here = path_real(arena, ".");
    return path_inside(folder, here, &rest) ? here : folder;
}

struct str path_shown(struct arena *arena, struct str path)
{
    struct str here = path_real(arena, "."), rest;

    return path_inside(path, here, &rest) ? rest : path;
}

struct str_list path_names(struct arena *arena, struct str folder)
{
    enum { MAX_NAMES = 4096 }; /* enough to find a near name among */
    struct str *names = NULL;
    struct dirent *entry;
    uint32_t count = 0;
    uint32_t capacity = 0;
    DIR *dir = opendir(folder.len ? arena_str(arena, folder).data : ".");

    if (!dir)
        return (struct str_list){names, 0};
    while (count < MAX_NAMES && (entry = readdir(dir))) {
        names = arena_make_room(arena, names, count, &capacity, sizeof(*names));
        names[count++] = arena_str(arena, str_from(entry->d_name));
    }
    closedir(dir);
    return (struct str_list){names, count};
}

/* The path of name in folder, or that of the nearest name there, or an empty string. */
static struct str nearest_in(struct arena *arena, struct str folder, struct str name)
{
    struct str path = path_join(arena, folder, name);
    struct str_list names;
    struct str nearest;

    if (access(path.data, F_OK) == 0)
        return path;
    names = path_names(arena, folder);
    nearest = suggest_nearest(name, names.items, names.count);
    return nearest.len ? path_join(arena, folder, nearest) : nearest;
}

struct str path_nearest(struct arena *arena, struct str path)
{
    struct str at = str_starts(path, STR("/")) ? STR("/") : STR("");
    const char *p = path.data;
    const char *end = path.data + path.len;

    while (p < end) {
        const char *slash = memchr(p, '/', (size_t)(end - p));
        struct str name = {p, (size_t)((slash ? slash : end) - p)};

        p += name.len + 1;
        if (!name.len)
            continue;
        at = nearest_in(arena, at, name);
        if (!at.len)
            break;
    }
    return at;
}
