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
 * Reads a regular file, or standard input when path is NULL, into out (emptied first),
 * followed by a NUL that len does not count. Anything else (folder, FIFO, device) and
 * anything longer than max bytes is refused. False on failure: then *reason is
 * file_reason() or other static text, and what is in out is undefined. out is the
 * caller's to release in both cases.
 */
bool file_read(const char *path, size_t max, struct buf *out, const char **reason);

/* What changes when a file is written to or replaced. */
struct file_stamp {
    uint64_t device;
    uint64_t inode;
    uint64_t size;
    int64_t seconds; /* of the last change of its bytes */
    int64_t nanoseconds;
    uint64_t links; /* names that the file has */
};

/*
 * As file_read() for an absolute path whose links were resolved before, followed by a
 * NUL. A link on it has been put there since: it is refused, so that what is read is what
 * was checked. *stamp, unless that is NULL, is that of the file before it was read.
 */
bool file_read_real(struct str path, size_t max, struct buf *out,
                    struct file_stamp *stamp, const char **reason);

/* Is it the same file, unchanged? How many names it has does not count. */
bool file_stamp_equal(const struct file_stamp *a, const struct file_stamp *b);

/* The files that were read, in the order of reading. All of it lives in the arena. */
struct file_log {
    struct arena *arena;
    struct str *paths; /* followed by a NUL; one that was read twice is here twice */
    uint32_t count;
    uint32_t capacity;
};

/* Adds a path, which is copied. Does nothing when log is NULL. */
void file_log_add(struct file_log *log, struct str path);

/* Is there a file at path that is one of these, under whatever name? */
bool file_log_has(const struct file_log *log, const char *path);

/* The reason for an errno in words that help an author: static text, else strerror's. */
const char *file_reason(int error);

#endif
