/* outside.c - links that lead out of the project */

#include "lint/files/outside.h"

#include <sys/stat.h>

#include "lint/files/path.h"

bool outside(struct str real, struct str folder, const struct str_list *allowed)
{
    if (path_within(real, folder))
        return false;
    for (size_t i = 0; i < allowed->count; i++)
        if (path_within(real, allowed->items[i]))
            return false;
    return true;
}

/*
 * The folder that a link in this absolute folder must stay in: its project. Empty, which
 * binds nothing, for a link on the way to the named file that belongs to no project, such
 * as /tmp where that is a link.
 */
static struct str boundary_of_link(struct arena *arena, struct str folder, bool last)
{
    struct str project = path_project(arena, folder);

    if (last || path_repository(arena, folder).found.len > 0 ||
        path_within(folder, path_real(arena, ".")))
        return project;
    return STR("");
}

/* Does the link at this absolute path lead out of its project? */
static bool link_leads_out(struct arena *arena, struct str link, bool last,
                           const struct str_list *allowed)
{
    struct str above = arena_str(arena, path_folder(link));
    struct str folder = path_real(arena, above.data);
    struct str boundary = boundary_of_link(arena, folder, last);

    return boundary.len > 0 && outside(path_real(arena, link.data), boundary, allowed);
}

bool outside_by_link(struct arena *arena, struct str path, struct str real,
                     const struct str_list *allowed)
{
    struct str written = path_absolute(arena, path.data);
    struct stat info;

    /* There is no link on it. */
    if (str_equal(written, real))
        return false;
    for (size_t len = 2; len <= written.len; len++) {
        if (len < written.len && written.data[len] != '/')
            continue;
        struct str link = arena_str(arena, (struct str){written.data, len});

        if (lstat(link.data, &info) == 0 && S_ISLNK(info.st_mode) &&
            link_leads_out(arena, link, len == written.len, allowed))
            return true;
    }
    return false;
}
