/* inside.h - paths that must not lead out of a folder */
#ifndef LINT_FILES_INSIDE_H
#define LINT_FILES_INSIDE_H

#include "lint/base/arena.h"
#include "lint/base/str.h"

enum inside {
    INSIDE_FILE,    /* a regular file */
    INSIDE_FOLDER,  /* a folder, perhaps the root itself */
    INSIDE_OTHER,   /* a FIFO, a device, … */
    INSIDE_MISSING, /* nothing is there */
    INSIDE_UNKNOWN, /* it cannot be examined: no permission, a loop of links, … */
    INSIDE_LEAVES,  /* `..` or a link leads out of the root */
};

/* What is at a path. */
struct inside_place {
    enum inside kind;
    struct str real;    /* absolute, without links, in the arena; empty for nothing */
    const char *reason; /* of INSIDE_UNKNOWN: static text or strerror's; else NULL */
};

/*
 * What is at path (relative to root, which is absolute and without links). `..` and
 * symbolic links are followed step by step, and the search ends as soon as one would
 * leave the root: nothing outside is ever examined.
 */
struct inside_place inside_find(struct arena *arena, struct str root, struct str path);

/*
 * The existing path nearest to one that does not exist: each name that is missing in its
 * folder is replaced by the nearest one in it. Relative to root; empty when none is near
 * or the path leaves the root.
 */
struct str inside_nearest(struct arena *arena, struct str root, struct str path);

#endif
