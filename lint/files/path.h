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

/* Is path inside folder, at any depth? *rest gets what stands behind it. Both absolute.
 */
bool path_inside(struct str path, struct str folder, struct str *rest);

/*
 * The nearest folder, from this absolute one upwards, with a `.git` in it: a view
 * of folder, or an empty string when there is none.
 */
struct str path_repository(struct arena *arena, struct str folder);

/*
 * The root of the project that a file in this absolute folder belongs to: its repository;
 * without one the current folder, if that holds it, or else the folder itself. Nothing
 * that an article or a schema refers to lies outside of it.
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
