/* file.h - reading a file whole */
#ifndef LINT_FILES_FILE_H
#define LINT_FILES_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"

/*
 * Reads a regular file, or standard input when path is NULL, into out (emptied
 * first) and puts a NUL behind the bytes that len does not count. Anything else
 * (folder, FIFO, device) is refused without being opened for reading, as is more
 * than max bytes. False when that fails: then *reason says why in static text ("no such
 * file").
 */
bool file_read(const char *path, size_t max, struct buf *out, const char **reason);

/*
 * As file_read for an absolute path whose links were resolved before. A link on it now
 * was put there since: it is refused, so that what is read is what was looked at.
 */
bool file_read_real(struct str path, size_t max, struct buf *out, const char **reason);

/* An errno as a writer can do something with it; strerror is not always that. */
const char *file_reason(int error);

#endif
