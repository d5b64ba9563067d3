/* reach.h - the folders that may be read: the project, and what the user allows */
#ifndef LINT_FILES_REACH_H
#define LINT_FILES_REACH_H

#include "lint/files/inside.h"

/* Absolute folders, links resolved. */
struct reach {
    struct str root;         /* of the project */
    struct str_list allowed; /* in addition, by the command line */
};

/*
 * What is at an absolute path, which is as it was written and followed by a NUL.
 * INSIDE_LEAVES for everything outside of the project and the allowed folders, whether it
 * exists or not: nothing is disclosed about it.
 */
struct inside_place reach_find(struct arena *arena, const struct reach *reach,
                               struct str path);

/* The existing path nearest to one in the project that does not exist; else empty. */
struct str reach_nearest(struct arena *arena, const struct reach *reach, struct str path);

#endif
