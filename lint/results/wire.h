/* wire.h - how results lie in a packed block; both ends are one program */
#ifndef LINT_RESULTS_WIRE_H
#define LINT_RESULTS_WIRE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/buf.h"
#include "lint/source/source.h"

enum {
    WIRE_MAGIC = 0x54455453, /* "STET": the first number of a block */
    /* In place of a length: the excerpt of the result before. */
    WIRE_SAME_EXCERPT = INT32_MAX,
};

/* A block being read. Once it proves cut short, broken is set and zeros are read. */
struct wire {
    struct str rest;
    bool broken;
};

void wire_add_u32(struct buf *out, uint32_t number);
void wire_add_u64(struct buf *out, uint64_t number);
void wire_add_str(struct buf *out, struct str text);
void wire_add_position(struct buf *out, struct position position);

uint32_t wire_u32(struct wire *wire);
uint64_t wire_u64(struct wire *wire);
struct position wire_position(struct wire *wire);

/* A view into the block. */
struct str wire_str(struct wire *wire);
struct str wire_bytes(struct wire *wire, uint32_t length);

/* A number of things to come, size bytes or more each: broken when the rest cannot hold
 * as many. */
uint32_t wire_count(struct wire *wire, size_t size);

#endif
