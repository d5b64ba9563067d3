/* path.h - names of files and folders */
#ifndef LINT_FILES_PATH_H
#define LINT_FILES_PATH_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"

/* Paths are bytes, with `/` between names. Results are in the arena and followed by a NUL
 * that len does not count, but for those that are views of the argument. */

/* The path of name in folder; an empty folder, the current one, adds nothing. */
struct str path_join(struct arena *arena, struct str folder, struct str name);

/* The part before the last `/`: "/" for "/a", empty for "a". A view. */
struct str path_folder(struct str path);

/* The part after the last `/`. A view. */
struct str path_name(struct str path);

/*
 * The absolute path with links resolved. When there is nothing at path, or the system
 * does not resolve it, its folder is resolved and the name kept; when that fails as well,
 * path is appended to the current folder as it is. A link may then be left in it, which
 * file_read_real() refuses to follow.
 */
struct str path_real(struct arena *arena, const char *path);

/* The absolute path with `.` and `..` removed as they are written; links stay. */
struct str path_absolute(struct arena *arena, const char *path);

/* Is path the folder itself, or inside it at any depth? Both absolute. */
bool path_within(struct str path, struct str folder);

/* Is path inside folder, at any depth? Both are absolute. *rest becomes the path from
 * folder on, a view; it is unchanged when the answer is no. */
bool path_inside(struct str path, struct str folder, struct str *rest);

/* Does a path exist? The answer is no only when the system says so. */
enum presence {
    PRESENCE_YES,
    PRESENCE_NO,
    PRESENCE_UNKNOWN, /* a link to nothing, no permission, no memory, … */
};

/* Links are followed. When the answer is not known, *reason is file_reason() or other
 * static text. */
enum presence path_presence(const char *path, const char **reason);

/* The result of a search through folders. */
struct path_search {
    struct str found;   /* empty when there is none, or when that is not known */
    struct str unknown; /* the path that could not be examined, else empty */
    const char *reason; /* why, when unknown is not empty */
};

/*
 * The nearest folder, from this absolute one upwards, with a `.git`, which is a folder
 * or, in worktrees and submodules, a file: a view of folder. The search ends at a path
 * that cannot be examined.
 */
struct path_search path_repository(struct arena *arena, struct str folder);

/*
 * The root of the project that a file in this absolute folder belongs to: its repository;
 * without one, the current folder if the file is below it, else the folder itself, as
 * also when it is not known whether there is a repository. Nothing outside of it is read
 * for an article or a schema, unless the user allows that (lint/files/reach.h).
 */
struct str path_project(struct arena *arena, struct str folder);

/* An absolute path as it is shown: relative if it is below the current folder. */
struct str path_shown(struct arena *arena, struct str path);

/*
 * The existing path nearest to one that does not exist: each name that is missing in its
 * folder is replaced by the nearest one in it (lint/base/suggest.h). Empty when none is
 * near; relative when path is.
 */
struct str path_nearest(struct arena *arena, struct str path);

/* The names in a folder ("" is the current one), in no order, 4096 at most; none when it
 * cannot be read. */
struct str_list path_names(struct arena *arena, struct str folder);

#endif
