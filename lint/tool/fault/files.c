/* files.c - calls about files, which may fail */

#define _GNU_SOURCE

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "lint/tool/fault/strike.h"

/* The third argument of open() and its like: a mode, a number or a pointer. */
static void *third(va_list args)
{
    return va_arg(args, void *);
}

int open(const char *path, int flags, ...)
{
    int (*next)(const char *, int, ...);
    va_list args;
    void *mode;

    va_start(args, flags);
    mode = third(args);
    va_end(args);
    find_next(&next, "open");
    return fails("open", EMFILE) ? -1 : next(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    int (*next)(int, const char *, int, ...);
    va_list args;
    void *mode;

    va_start(args, flags);
    mode = third(args);
    va_end(args);
    find_next(&next, "openat");
    return fails("openat", EMFILE) ? -1 : next(folder, path, flags, mode);
}

int fcntl(int fd, int command, ...)
{
    int (*next)(int, int, ...);
    va_list args;
    void *value;

    va_start(args, command);
    value = third(args);
    va_end(args);
    find_next(&next, "fcntl");
    return fails("fcntl", EINVAL) ? -1 : next(fd, command, value);
}

int ioctl(int fd, unsigned long request, ...)
{
    int (*next)(int, unsigned long, ...);
    va_list args;
    void *value;

    va_start(args, request);
    value = third(args);
    va_end(args);
    find_next(&next, "ioctl");
    return fails("ioctl", ENOTTY) ? -1 : next(fd, request, value);
}

/* What fails has closed the descriptor all the same. */
int close(int fd)
{
    int (*next)(int);
    int result;

    find_next(&next, "close");
    result = next(fd);
    return fails("close", EIO) ? -1 : result;
}

ssize_t flistxattr(int fd, char *names, size_t size)
{
    ssize_t (*next)(int, char *, size_t);

    find_next(&next, "flistxattr");
    return fails("flistxattr", EIO) ? -1 : next(fd, names, size);
}

ssize_t fgetxattr(int fd, const char *name, void *value, size_t size)
{
    ssize_t (*next)(int, const char *, void *, size_t);

    find_next(&next, "fgetxattr");
    return fails("fgetxattr", EIO) ? -1 : next(fd, name, value, size);
}

int fsetxattr(int fd, const char *name, const void *value, size_t size, int flags)
{
    int (*next)(int, const char *, const void *, size_t, int);

    find_next(&next, "fsetxattr");
    return fails("fsetxattr", ENOSPC) ? -1 : next(fd, name, value, size, flags);
}

size_t fwrite(const void *from, size_t size, size_t count, FILE *to)
{
    size_t (*next)(const void *, size_t, size_t, FILE *);

    find_next(&next, "fwrite");
    return fails("fwrite", EIO) ? 0 : next(from, size, count, to);
}

FILE *fopen(const char *path, const char *mode)
{
    FILE *(*next)(const char *, const char *);

    find_next(&next, "fopen");
    return fails("fopen", EMFILE) ? NULL : next(path, mode);
}

/* The file whose reading failed, which ferror() has to tell. */
static FILE *unreadable;

size_t fread(void *to, size_t size, size_t count, FILE *from)
{
    size_t (*next)(void *, size_t, size_t, FILE *);

    find_next(&next, "fread");
    if (!fails("fread", EIO))
        return next(to, size, count, from);
    unreadable = from;
    return 0;
}

int ferror(FILE *file)
{
    int (*next)(FILE *);

    find_next(&next, "ferror");
    return file == unreadable ? 1 : next(file);
}

int fclose(FILE *file)
{
    int (*next)(FILE *);
    int result;

    find_next(&next, "fclose");
    result = next(file);
    return fails("fclose", EIO) ? EOF : result;
}

int fflush(FILE *file)
{
    int (*next)(FILE *);

    find_next(&next, "fflush");
    return fails("fflush", EIO) ? EOF : next(file);
}

int access(const char *path, int mode)
{
    int (*next)(const char *, int);

    find_next(&next, "access");
    return fails("access", EACCES) ? -1 : next(path, mode);
}

int closedir(DIR *folder)
{
    int (*next)(DIR *);

    find_next(&next, "closedir");
    return fails("closedir", EBADF) ? -1 : next(folder);
}

int fchmod(int fd, mode_t mode)
{
    int (*next)(int, mode_t);

    find_next(&next, "fchmod");
    return fails("fchmod", EPERM) ? -1 : next(fd, mode);
}

int fchown(int fd, uid_t user, gid_t group)
{
    int (*next)(int, uid_t, gid_t);

    find_next(&next, "fchown");
    return fails("fchown", EPERM) ? -1 : next(fd, user, group);
}

int fstat(int fd, struct stat *info)
{
    int (*next)(int, struct stat *);

    find_next(&next, "fstat");
    return fails("fstat", EIO) ? -1 : next(fd, info);
}

int fstatat(int folder, const char *path, struct stat *info, int flags)
{
    int (*next)(int, const char *, struct stat *, int);

    find_next(&next, "fstatat");
    return fails("fstatat", EIO) ? -1 : next(folder, path, info, flags);
}

int fsync(int fd)
{
    int (*next)(int);

    find_next(&next, "fsync");
    return fails("fsync", EIO) ? -1 : next(fd);
}

char *getcwd(char *path, size_t size)
{
    char *(*next)(char *, size_t);

    find_next(&next, "getcwd");
    return fails("getcwd", ENOENT) ? NULL : next(path, size);
}

int isatty(int fd)
{
    int (*next)(int);

    find_next(&next, "isatty");
    return fails("isatty", ENOTTY) ? 0 : next(fd);
}

int lstat(const char *path, struct stat *info)
{
    int (*next)(const char *, struct stat *);

    find_next(&next, "lstat");
    return fails("lstat", ENOMEM) ? -1 : next(path, info);
}

int mkdir(const char *path, mode_t mode)
{
    int (*next)(const char *, mode_t);

    find_next(&next, "mkdir");
    return fails("mkdir", ENOSPC) ? -1 : next(path, mode);
}

DIR *opendir(const char *path)
{
    DIR *(*next)(const char *);

    find_next(&next, "opendir");
    return fails("opendir", EMFILE) ? NULL : next(path);
}

DIR *fdopendir(int fd)
{
    DIR *(*next)(int);

    find_next(&next, "fdopendir");
    return fails("fdopendir", ENOMEM) ? NULL : next(fd);
}

ssize_t read(int fd, void *to, size_t size)
{
    ssize_t (*next)(int, void *, size_t);

    find_next(&next, "read");
    return fails("read", EIO) ? -1 : next(fd, to, size);
}

struct dirent *readdir(DIR *folder)
{
    struct dirent *(*next)(DIR *);

    find_next(&next, "readdir");
    return fails("readdir", EIO) ? NULL : next(folder);
}

ssize_t readlink(const char *path, char *to, size_t size)
{
    ssize_t (*next)(const char *, char *, size_t);

    find_next(&next, "readlink");
    return fails("readlink", EIO) ? -1 : next(path, to, size);
}

ssize_t readlinkat(int folder, const char *path, char *to, size_t size)
{
    ssize_t (*next)(int, const char *, char *, size_t);

    find_next(&next, "readlinkat");
    return fails("readlinkat", EIO) ? -1 : next(folder, path, to, size);
}

char *realpath(const char *path, char *to);

char *realpath(const char *path, char *to)
{
    char *(*next)(const char *, char *);

    find_next(&next, "realpath");
    return fails("realpath", ENOMEM) ? NULL : next(path, to);
}

int rename(const char *from, const char *to)
{
    int (*next)(const char *, const char *);

    find_next(&next, "rename");
    return fails("rename", EIO) ? -1 : next(from, to);
}

int stat(const char *path, struct stat *info)
{
    int (*next)(const char *, struct stat *);

    find_next(&next, "stat");
    return fails("stat", ENOMEM) ? -1 : next(path, info);
}

int unlink(const char *path)
{
    int (*next)(const char *);

    find_next(&next, "unlink");
    return fails("unlink", EIO) ? -1 : next(path);
}

ssize_t write(int fd, const void *from, size_t size)
{
    ssize_t (*next)(int, const void *, size_t);

    find_next(&next, "write");
    return fails("write", ENOSPC) ? -1 : next(fd, from, size);
}

ssize_t writev(int fd, const struct iovec *parts, int count)
{
    ssize_t (*next)(int, const struct iovec *, int);

    find_next(&next, "writev");
    return fails("writev", EIO) ? -1 : next(fd, parts, count);
}
