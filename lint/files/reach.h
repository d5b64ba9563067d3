/* reach.h - how far what is read may reach: the project, and what the user allows */
#ifndef LINT_FILES_REACH_H
#define LINT_FILES_REACH_H

#include "lint/files/inside.h"

/* Absolute folders, links resolved. */
struct reach {
    struct str root;         /* of the project */
    struct str_list allowed; /* by the command line, besides */
};

/*
 * What is at an absolute path, as it is written. INSIDE_LEAVES for all that lies neither
 * in the project nor in an allowed folder, whatever may be there: nothing is told of it.
 */
struct inside_place reach_find(struct arena *arena, const struct reach *reach,
                               struct str path);

/* Of a path in the project that is not there, the nearest one that is; else empty. */
struct str reach_nearest(struct arena *arena, const struct reach *reach, struct str path);

#endif
