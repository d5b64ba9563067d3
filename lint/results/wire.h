/* wire.h - numbers and strings in a packed block */
#ifndef LINT_RESULTS_WIRE_H
#define LINT_RESULTS_WIRE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lint/base/buf.h"
#include "lint/source/source.h"

enum {
    WIRE_MAGIC = 0x54455453, /* the bytes "STET", with which a block starts */
    WIRE_VERSION = 7,        /* of the format: it changes when the order of things does */
    /* Instead of a length: the lines that the previous result has. */
    WIRE_SAME_LINES = INT32_MAX,
    WIRE_U32 = 4, /* bytes of a number */
    WIRE_POSITION = sizeof(struct position),
};

/* Where the numbers are that begin each result; what has a length of its own follows. */
enum {
    RESULT_RULE,
    RESULT_SEVERITY = RESULT_RULE + WIRE_U32,
    RESULT_START = RESULT_SEVERITY + WIRE_U32,
    RESULT_END = RESULT_START + WIRE_POSITION,
    RESULT_FIX_SAFE = RESULT_END + WIRE_POSITION,
    RESULT_MESSAGE = RESULT_FIX_SAFE + WIRE_U32, /* its length */
    RESULT_EDITS = RESULT_MESSAGE + WIRE_U32,    /* how many */
    RESULT_RELATED = RESULT_EDITS + WIRE_U32,    /* how many */
    RESULT_BYTES = RESULT_RELATED + WIRE_U32,
};

/* The same of an edit. */
enum {
    EDIT_START,
    EDIT_END = EDIT_START + WIRE_U32,
    EDIT_TEXT = EDIT_END + WIRE_U32, /* its length */
    EDIT_BYTES = EDIT_TEXT + WIRE_U32,
};

/* A block that is read. Once anything in it is wrong, broken is set; past its end, zeros
 * are read. */
struct wire {
    struct str rest;
    bool broken;
};

/* Numbers are written in little-endian order, whatever the machine. */
static inline uint32_t wire_order(uint32_t number)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    number = __builtin_bswap32(number);
#endif
    return number;
}

static inline void wire_put_u32(char *at, uint32_t number)
{
    number = wire_order(number);
    memcpy(at, &number, WIRE_U32);
}

static inline uint32_t wire_get_u32(const char *at)
{
    uint32_t number;

    memcpy(&number, at, WIRE_U32);
    return wire_order(number);
}

static inline void wire_order_position(struct position *position)
{
    position->offset = wire_order(position->offset);
    position->line = wire_order(position->line);
    position->column = wire_order(position->column);
    position->utf16 = wire_order(position->utf16);
    position->byte = wire_order(position->byte);
}

/* A position is its numbers in the order of the members, which leave no gaps. */
static inline void wire_put_position(char *at, const struct position *position)
{
    struct position ordered = *position;

    wire_order_position(&ordered);
    memcpy(at, &ordered, WIRE_POSITION);
}

static inline void wire_get_position(const char *at, struct position *position)
{
    memcpy(position, at, WIRE_POSITION);
    wire_order_position(position);
}

static inline void wire_add_u32(struct buf *out, uint32_t number)
{
    wire_put_u32(buf_reserve(out, WIRE_U32), number);
    out->len += WIRE_U32;
}

void wire_add_u64(struct buf *out, uint64_t number);
void wire_add_str(struct buf *out, struct str text);
void wire_add_position(struct buf *out, const struct position *position);

/* Replaces a number that was written at offset `at`. */
void wire_set_u32(struct buf *out, size_t at, uint32_t number);

/* Takes the next bytes; NULL when there are not as many. */
static inline const char *wire_take(struct wire *wire, size_t size)
{
    const char *at = wire->rest.data;

    if (wire->rest.len < size) {
        wire->broken = true;
        wire->rest.len = 0;
        return NULL;
    }
    wire->rest.data += size;
    wire->rest.len -= size;
    return at;
}

static inline uint32_t wire_u32(struct wire *wire)
{
    const char *at = wire_take(wire, WIRE_U32);

    return at ? wire_get_u32(at) : 0;
}

uint64_t wire_u64(struct wire *wire);
struct position wire_position(struct wire *wire);

/* A view of the block. */
static inline struct str wire_bytes(struct wire *wire, uint32_t length)
{
    const char *at = wire_take(wire, length);

    return at ? (struct str){at, length} : STR("");
}

struct str wire_str(struct wire *wire);

/* Sets broken unless so: for what is true of every good block. */
static inline void wire_expect(struct wire *wire, bool so)
{
    wire->broken |= !so;
}

/* 0 or 1. */
bool wire_bool(struct wire *wire);

/* Can so many items follow, of at least size bytes each? Sets broken when they are more
 * than limit or the rest is too short for that many. */
bool wire_has(struct wire *wire, uint32_t count, size_t size, uint32_t limit);

/* The number of items that follow; 0 when there cannot be as many. */
uint32_t wire_count(struct wire *wire, size_t size, uint32_t limit);

#endif
