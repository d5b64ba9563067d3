/* inside.h - paths that must not lead out of a folder */
#ifndef LINT_FILES_INSIDE_H
#define LINT_FILES_INSIDE_H

#include "lint/base/arena.h"
#include "lint/base/str.h"

enum inside {
    INSIDE_FILE,    /* a regular file */
    INSIDE_FOLDER,  /* a folder, perhaps the root itself */
    INSIDE_OTHER,   /* a FIFO, a device, … */
    INSIDE_MISSING, /* nothing is there, or it may not be looked at */
    INSIDE_LEAVES,  /* `..` or a link leads out of the root */
};

/*
 * What is at path (relative to root, which is absolute and without links). `..` and
 * symbolic links are followed step by step, and as soon as one would leave the root the
 * search ends: nothing outside is ever touched, not even looked at. *real gets the
 * absolute path without links of what is there, else stays empty.
 */
enum inside inside_find(struct arena *arena, struct str root, struct str path,
                        struct str *real);

#endif
