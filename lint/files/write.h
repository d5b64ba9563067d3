/* write.h - writing a file in one step: it is complete, or unchanged */
#ifndef LINT_FILES_WRITE_H
#define LINT_FILES_WRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"
#include "lint/files/file.h"

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
    const struct file_as_read *read; /* what must still be there; NULL: anything */
};

/* A file whose text was read, and what it was then. */
struct file_as_read {
    struct str path; /* absolute, links resolved, followed by a NUL */
    struct file_stamp stamp;
    struct str text;
};

/*
 * Opens path for writing; what is a name of a descriptor (`/dev/stdout`, `/dev/fd/3`) is
 * written on with, not opened anew or replaced. False on failure: then *reason is
 * file_reason() or other static text, nothing is open and nothing has changed. After
 * success the writer is to be committed or abandoned.
 */
bool file_writer_open(struct file_writer *writer, struct arena *arena, const char *path,
                      const char **reason);

/*
 * The same for another text of a file that was read, which is not copied and must live as
 * long. A file with more than one name is refused: the others would keep the old text.
 * Refused are also a file in a folder `.git`, which belongs to git, and a path with a
 * link on it, for it led elsewhere when it was read. When the file is no longer what was
 * read, the commit fails.
 */
bool file_writer_open_read(struct file_writer *writer, struct arena *arena,
                           const struct file_as_read *read, const char **reason);

/*
 * Writes size bytes, going on after interrupted calls. False, with errno set, on failure;
 * the writer is still to be abandoned.
 */
bool file_writer_add(struct file_writer *writer, const void *bytes, size_t size);

/*
 * Moves the complete file into place: flushed to the disk, with the mode, the extended
 * attributes and, where the system allows, the owner of the file it replaces. Closes the
 * writer in any case. False on failure, with *reason as above; then the old file is
 * unchanged and the temporary one removed.
 */
bool file_writer_commit(struct file_writer *writer, const char **reason);

/* Closes the writer and removes what was written, unless that went to a device or a pipe.
 * Does nothing after a commit. */
void file_writer_abandon(struct file_writer *writer);

#endif
