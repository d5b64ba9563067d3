/* open_real.h - opening a path that must not contain links */
#ifndef LINT_FILES_OPEN_REAL_H
#define LINT_FILES_OPEN_REAL_H

#include "lint/base/str.h"

/* The longest name in a path, in bytes: as long as current file systems allow. */
enum { NAME_LIMIT = 255 };

/*
 * open() of an absolute path, followed by a NUL, that follows no symbolic link, not even
 * one to a folder in the path. Returns the descriptor, which the caller closes, or -1
 * with errno set: ELOOP when there is a link (or ENOTDIR, for a folder where the path is
 * opened step by step).
 */
int open_real(struct str path, int flags);

/* The same on any POSIX system: what open_real() does where the system cannot do it. */
int open_real_by_steps(struct str path, int flags);

#endif
