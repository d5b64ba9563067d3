/* wire.h - numbers and strings in a packed block */
#ifndef LINT_RESULTS_WIRE_H
#define LINT_RESULTS_WIRE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/buf.h"
#include "lint/source/source.h"

enum {
    WIRE_MAGIC = 0x54455453, /* the bytes "STET", with which a block starts */
    WIRE_VERSION = 6,        /* of the format: it changes when the order of things does */
    /* Instead of a length: the lines that the previous result has. */
    WIRE_SAME_LINES = INT32_MAX,
};

/* A block that is read. Once anything in it is wrong, broken is set; past its end, zeros
 * are read. */
struct wire {
    struct str rest;
    bool broken;
};

/* Numbers are written in little-endian order, whatever the machine. */
void wire_add_u32(struct buf *out, uint32_t number);
void wire_add_u64(struct buf *out, uint64_t number);
void wire_add_str(struct buf *out, struct str text);
void wire_add_position(struct buf *out, struct position position);

/* Replaces a number that was written at offset `at`. */
void wire_set_u32(struct buf *out, size_t at, uint32_t number);

uint32_t wire_u32(struct wire *wire);
uint64_t wire_u64(struct wire *wire);
struct position wire_position(struct wire *wire);

/* A view of the block. */
struct str wire_str(struct wire *wire);
struct str wire_bytes(struct wire *wire, uint32_t length);

/* Sets broken unless so: for what is true of every good block. */
static inline void wire_expect(struct wire *wire, bool so)
{
    wire->broken |= !so;
}

/* 0 or 1. */
bool wire_bool(struct wire *wire);

/* The number of items that follow, of at least size bytes each. Sets broken and returns 0
 * when it is above limit or the rest is too short for that many. */
uint32_t wire_count(struct wire *wire, size_t size, uint32_t limit);

#endif
