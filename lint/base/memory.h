/* memory.h - what happens when there is none left */
#ifndef LINT_BASE_MEMORY_H
#define LINT_BASE_MEMORY_H

#include <stddef.h>

/* Exit status of a process that ran out of memory; a worker's parent makes it a finding.
 */
enum { EXIT_OUT_OF_MEMORY = 71 };

/* Says so on stderr and ends the process: a tool has no better answer. */
_Noreturn void out_of_memory(void);

/* malloc, realloc and calloc that never return NULL. Free with free(). */
void *memory_alloc(size_t size);
void *memory_grow(void *old, size_t size);
void *memory_zeroed(size_t count, size_t size);

/*
 * Room for one item more in an array from malloc: items itself, or, when all *capacity
 * items are in use, the array moved to where there is at least twice the room. items is
 * NULL when *capacity is 0. What is past count is not zeroed. For arrays in an arena:
 * arena_make_room().
 */
void *memory_make_room(void *items, size_t count, size_t *capacity, size_t size);

/* A state that the program rules out: says what it is, and where to report it, on stderr
 * and aborts. */
_Noreturn void bug(const char *what);

#endif
