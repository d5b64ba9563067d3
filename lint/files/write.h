/* write.h - a file that is written is whole, or it is what it was before */
#ifndef LINT_FILES_WRITE_H
#define LINT_FILES_WRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"

/*
 * A file on its way. A regular file, or one that is not there yet, is written under
 * another name in the same folder and takes its place in one step when it is complete;
 * a device or a pipe is written to at once. Paths live in the arena that it was opened
 * with.
 */
struct file_writer {
    int fd;               /* -1 when nothing is open */
    struct str path;      /* what is replaced: symbolic links are followed */
    struct str temporary; /* empty for devices and pipes */
};

/*
 * Opens path for writing. False when that fails: then *reason says why in static text or
 * strerror's, nothing is open and nothing has changed.
 */
bool file_writer_open(struct file_writer *writer, struct arena *arena, const char *path,
                      const char **reason);

/*
 * Writes all bytes, over interrupted calls. False, with errno set, when that failed; the
 * writer is still to be abandoned.
 */
bool file_writer_add(struct file_writer *writer, const void *bytes, size_t size);

/*
 * Puts the complete file in its place: flushed to the disk, with the mode and, where the
 * system allows, the owner of the one it replaces. Closes the writer. False when that
 * fails, with *reason as above; then the old file is what it was and the temporary one is
 * gone.
 */
bool file_writer_commit(struct file_writer *writer, const char **reason);

/* Closes the writer and removes what was written, unless that went to a device or pipe.
 * Does nothing when none is open. */
void file_writer_abandon(struct file_writer *writer);

#endif
