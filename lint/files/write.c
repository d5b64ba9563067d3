/* write.c - writing a file in one step: it is complete, or unchanged */

#include "lint/files/write.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lint/base/ascii.h"
#include "lint/base/reason.h"
#include "lint/files/attributes.h"
#include "lint/files/file.h"
#include "lint/files/path.h"

enum {
    MAX_LINKS = 40,  /* the most links of one path: as many as Linux follows */
    MAX_TRIES = 100, /* to find a free name for the temporary file */
    DESCRIPTOR_DIGITS = 6,
};

/* Follows path while it is a symbolic link, even to a file that does not exist yet. */
static bool follow(struct arena *arena, struct str *path, const char **reason)
{
    char target[PATH_MAX];

    for (int links = 0; links <= MAX_LINKS; links++) {
        ssize_t len = readlink(path->data, target, sizeof(target));

        if (len < 0 && (errno == EINVAL || errno == ENOENT))
            return true;
        if (len < 0)
            return fail_because(reason, file_reason(errno));
        if ((size_t)len == sizeof(target))
            return fail_because(reason, file_reason(ENAMETOOLONG));
        struct str text = {target, (size_t)len};

        *path = *target == '/' ? arena_str(arena, text)
                               : path_join(arena, path_folder(*path), text);
    }
    return fail_because(reason, file_reason(ELOOP));
}

static bool open_in_place(struct file_writer *writer, const char **reason)
{
    writer->fd = open(writer->path.data, O_WRONLY | O_CLOEXEC);
    return writer->fd >= 0 || fail_because(reason, file_reason(errno));
}

