/* wire.c - numbers and strings in a packed block */

#include "lint/results/wire.h"

enum { WIRE_U64 = 2 * WIRE_U32 };

void wire_add_u64(struct buf *out, uint64_t number)
{
    wire_add_u32(out, (uint32_t)number);
    wire_add_u32(out, (uint32_t)(number >> 32));
}

void wire_add_str(struct buf *out, struct str text)
{
    wire_add_u32(out, (uint32_t)text.len);
    buf_add_str(out, text);
}

void wire_add_position(struct buf *out, const struct position *position)
{
    wire_put_position(buf_reserve(out, WIRE_POSITION), position);
    out->len += WIRE_POSITION;
}

void wire_set_u32(struct buf *out, size_t at, uint32_t number)
{
    wire_put_u32(out->data + at, number);
}

uint64_t wire_u64(struct wire *wire)
{
    const char *at = wire_take(wire, WIRE_U64);

    return at ? wire_get_u32(at) | (uint64_t)wire_get_u32(at + WIRE_U32) << 32 : 0;
}

struct position wire_position(struct wire *wire)
{
    const char *at = wire_take(wire, WIRE_POSITION);
    struct position position = {0};

    if (at)
        wire_get_position(at, &position);
    return position;
}

struct str wire_str(struct wire *wire)
{
    return wire_bytes(wire, wire_u32(wire));
}

bool wire_bool(struct wire *wire)
{
    uint32_t number = wire_u32(wire);

    wire_expect(wire, number <= 1);
    return number == 1;
}

bool wire_has(struct wire *wire, uint32_t count, size_t size, uint32_t limit)
{
    bool has = count <= limit && (uint64_t)count * size <= wire->rest.len;

    wire_expect(wire, has);
    return has;
}

uint32_t wire_count(struct wire *wire, size_t size, uint32_t limit)
{
    uint32_t count = wire_u32(wire);

    return wire_has(wire, count, size, limit) ? count : 0;
}
