/* arena.h - memory that is freed all at once */
#ifndef LINT_BASE_ARENA_H
#define LINT_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/str.h"

/*
 * Ownership, for the whole program: what a function puts into the arena it is given
 * belongs to that arena and lives until the arena is reset or released; no piece of it is
 * freed alone. A check has arenas of two kinds: those of the run (files, configs,
 * compiled schemas), made before the workers are forked, and that of the file (source,
 * document, findings), one in each worker, reset after each file; what a worker keeps
 * from file to file has one of its own. What lives in the arena of the file may point
 * into the others, never the other way round. A function that needs memory for itself
 * alone makes an arena and releases it. Whatever else owns memory says so and has a
 * `..._release()` or `..._free()`.
 */
struct arena_block;

/* How much an arena may take. */
struct arena_limit {
    size_t left; /* bytes that it may still take */
    /* Called instead of taking more; does not return. By then the limit does not hold any
     * more, so that there is memory to say what happened. */
    void (*passed)(void *context);
    void *context;
};

struct arena {
    struct arena_block *block; /* newest first */
    struct arena_block *spare; /* kept by a reset; smallest first */
    char *free;                /* next free byte of the newest block */
    char *end;                 /* one past its last byte */
    struct arena_limit *limit; /* NULL: none */
    struct arena *lender;      /* arena_init_beside(); NULL: none */
};

/* An empty arena; the first allocation takes the first block. */
void arena_init(struct arena *arena);

/* An empty arena for memory that is free before that of the lender, which must live as
 * long and has a limit, if any, for both. It takes blocks that the lender keeps, and a
 * reset gives them back: it ends with that. */
void arena_init_beside(struct arena *arena, struct arena *lender);

/* Sets a limit, which is not copied, for the blocks that an empty arena takes from now
 * on, until it is released. */
void arena_set_limit(struct arena *arena, struct arena_limit *limit);

/* Frees every block. The arena is empty and may be used again. */
void arena_release(struct arena *arena);

/* Empties the arena: all pointers into it are invalid. Blocks, up to half a megabyte, are
 * kept for the next file, so that they need not be allocated again. */
void arena_reset(struct arena *arena);

/* size bytes, zeroed, aligned for any type. Never NULL: see out_of_memory(). */
void *arena_alloc(struct arena *arena, size_t size);

/* As arena_alloc() for an array; calls out_of_memory() when the product overflows. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* The slow path of arena_raw(), with the same contract. */
void *arena_raw_slowly(struct arena *arena, size_t size);

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_IS_WATCHED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_IS_WATCHED 1
#endif
#endif
#ifndef ARENA_IS_WATCHED
#define ARENA_IS_WATCHED 0
#endif

enum { ARENA_ALIGNMENT = 16 };

/* As arena_alloc(), but the bytes are not zeroed: for buffers that are overwritten
 * anyway. */
static inline void *arena_raw(struct arena *arena, size_t size)
{
    char *memory = arena->free;

    /* A block has whole places; zero bytes, for which this is false, get one as well. */
    if (ARENA_IS_WATCHED || size - 1 >= (size_t)(arena->end - memory))
        return arena_raw_slowly(arena, size);
    arena->free += (size + ARENA_ALIGNMENT - 1) & ~(size_t)(ARENA_ALIGNMENT - 1);
    return memory;
}

/* The slow path of arena_make_room(), with the same contract. */
void *arena_grow(struct arena *arena, const void *items, uint32_t *capacity, size_t size);

/*
 * Makes room for one more item of size bytes in an array of count items. Returns items
 * itself or, when all *capacity items are in use, a copy with at least twice the room.
 * items may be NULL when *capacity is 0. What follows the count items is not zeroed. The
 * old array stays in the arena: pointers into it go on to see the items as they were.
 */
static inline void *arena_make_room(struct arena *arena, void *items, uint32_t count,
                                    uint32_t *capacity, size_t size)
{
    return count < *capacity ? items : arena_grow(arena, items, capacity, size);
}

/* A copy of text, followed by a NUL that len does not count. */
struct str arena_str(struct arena *arena, struct str text);

/* The texts one after the other. */
struct str arena_join(struct arena *arena, const struct str *texts, size_t count);

/* So many spaces. */
struct str arena_spaces(struct arena *arena, size_t count);

/* printf into the arena; the result is followed by a NUL that len does not count. */
struct str arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

struct str arena_vformat(struct arena *arena, const char *format, va_list args);

#endif
