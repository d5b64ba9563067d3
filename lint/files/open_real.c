/* open_real.c - opening a path that must not contain links */

/* For O_PATH and syscall(); on macOS for O_NOFOLLOW_ANY. */
#define _GNU_SOURCE
#define _DARWIN_C_SOURCE

#include "lint/files/open_real.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/openat2.h>
#include <sys/syscall.h>
#endif

#ifndef O_PATH
#define O_PATH O_RDONLY
#endif

/* Lets the system take all steps at once. ENOSYS where it cannot, or must not. */
static int open_at_once(const char *path, int flags)
{
#if defined(__linux__) && defined(SYS_openat2)
    struct open_how how = {.flags = (unsigned long long)flags,
                           .resolve = RESOLVE_NO_SYMLINKS};
    long fd = syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof(how));

    /* Sandboxes refuse system calls they do not know with EPERM. */
    if (fd < 0 && errno == EPERM)
        errno = ENOSYS;
    return (int)fd;
#elif defined(O_NOFOLLOW_ANY)
    return open(path, flags | O_NOFOLLOW_ANY);
#else
    (void)path;
    (void)flags;
    errno = ENOSYS;
    return -1;
#endif
}

/* Opens a name in a folder and closes the folder; errno is that of openat(). */
static int step(int folder, const char *name, int flags)
{
    int fd = openat(folder, name, flags | O_NOFOLLOW | O_CLOEXEC);
    int error = errno;

    close(folder);
    errno = error;
    return fd;
}

int open_real_by_steps(struct str path, int flags)
{
    int fd = open("/", O_PATH | O_DIRECTORY | O_CLOEXEC);
    char name[NAME_LIMIT + 1];
    size_t at = 1;

    while (fd >= 0 && at < path.len) {
        const char *slash = memchr(path.data + at, '/', path.len - at);
        size_t len = slash ? (size_t)(slash - path.data) - at : path.len - at;

        if (len > NAME_LIMIT) {
            close(fd);
            errno = ENAMETOOLONG;
            return -1;
        }
        memcpy(name, path.data + at, len);
        name[len] = '\0';
        at += len + 1;
        fd = step(fd, name, slash ? O_PATH | O_DIRECTORY : flags);
    }
    return fd;
}

int open_real(struct str path, int flags)
{
    int fd = open_at_once(path.data, flags);

    if (fd >= 0 || errno != ENOSYS)
        return fd;
    return open_real_by_steps(path, flags);
}
