/* attributes.c - extended attributes of a file: what a system keeps beside its bytes */

#include "lint/files/attributes.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#if defined(__linux__) || defined(__APPLE__)
#include <sys/xattr.h>
#endif

#include "lint/base/memory.h"

/* As large as Linux allows for all names, and for one value. */
enum { ATTRIBUTES_MAX = 64 * 1024 };

#ifdef __APPLE__
static ssize_t list(int fd, char *names, size_t size)
{
    return flistxattr(fd, names, size, 0);
}

static ssize_t get(int fd, const char *name, void *value, size_t size)
{
    return fgetxattr(fd, name, value, size, 0, 0);
}

static int set(int fd, const char *name, const void *value, size_t size)
{
    return fsetxattr(fd, name, value, size, 0, 0);
}
#elif defined(__linux__)
static ssize_t list(int fd, char *names, size_t size)
{
    return flistxattr(fd, names, size);
}

static ssize_t get(int fd, const char *name, void *value, size_t size)
{
    return fgetxattr(fd, name, value, size);
}

static int set(int fd, const char *name, const void *value, size_t size)
{
    return fsetxattr(fd, name, value, size, 0);
}
#else
static ssize_t list(int fd, char *names, size_t size)
{
    (void)fd;
    (void)names;
    (void)size;
    return 0;
}

static ssize_t get(int fd, const char *name, void *value, size_t size)
{
    (void)name;
    (void)value;
    return list(fd, NULL, size);
}

static int set(int fd, const char *name, const void *value, size_t size)
{
    return (int)get(fd, name, (void *)value, size);
}
#endif

/* Labels of the system's security are given to every file by its own rules. */
static bool is_of_system(const char *name)
{
    return strncmp(name, "security.", 9) == 0 || strncmp(name, "trusted.", 8) == 0;
}

static bool copy_one(int from, int to, const char *name, char *value)
{
    ssize_t size = get(from, name, value, ATTRIBUTES_MAX);

    if (size >= 0 && set(to, name, value, (size_t)size) == 0)
        return true;
    return is_of_system(name);
}

static bool copy_all(int from, int to, const char *names, const char *end)
{
    char *value = memory_alloc(ATTRIBUTES_MAX);
    bool done = true;

    for (; done && names < end; names += strlen(names) + 1)
        done = copy_one(from, to, names, value);
    free(value);
    return done;
}

bool attributes_copy(int from, int to)
{
    char *names = memory_alloc(ATTRIBUTES_MAX);
    ssize_t size = list(from, names, ATTRIBUTES_MAX);
    bool done = size >= 0 || errno == ENOTSUP;

    if (size > 0)
        done = copy_all(from, to, names, names + size);
    free(names);
    return done;
}
