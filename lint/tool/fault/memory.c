/* memory.c - calls for memory, which may fail */

#define _GNU_SOURCE

#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/mman.h>

#include "lint/tool/fault/strike.h"

/* Those that glibc has for malloc() and its like: looking them up takes memory.
 */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void *realloc(void *old, size_t size);

void *malloc(size_t size)
{
    return fails("malloc", ENOMEM) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails("calloc", ENOMEM) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return fails("realloc", ENOMEM) ? NULL : __libc_realloc(old, size);
}

/* Of text that is written to memory. */
FILE *open_memstream(char **text, size_t *size)
{
    FILE *(*next)(char **, size_t *);

    find_next(&next, "open_memstream");
    return fails("open_memstream", ENOMEM) ? NULL : next(text, size);
}

int vfprintf(FILE *to, const char *format, va_list args)
{
    int (*next)(FILE *, const char *, va_list);

    find_next(&next, "vfprintf");
    return fails("vfprintf", ENOMEM) ? -1 : next(to, format, args);
}

void *mmap(void *place, size_t size, int protection, int flags, int fd, off_t offset)
{
    void *(*next)(void *, size_t, int, int, int, off_t);

    find_next(&next, "mmap");
    return fails("mmap", ENOMEM) ? MAP_FAILED
                                 : next(place, size, protection, flags, fd, offset);
}

int munmap(void *start, size_t size)
{
    int (*next)(void *, size_t);

    find_next(&next, "munmap");
    return fails("munmap", EINVAL) ? -1 : next(start, size);
}

int madvise(void *start, size_t size, int advice)
{
    int (*next)(void *, size_t, int);

    find_next(&next, "madvise");
    return fails("madvise", ENOMEM) ? -1 : next(start, size, advice);
}
