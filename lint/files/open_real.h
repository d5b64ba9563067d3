/* open_real.h - opening a path that must have no links any more */
#ifndef LINT_FILES_OPEN_REAL_H
#define LINT_FILES_OPEN_REAL_H

#include "lint/base/str.h"

/* Of one name in a path: as long as every file system of today allows. */
enum { NAME_LIMIT = 255 };

/*
 * open() of an absolute path, ended by a NUL, that follows no symbolic link, not even in
 * the folders on the way. Returns the descriptor, or -1 with errno set: ELOOP (or
 * ENOTDIR, for a folder on the way where the system opens step by step) when there is a
 * link.
 */
int open_real(struct str path, int flags);

/* The same for any POSIX system: what open_real() does where there is no other way. */
int open_real_by_steps(struct str path, int flags);

#endif
