/* arena.c - memory that is freed all at once */

#include "lint/base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "lint/base/format.h"
#include "lint/base/memory.h"

#if ARENA_IS_WATCHED
#include <sanitizer/asan_interface.h>
enum { GAP = 16 }; /* after each piece, so that an overrun does not reach the next one */
#else
enum { GAP = 0 };
#endif

enum {
    BLOCK_SIZE = 64 * 1024,  /* enough for most articles, in two or three */
    KEPT_BYTES = 512 * 1024, /* beyond, the C library puts them together */
    FIRST_CAPACITY = 8,      /* items: most arrays that grow stay small */
};

struct arena_block {
    struct arena_block *older;
    size_t size; /* of the bytes after this header */
    _Alignas(ARENA_ALIGNMENT) char bytes[];
};

/* A block is one allocation: AddressSanitizer must be told what of it is in use. */
static void watch(void *start, size_t size, bool is_used)
{
#if ARENA_IS_WATCHED
    if (is_used)
        __asan_unpoison_memory_region(start, size);
    else
        __asan_poison_memory_region(start, size);
#else
    (void)start;
    (void)size;
    (void)is_used;
#endif
}

void arena_init(struct arena *arena)
{
    *arena = (struct arena){.block = NULL};
}

void arena_init_beside(struct arena *arena, struct arena *lender)
{
    *arena = (struct arena){.limit = lender->limit, .lender = lender};
}

/* The arena that keeps blocks for this one. */
static struct arena *keeper(struct arena *arena)
{
    return arena->lender ? arena->lender : arena;
}

static void free_blocks(struct arena_block *block)
{
    while (block) {
        struct arena_block *older = block->older;

        free(block);
        block = older;
    }
}

void arena_release(struct arena *arena)
{
    free_blocks(arena->block);
    free_blocks(arena->spare);
    arena_init(arena);
}

static void use_block(struct arena *arena, struct arena_block *block)
{
    block->older = arena->block;
    arena->block = block;
    arena->free = block->bytes;
    arena->end = block->bytes + block->size;
    watch(block->bytes, block->size, false);
}

/* Adds a block to those that are kept, which are sorted by size. */
static void keep_block(struct arena *arena, struct arena_block *block)
{
    struct arena_block **place = &arena->spare;

    while (*place && (*place)->size < block->size)
        place = &(*place)->older;
    block->older = *place;
    *place = block;
}

void arena_reset(struct arena *arena)
{
    struct arena *keeps = keeper(arena);
    struct arena_block *block = arena->block;
    size_t kept = 0;

    for (const struct arena_block *spare = keeps->spare; spare; spare = spare->older)
        kept += spare->size;
    while (block) {
        struct arena_block *older = block->older;

        if (block->size <= KEPT_BYTES - kept) {
            kept += block->size;
            keep_block(keeps, block);
        } else {
            free(block);
        }
        block = older;
    }
    *arena = (struct arena){
        .spare = arena->spare, .limit = arena->limit, .lender = arena->lender};
}

void arena_set_limit(struct arena *arena, struct arena_limit *limit)
{
    arena->limit = limit;
}

/* Takes the bytes from what the arena may have, or does not return. */
static void count_bytes(struct arena_limit *limit, size_t bytes)
{
    if (bytes <= limit->left) {
        limit->left -= bytes;
        return;
    }
    limit->left = SIZE_MAX;
    limit->passed(limit->context);
    bug("a limit of memory that does not hold");
}

/* Takes the smallest spare block that is large enough, or NULL. The largest one that is
 * too small is freed: the new one is to take its place. */
static struct arena_block *take_spare(struct arena *arena, size_t wanted)
{
    struct arena_block **place = &arena->spare;
    struct arena_block **small = NULL;
    struct arena_block *block;

    while (*place && (*place)->size < wanted) {
        small = place;
        place = &(*place)->older;
    }
    block = *place;
    if (block) {
        *place = block->older;
    } else if (small && (*small)->size > BLOCK_SIZE) {
        free(*small);
        *small = NULL;
    }
    return block;
}

