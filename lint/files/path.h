/* path.h - names of files and folders */
#ifndef LINT_FILES_PATH_H
#define LINT_FILES_PATH_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"

/* Paths are bytes separated by `/`. Results other than views are ended by a NUL that len
 * does not count. */

/* name inside folder; an empty folder is the current one, and adds nothing. */
struct str path_join(struct arena *arena, struct str folder, struct str name);

/* What stands before the last `/`: "/" for "/a", empty for "a". A view. */
struct str path_folder(struct str path);

/* What stands behind the last `/`. A view. */
struct str path_name(struct str path);

/*
 * The absolute path with links resolved. Of a path that is not there, the folder
 * is resolved and the name kept; when the folder is not there either, the path is
 * put behind the current folder as it stands.
 */
struct str path_real(struct arena *arena, const char *path);

/* The absolute path as it is written: `.` and `..` are taken away, links stay. */
struct str path_absolute(struct arena *arena, const char *path);

/* Is path inside folder, at any depth? *rest gets what stands behind it. Both absolute.
 */
bool path_inside(struct str path, struct str folder, struct str *rest);

/* Is something at a path? Only when the system says that nothing is, the answer is no. */
enum presence {
    PRESENCE_YES,
    PRESENCE_NO,
    PRESENCE_UNKNOWN, /* a link to nothing, no permission, no memory, … */
};

/* Links are followed. *reason gets static text, or strerror's, when nothing is known. */
enum presence path_presence(const char *path, const char **reason);

/* What a search for something in folders came to. */
struct path_search {
    struct str found;   /* empty when there is none, or when nobody can know */
    struct str unknown; /* the path that could not be looked at, else empty */
    const char *reason; /* why, when unknown is not empty */
};

/*
 * The nearest folder, from this absolute one upwards, with a `.git` in it, which may be
 * a folder or, in worktrees and submodules, a file: a view of folder. The search ends
 * with a path that cannot be looked at.
 */
struct path_search path_repository(struct arena *arena, struct str folder);

/*
 * The root of the project that a file in this absolute folder belongs to: its repository;
 * without one the current folder, if that holds it, or else the folder itself, which is
 * also taken when no repository can be looked for. Nothing that an article or a schema
 * refers to lies outside of it.
 */
struct str path_project(struct arena *arena, struct str folder);

/* An absolute path from the current folder on if it is inside, else as it is: to be read.
 */
struct str path_shown(struct arena *arena, struct str path);

/*
 * Of a path that is not there, the nearest one that is: every name on the way that is
 * missing in its folder is taken for the nearest in it (lint/base/suggest.h). Empty when
 * none is near. The result starts as the path does, so it is relative when the path is.
 */
struct str path_nearest(struct arena *arena, struct str path);

/* What a folder holds ("" is the current one), in no order; nothing when it cannot be
 * read. */
struct str_list path_names(struct arena *arena, struct str folder);

#endif
