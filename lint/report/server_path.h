/* server_path.h - paths as servers know them: from the root of the repository */
#ifndef LINT_REPORT_SERVER_PATH_H
#define LINT_REPORT_SERVER_PATH_H

#include "lint/base/buf.h"
#include "lint/base/str.h"

/* The two parts of such a path: with a slash between them, or `rest` alone. Views. */
struct server_path {
    struct str base;
    struct str rest;
};

/* Needs no memory, as the last words of a run that has none left must not. */
struct server_path server_path_of(struct str path, const char *folder, const char *below);

/*
 * Appends a path from folder on, an absolute one: an absolute path that is below it is
 * cut off, one elsewhere stays, and any other begins in `below`, a path from folder on.
 * Steps
 * `./` at its start are left out, and steps `../` followed as far as `below` goes. Both
 * may be NULL: not known; folder itself. Paths are bytes, which are not escaped.
 */
void server_path_add(struct buf *out, struct str path, const char *folder,
                     const char *below);

#endif
