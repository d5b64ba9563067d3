/* memory.c - allocation that cannot fail, and bugs */

/* For madvise() and sbrk(), which are in no standard. */
#define _DEFAULT_SOURCE
#define _DARWIN_C_SOURCE

#include "lint/base/memory.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "lint/base/arena.h"

enum { FIRST_CAPACITY = 64 }; /* items */

/* How this process ends: an allocation that fails inside a library has no context. */
static struct memory_end at_end;

void memory_at_end(struct memory_end end)
{
    at_end = end;
}

static void say_so(void)
{
    static const char message[] = "stet: out of memory\n";

    /* write() and _exit() only: stdio may allocate, and a worker must not flush what it
     * inherited from its parent. */
    if (write(STDERR_FILENO, message, sizeof(message) - 1) < 0)
        errno = 0; /* then there is no message */
}

void out_of_memory(void)
{
    struct memory_end end = at_end;

    /* Last words that run out of memory themselves end there. */
    at_end.last_words = NULL;
    at_end.spoken = true;
    if (!end.spoken)
        say_so();
    if (end.last_words)
        end.last_words(end.context);
    _exit(end.status ? end.status : EXIT_OUT_OF_MEMORY);
}

void memory_keep(int alone)
{
#ifdef __GLIBC__
    enum { KEPT = 16 * 1024 * 1024 };

    mallopt(M_TRIM_THRESHOLD, KEPT);
    mallopt(M_MMAP_THRESHOLD, alone);
#else
    (void)alone;
#endif
}

void memory_discard(void *memory, size_t size)
{
#ifdef MADV_DONTNEED
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    size_t before = (0 - (uintptr_t)memory) & (page - 1);

    if (size >= before + page)
        madvise((char *)memory + before, (size - before) & ~(page - 1), MADV_DONTNEED);
#else
    (void)memory;
    (void)size;
#endif
}

void memory_trim(void)
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

void memory_prefer_large_page(void)
{
#if defined(__GLIBC__) && defined(MADV_HUGEPAGE) && !ARENA_IS_WATCHED
    enum {
        PAGE = 2 * 1024 * 1024,
        NOTES = 64,       /* more than malloc() writes before what comes next */
        REST = 16 * 1024, /* more than it has left at the end of the heap */
        USUAL_MMAPS = 65536,
    };
    char *start;
    char *page;

    memory_trim();
    /* Not a piece of memory of its own, but the heap, which grows for it. */
    mallopt(M_MMAP_MAX, 0);
    start = malloc(PAGE - (uintptr_t)sbrk(0) % PAGE + PAGE + REST);
    mallopt(M_MMAP_MAX, USUAL_MMAPS);
    if (!start)
        return;
    page = start + NOTES;
    page += PAGE - (uintptr_t)page % PAGE;
    madvise(page, PAGE, MADV_HUGEPAGE);
    /* What is before the page stays in use, or it would be given first. */
    /* cppcheck-suppress leakReturnValNotUsed */
    if (!realloc(start, (size_t)(page - start) - NOTES))
        free(start);
#endif
}

void *memory_alloc(size_t size)
{
    void *memory = malloc(size ? size : 1);

    if (!memory)
        out_of_memory();
    return memory;
}

void *memory_grow(void *old, size_t size)
{
    void *memory = realloc(old, size ? size : 1);

    if (!memory)
        out_of_memory();
    return memory;
}

void *memory_make_room(void *items, size_t count, size_t *capacity, size_t size)
{
    size_t wanted = *capacity ? *capacity * 2 : FIRST_CAPACITY;

    if (count < *capacity)
        return items;
    if (wanted > SIZE_MAX / 2 / size)
        out_of_memory();
    *capacity = wanted;
    return memory_grow(items, wanted * size);
}

void *memory_zeroed(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size ? size : 1);

    if (!memory)
        out_of_memory();
    return memory;
}

void bug(const char *what)
{
    fprintf(stderr, "stet: bug: %s; please report it: " STET_HOMEPAGE "/issues\n", what);
    abort();
}
