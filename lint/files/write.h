/* write.h - writing a file in one step: it is complete, or unchanged */
#ifndef LINT_FILES_WRITE_H
#define LINT_FILES_WRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"

/*
 * A file that is being written. A regular file, or one that does not exist yet, is
 * written under another name in the same folder and moved into place when it is complete;
 * a device or a pipe is written to directly. The paths live in the arena that it was
 * opened with.
 */
struct file_writer {
    int fd;               /* -1 when nothing is open */
    struct str path;      /* the file to be replaced, symbolic links followed */
    struct str temporary; /* empty for devices and pipes */
};

/*
 * Opens path for writing. False on failure: then *reason is file_reason() or other static
 * text, nothing is open and nothing has changed. After success the writer is to be
 * committed or abandoned.
 */
bool file_writer_open(struct file_writer *writer, struct arena *arena, const char *path,
                      const char **reason);

/*
 * Writes size bytes, going on after interrupted calls. False, with errno set, on failure;
 * the writer is still to be abandoned.
 */
bool file_writer_add(struct file_writer *writer, const void *bytes, size_t size);

/*
 * Moves the complete file into place: flushed to the disk, with the mode and, where the
 * system allows, the owner of the file it replaces. Closes the writer in any case. False
 * on failure, with *reason as above; then the old file is unchanged and the temporary one
 * removed.
 */
bool file_writer_commit(struct file_writer *writer, const char **reason);

/* Closes the writer and removes what was written, unless that went to a device or a pipe.
 * Does nothing after a commit. */
void file_writer_abandon(struct file_writer *writer);

#endif
