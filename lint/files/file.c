/* file.c - reading a file whole */

#include "lint/files/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lint/base/reason.h"
#include "lint/files/open_real.h"

static const char too_large[] = "larger than stet reads";

const char *file_reason(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return "no such file";
    case EACCES:
    case EPERM:
        return "permission denied";
    case ELOOP:
        return "a loop of symbolic links";
    case ENAMETOOLONG:
        return "the name is too long";
    case EISDIR:
        return "a folder";
    default:
        return strerror(error);
    }
}

static bool read_all(int fd, size_t expected, size_t max, struct buf *out,
                     const char **reason)
{
    enum { STEP = 64 * 1024 };
    ssize_t got;

    for (;;) {
        size_t room = expected > out->len ? expected - out->len + 1 : STEP;
        got = read(fd, buf_reserve(out, room + 1), room);
        if (got == 0)
            break;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail_because(reason, file_reason(errno));
        out->len += (size_t)got;
        if (out->len > max)
            return fail_because(reason, too_large);
        /* A regular file gives less than was asked for only at its end. */
        if (expected && out->len == expected)
            break;
    }
    *buf_reserve(out, 1) = '\0';
    return true;
}

static struct file_stamp stamp_of(const struct stat *info)
{
#ifdef __APPLE__
    struct timespec changed = info->st_mtimespec;
#else
    struct timespec changed = info->st_mtim;
#endif

    return (struct file_stamp){(uint64_t)info->st_dev,  (uint64_t)info->st_ino,
                               (uint64_t)info->st_size, changed.tv_sec,
                               changed.tv_nsec,         (uint64_t)info->st_nlink};
}

bool file_stamp_equal(const struct file_stamp *a, const struct file_stamp *b)
{
    return a->device == b->device && a->inode == b->inode && a->size == b->size &&
           a->seconds == b->seconds && a->nanoseconds == b->nanoseconds;
}

/* The stamp of an open file; false when it cannot be read whole. */
static bool usable(int fd, size_t max, struct file_stamp *stamp, const char **reason)
{
    struct stat info;

    if (fstat(fd, &info) < 0)
        return fail_because(reason, file_reason(errno));
    if (S_ISDIR(info.st_mode))
        return fail_because(reason, "a folder");
    if (!S_ISREG(info.st_mode))
        return fail_because(reason, "not a regular file");
    if ((unsigned long long)info.st_size > max)
        return fail_because(reason, too_large);
    *stamp = stamp_of(&info);
    return true;
}

/* O_NONBLOCK, so that a FIFO put there after discovery cannot block. */
enum { READ_FLAGS = O_RDONLY | O_NONBLOCK | O_CLOEXEC };

/* Reads what is open, and closes it. */
static bool read_open(int fd, size_t max, struct buf *out, struct file_stamp *stamp,
                      const char **reason)
{
    bool done = usable(fd, max, stamp, reason) &&
                read_all(fd, (size_t)stamp->size, max, out, reason);

    close(fd);
    return done;
}

bool file_read(const char *path, size_t max, struct buf *out, const char **reason)
{
    struct file_stamp stamp;
    int fd;

    out->len = 0;
    if (!path)
        return read_all(STDIN_FILENO, 0, max, out, reason);
    fd = open(path, READ_FLAGS);
    if (fd < 0)
        return fail_because(reason, file_reason(errno));
    return read_open(fd, max, out, &stamp, reason);
}

bool file_read_real(struct str path, size_t max, struct buf *out,
                    struct file_stamp *stamp, const char **reason)
{
    struct file_stamp unwanted;
    int fd = open_real(path, READ_FLAGS);

    out->len = 0;
    if (fd < 0 && errno == ELOOP)
        return fail_because(reason, "a link was put on its path while stet looked");
    if (fd < 0)
        return fail_because(reason, file_reason(errno));
    return read_open(fd, max, out, stamp ? stamp : &unwanted, reason);
}

void file_log_add(struct file_log *log, struct str path)
{
    if (!log)
        return;
    log->paths = arena_make_room(log->arena, log->paths, log->count, &log->capacity,
                                 sizeof(*log->paths));
    log->paths[log->count++] = arena_str(log->arena, path);
}

bool file_log_has(const struct file_log *log, const char *path)
{
    struct stat wanted, info;

    if (stat(path, &wanted) < 0)
        return false;
    for (uint32_t i = 0; i < log->count; i++)
        if (stat(log->paths[i].data, &info) == 0 && info.st_dev == wanted.st_dev &&
            info.st_ino == wanted.st_ino)
            return true;
    return false;
}
