/* wire.h - numbers and strings in a packed block */
#ifndef LINT_RESULTS_WIRE_H
#define LINT_RESULTS_WIRE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/buf.h"
#include "lint/source/source.h"

enum {
    WIRE_MAGIC = 0x54455453, /* the bytes "STET": a block starts with them */
    WIRE_VERSION = 1,        /* of the form: changed when the order of things changes */
    /* In place of a length: the excerpt of the result before. */
    WIRE_SAME_EXCERPT = INT32_MAX,
};

/* A block being read. Once it proves wrong, broken is set; beyond its end zeros are
 * read. */
struct wire {
    struct str rest;
    bool broken;
};

/* Numbers are written with their least byte first, whatever the machine does. */
void wire_add_u32(struct buf *out, uint32_t number);
void wire_add_u64(struct buf *out, uint64_t number);
void wire_add_str(struct buf *out, struct str text);
void wire_add_position(struct buf *out, struct position position);

/* Puts the number in place of one written before. */
void wire_set_u32(struct buf *out, size_t at, uint32_t number);

uint32_t wire_u32(struct wire *wire);
uint64_t wire_u64(struct wire *wire);
struct position wire_position(struct wire *wire);

/* A view into the block. */
struct str wire_str(struct wire *wire);
struct str wire_bytes(struct wire *wire, uint32_t length);

/* What must be so in a good block. */
void wire_expect(struct wire *wire, bool so);

/* 0 or 1. */
bool wire_bool(struct wire *wire);

/* A number of things to come, size bytes or more each, at most limit: broken, and 0, when
 * the rest is too short for as many. */
uint32_t wire_count(struct wire *wire, size_t size, uint32_t limit);

#endif
