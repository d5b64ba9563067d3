/* file.h - reading a file whole */
#ifndef LINT_FILES_FILE_H
#define LINT_FILES_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"
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

/* Which files were read, in the order they were. Everything lives in the arena. */
struct file_log {
    struct arena *arena;
    struct str *paths; /* ended by a NUL; one that was read twice stands twice */
    uint32_t count;
    uint32_t capacity;
};

/* Notes a path, which is copied. Does nothing when log is NULL. */
void file_log_add(struct file_log *log, struct str path);

/* Is the file at path there, and one of these files, under whatever name? */
bool file_log_has(const struct file_log *log, const char *path);

/* An errno as a writer can do something with it; strerror is not always that. */
const char *file_reason(int error);

#endif