static void add_block(struct arena *arena, size_t size)
{
    size_t wanted = size > BLOCK_SIZE ? size : BLOCK_SIZE;
    struct arena_block *block = take_spare(keeper(arena), wanted);

    if (block) {
        use_block(arena, block);
        return;
    }
    if (wanted > SIZE_MAX - sizeof(*block))
        out_of_memory();
    if (arena->limit)
        count_bytes(arena->limit, sizeof(*block) + wanted);
    block = memory_alloc(sizeof(*block) + wanted);
    block->size = wanted;
    use_block(arena, block);
}

void *arena_raw_slowly(struct arena *arena, size_t size)
{
    size_t place;
    void *memory;

    if (size > SIZE_MAX - ARENA_ALIGNMENT - GAP)
        out_of_memory();
    /* Zero bytes get a place of their own as well: NULL must not reach memcpy. */
    place = (size ? size : 1) + ARENA_ALIGNMENT - 1;
    place = (place & ~(size_t)(ARENA_ALIGNMENT - 1)) + GAP;
    if (place > (size_t)(arena->end - arena->free))
        add_block(arena, place);
    memory = arena->free;
    arena->free += place;
    watch(memory, size, true);
    return memory;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    return memset(arena_raw(arena, size), 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        out_of_memory();
    return arena_alloc(arena, count * size);
}

void *arena_grow(struct arena *arena, const void *items, uint32_t *capacity, size_t size)
{
    uint32_t count = *capacity;
    uint32_t wanted = count ? count * 2 : FIRST_CAPACITY;
    void *grown;

    if (wanted <= count || wanted > SIZE_MAX / size)
        out_of_memory();
    grown = arena_raw(arena, wanted * size);
    if (count)
        memcpy(grown, items, count * size);
    *capacity = wanted;
    return grown;
}

struct str arena_str(struct arena *arena, struct str text)
{
    char *copy = arena_raw(arena, text.len + 1);

    if (text.len)
        memcpy(copy, text.data, text.len);
    copy[text.len] = '\0';
    return (struct str){copy, text.len};
}

struct str arena_join(struct arena *arena, const struct str *texts, size_t count)
{
    size_t len = 0;
    char *copy;

    for (size_t i = 0; i < count; i++)
        len += texts[i].len;
    copy = arena_raw(arena, len + 1);
    len = 0;
    for (size_t i = 0; i < count; i++) {
        if (texts[i].len)
            memcpy(copy + len, texts[i].data, texts[i].len);
        len += texts[i].len;
    }
    return (struct str){copy, len};
}

struct str arena_spaces(struct arena *arena, size_t count)
{
    char *spaces = arena_raw(arena, count + 1);

    memset(spaces, ' ', count);
    return (struct str){spaces, count};
}

/* What format_message() cannot do, or has no room for. Not vsnprintf() twice: it takes a
 * long text byte by byte where there is no room for it. */
static struct str format_slowly(struct arena *arena, const char *format, va_list args)
{
    struct str text = {NULL, 0};
    struct str copy;
    char *bytes = NULL;
    FILE *out = open_memstream(&bytes, &text.len);
    va_list again;

    va_copy(again, args);
    if (!out || vfprintf(out, format, again) < 0 || fclose(out) != 0)
        out_of_memory();
    va_end(again);
    text.data = bytes;
    copy = arena_str(arena, text);
    free(bytes);
    return copy;
}

/* Most messages fit into the rest of the block, where they are formatted at once. */
struct str arena_vformat(struct arena *arena, const char *format, va_list args)
{
    size_t room = (size_t)(arena->end - arena->free);
    char *place = arena->free;
    size_t len;
    bool done;

    watch(place, room, true);
    done = format_message(place, room, &len, format, args) &&
           len + ARENA_ALIGNMENT + GAP <= room;
    watch(place, room, false);
    if (!done)
        return format_slowly(arena, format, args);
    place = arena_raw(arena, len + 1); /* the same: there is room for it */
    place[len] = '\0';
    return (struct str){place, len};
}

struct str arena_format(struct arena *arena, const char *format, ...)
{
    va_list args;
    struct str text;

    va_start(args, format);
    text = arena_vformat(arena, format, args);
    va_end(args);
    return text;
}
