/* arena.h - memory that is given back all at once */
#ifndef LINT_BASE_ARENA_H
#define LINT_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/str.h"

/*
 * Two arenas live in a process: one for the run (config, compiled schemas) and
 * one for the file at hand, reset after each file. Nothing allocated here is
 * freed by itself.
 */
struct arena_block;
struct arena {
    struct arena_block *block; /* newest first */
    struct arena_block *spare; /* kept by a reset */
    char *free;                /* next free byte of the newest block */
    char *end;                 /* one past its last byte */
};

/* Starts empty; the first allocation takes the first block. */
void arena_init(struct arena *arena);

/* Gives every block back. The arena may be used again. */
void arena_release(struct arena *arena);

/* Forgets everything; keeps some blocks of ordinary size for the next file, so that the
 * system need not give the same memory again. */
void arena_reset(struct arena *arena);

/* size bytes, zeroed, aligned for any type. Never NULL: see out_of_memory(). */
void *arena_alloc(struct arena *arena, size_t size);

/* As arena_alloc for an array; ends like out_of_memory() when the product overflows. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* As arena_alloc, but the bytes are not zeroed: for buffers written at once. */
void *arena_raw(struct arena *arena, size_t size);

/*
 * Room for one item more in an array: items itself, or a copy with at least twice the
 * room when all *capacity items are in use. items may be NULL when *capacity is 0. What
 * is past count is not zeroed. The array that was left stays in the arena: pointers into
 * it go on to see the items as they were.
 */
void *arena_make_room(struct arena *arena, void *items, uint32_t count,
                      uint32_t *capacity, size_t size);

/* A copy of text, ended by a NUL that len does not count. */
struct str arena_str(struct arena *arena, struct str text);

/* printf into the arena; the result is ended by a NUL that len does not count. */
struct str arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

struct str arena_vformat(struct arena *arena, const char *format, va_list args);

#endif
