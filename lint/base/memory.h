/* memory.h - allocation that cannot fail, and bugs */
#ifndef LINT_BASE_MEMORY_H
#define LINT_BASE_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* Exit status of a process that ran out of memory, if it has chosen no other; a worker's
 * parent makes it a finding. */
enum { EXIT_OUT_OF_MEMORY = 71 };

/* How a process ends when it has no memory left. */
struct memory_end {
    int status; /* 0: EXIT_OUT_OF_MEMORY */
    /* Called after the message on stderr, or NULL. It uses memory that was allocated
     * before; when it allocates more and there is none, the process ends there. */
    void (*last_words)(void *context);
    void *context;
    bool spoken; /* the message has been written to stderr */
};

/* Applies from now on to this process, and to those that it forks until they call it
 * themselves. */
void memory_at_end(struct memory_end end);

/* Says so on stderr and ends the process as memory_at_end() says, without flushing stdio:
 * a tool has no better answer. */
_Noreturn void out_of_memory(void);

/* malloc, realloc and calloc that never return NULL, not even for a size of 0: they call
 * out_of_memory() instead. The caller owns the result and frees it with free(). */
void *memory_alloc(size_t size);
void *memory_grow(void *old, size_t size);
void *memory_zeroed(size_t count, size_t size);

/* Memory that this process frees, up to some megabytes, stays with it and with those that
 * it forks, but for pieces of more than `alone` bytes: giving it back and taking it again
 * costs more than to read a long article. Does nothing where the C library cannot be told
 * so. */
void memory_keep(int alone);

/* Gives the pages that lie in the memory back to the system before the memory is freed,
 * which it still is to be: what is in it is lost. For some hundred kilobytes or more.
 * Does nothing where the system cannot be told so. */
void memory_discard(void *memory, size_t size);

/* Gives what is free back to the system, also what memory_keep() would keep: for when
 * much has been freed, and more is needed in larger pieces. Takes some microseconds for
 * each megabyte. Does nothing where the C library cannot be told so. */
void memory_trim(void);

/*
 * What is allocated next, up to two megabytes, will lie in one large page, in this
 * process and in those that it forks before it allocates: to take that costs no more than
 * some dozens of small ones, of which it saves hundreds. As long as nothing is used of it
 * it is no memory, then all of it is. Does nothing where the system or the C library has
 * no such thing.
 */
void memory_prefer_large_page(void);

/*
 * Makes room for one more item of size bytes in an array of count items from malloc.
 * Returns items itself or, when all *capacity items are in use, the array moved to where
 * there is at least twice the room; items is then no longer valid. items is NULL when
 * *capacity is 0. What follows the count items is not zeroed. For arrays in an arena:
 * arena_make_room().
 */
void *memory_make_room(void *items, size_t count, size_t *capacity, size_t size);

/* For a state that the program rules out: says on stderr what it is and where to report
 * it, and aborts. */
_Noreturn void bug(const char *what);

#endif
