/* file.c - reading a file whole */

#include "lint/files/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

static const char *read_all(int fd, size_t expected, size_t max, struct buf *out)
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
            return file_reason(errno);
        out->len += (size_t)got;
        if (out->len > max)
            return too_large;
        /* A regular file gives less than was asked for only at its end. */
        if (expected && out->len == expected)
            break;
    }
    *buf_reserve(out, 1) = '\0';
    return NULL;
}

/* O_NONBLOCK so that a FIFO swapped in after discovery cannot hold us up. */
enum { READ_FLAGS = O_RDONLY | O_NONBLOCK | O_CLOEXEC };

/* Reads what is open, and closes it. */
static const char *read_open(int fd, size_t max, struct buf *out)
{
    const char *reason;
    struct stat info;

    if (fstat(fd, &info) < 0)
        reason = file_reason(errno);
    else if (S_ISDIR(info.st_mode))
        reason = "a folder";
    else if (!S_ISREG(info.st_mode))
        reason = "not a regular file";
    else if ((unsigned long long)info.st_size > max)
        reason = too_large;
    else
        reason = read_all(fd, (size_t)info.st_size, max, out);
    close(fd);
    return reason;
}

const char *file_read(const char *path, size_t max, struct buf *out)
{
    int fd;

    out->len = 0;
    if (!path)
        return read_all(STDIN_FILENO, 0, max, out);
    fd = open(path, READ_FLAGS);
    return fd < 0 ? file_reason(errno) : read_open(fd, max, out);
}

const char *file_read_real(struct str path, size_t max, struct buf *out)
{
    int fd = open_real(path, READ_FLAGS);

    out->len = 0;
    if (fd < 0 && errno == ELOOP)
        return "a link was put on its path while stet looked";
    return fd < 0 ? file_reason(errno) : read_open(fd, max, out);
}