static bool open_beside(struct file_writer *writer, struct arena *arena,
                        const char **reason)
{
    struct str folder = path_folder(writer->path);
    struct str name = path_name(writer->path);

    for (int i = 0; i < MAX_TRIES; i++) {
        struct str other = arena_format(arena, ".%.*s.stet-%ld-%d", (int)name.len,
                                        name.data, (long)getpid(), i);

        writer->temporary = path_join(arena, folder, other);
        writer->fd =
            open(writer->temporary.data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (writer->fd >= 0)
            return true;
        if (errno != EEXIST)
            break;
    }
    return fail_because(reason, errno == ENOENT ? "no such folder" : file_reason(errno));
}

/* The number after the name of a folder of descriptors; -1 when there is none. */
static int number_below(struct str path, struct str folder)
{
    int number = 0;

    if (!str_starts(path, folder) || path.len == folder.len ||
        path.len > folder.len + DESCRIPTOR_DIGITS)
        return -1;
    for (size_t i = folder.len; i < path.len; i++) {
        if (!is_ascii_digit(path.data[i]))
            return -1;
        number = number * 10 + (path.data[i] - '0');
    }
    return number;
}

/* The descriptor that a path is a name of, or -1. */
static int descriptor_named(struct str path)
{
    int number = number_below(path, STR("/dev/fd/"));

    if (str_is(path, "/dev/stdout"))
        return STDOUT_FILENO;
    if (str_is(path, "/dev/stderr"))
        return STDERR_FILENO;
    return number < 0 ? number_below(path, STR("/proc/self/fd/")) : number;
}

static bool open_again(struct file_writer *writer, int descriptor, const char **reason)
{
    writer->fd = fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    return writer->fd >= 0 || fail_because(reason, file_reason(errno));
}

bool file_writer_open(struct file_writer *writer, struct arena *arena, const char *path,
                      const char **reason)
{
    struct stat info;
    int descriptor = descriptor_named(str_from(path));

    *writer = (struct file_writer){.fd = -1, .path = arena_str(arena, str_from(path))};
    if (descriptor >= 0)
        return open_again(writer, descriptor, reason);
    if (!follow(arena, &writer->path, reason))
        return false;
    if (stat(writer->path.data, &info) < 0)
        return errno == ENOENT ? open_beside(writer, arena, reason)
                               : fail_because(reason, file_reason(errno));
    if (S_ISDIR(info.st_mode))
        return fail_because(reason, file_reason(EISDIR));
    if (!S_ISREG(info.st_mode))
        return open_in_place(writer, reason);
    /* A file that may not be written to is not replaced either. */
    if (access(writer->path.data, W_OK) < 0)
        return fail_because(reason, file_reason(errno));
    return open_beside(writer, arena, reason);
}

/* Is any folder of the path called `.git`? Some file systems ignore case. */
static bool is_of_git(struct str path)
{
    while (path.len) {
        struct str name = path_name(path);

        if (str_equal_ignore_case(name, STR(".git")))
            return true;
        path.len -= name.len + 1;
    }
    return false;
}

bool file_writer_open_read(struct file_writer *writer, struct arena *arena,
                           const struct file_as_read *read, const char **reason)
{
    *writer = (struct file_writer){.fd = -1, .path = read->path, .read = read};
    if (is_of_git(read->path))
        return fail_because(reason, "what is in a folder `.git` belongs to git");
    if (read->stamp.links > 1)
        return fail_because(reason, "it has more than one name (hard links), and the "
                                    "others would keep the old text");
    if (access(read->path.data, W_OK) < 0)
        return fail_because(reason, file_reason(errno));
    return open_beside(writer, arena, reason);
}

bool file_writer_add(struct file_writer *writer, const void *bytes, size_t size)
{
    const char *at = bytes;

    while (size > 0) {
        ssize_t wrote = write(writer->fd, at, size);

        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return false;
        at += wrote;
        size -= (size_t)wrote;
    }
    return true;
}

/* Only root may give files away, and others only to groups that they are in. */
static void keep_owner(int fd, const struct stat *old)
{
    struct stat new;

    if (fstat(fd, &new) == 0 && new.st_uid == old->st_uid &&new.st_gid == old->st_gid)
        return;
    if (fchown(fd, old->st_uid, old->st_gid) < 0 &&
        fchown(fd, (uid_t)-1, old->st_gid) < 0)
        errno = 0;
}

/* What may be written but not read has attributes that nobody sees. */
static bool keep_attributes(const struct file_writer *writer)
{
    int old = open(writer->path.data, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    bool kept;
    int error;

    if (old < 0)
        return errno == EACCES && !writer->read;
    kept = attributes_copy(old, writer->fd);
    error = errno;
    close(old);
    errno = error;
    return kept;
}

/* Gives the new file what the old one has besides its bytes, if there is one. A change of
 * owner may clear bits of the mode, so that comes later. */
static bool keep_mode(const struct file_writer *writer)
{
    struct stat old;

    if (stat(writer->path.data, &old) < 0)
        return errno == ENOENT && !writer->read;
    keep_owner(writer->fd, &old);
    return fchmod(writer->fd, old.st_mode & 07777) == 0 && keep_attributes(writer);
}

/* Some file systems cannot flush, which is not a failure to write. */
static bool flush(int fd)
{
    return fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP;
}

static bool close_writer(struct file_writer *writer)
{
    int fd = writer->fd;

    writer->fd = -1;
    return close(fd) == 0;
}

/* Looked at last, so that little time is left for a change that is not seen. */
static bool is_as_read(const struct file_writer *writer)
{
    const struct file_as_read *read = writer->read;
    struct buf text = BUF_INIT;
    struct file_stamp stamp;
    const char *reason;
    bool same;

    if (!read)
        return true;
    same = file_read_real(read->path, read->text.len, &text, &stamp, &reason) &&
           file_stamp_equal(&stamp, &read->stamp) &&
           str_equal(buf_str(&text), read->text);
    buf_release(&text);
    return same;
}

/* Completes the temporary file and moves it into place. Closes the writer in any case. */
static bool move_into_place(struct file_writer *writer, const char **reason)
{
    bool complete = keep_mode(writer) && flush(writer->fd);
    int error = errno;

    if (!close_writer(writer) && complete)
        return fail_because(reason, file_reason(errno));
    if (!complete)
        return fail_because(reason, file_reason(error));
    if (!is_as_read(writer))
        return fail_because(reason, "it was changed while stet mended it");
    if (rename(writer->temporary.data, writer->path.data) < 0)
        return fail_because(reason, file_reason(errno));
    return true;
}

bool file_writer_commit(struct file_writer *writer, const char **reason)
{
    if (!writer->temporary.len)
        return close_writer(writer) || fail_because(reason, file_reason(errno));
    if (move_into_place(writer, reason))
        return true;
    unlink(writer->temporary.data);
    return false;
}

void file_writer_abandon(struct file_writer *writer)
{
    if (writer->fd < 0)
        return;
    close_writer(writer);
    if (writer->temporary.len > 0)
        unlink(writer->temporary.data);
}
