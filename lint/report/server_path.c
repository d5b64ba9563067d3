/* server_path.c - paths as servers know them: from the root of the repository */

#include "lint/report/server_path.h"

#include <string.h>

static struct str below_folder(struct str path, const char *folder)
{
    size_t len = folder ? strlen(folder) : 0;

    if (len && path.len > len + 1 && memcmp(path.data, folder, len) == 0 &&
        path.data[len] == '/')
        return (struct str){path.data + len + 1, path.len - len - 1};
    return path;
}

/* `docs` of `docs/deep`, empty of `docs`. */
static struct str without_last(struct str path)
{
    while (path.len && path.data[path.len - 1] != '/')
        path.len--;
    path.len -= path.len > 0;
    return path;
}

struct server_path server_path_of(struct str path, const char *folder, const char *below)
{
    struct str base = str_from(below ? below : "");

    if (str_starts(path, STR("/"))) {
        base.len = 0;
        path = below_folder(path, folder);
    }
    while (str_starts(path, STR("./")) || (base.len && str_starts(path, STR("../")))) {
        size_t up = path.data[1] == '.';

        base = up ? without_last(base) : base;
        path = (struct str){path.data + 2 + up, path.len - 2 - up};
    }
    return (struct server_path){base, path};
}

void server_path_add(struct buf *out, struct str path, const char *folder,
                     const char *below)
{
    struct server_path parts = server_path_of(path, folder, below);

    buf_add_str(out, parts.base);
    if (parts.base.len)
        buf_putc(out, '/');
    buf_add_str(out, parts.rest);
}
