/* wire.c - numbers and strings in a packed block */

#include "lint/results/wire.h"

enum { U32 = WIRE_U32, U64 = 2 * U32 }; /* bytes */

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

void wire_add_position(struct buf *out, struct position position)
{
    char *at = buf_reserve(out, 5 * U32);

    wire_put_u32(at, position.offset);
    wire_put_u32(at + U32, position.line);
    wire_put_u32(at + 2 * U32, position.column);
    wire_put_u32(at + 3 * U32, position.utf16);
    wire_put_u32(at + 4 * U32, position.byte);
    out->len += 5 * U32;
}

void wire_set_u32(struct buf *out, size_t at, uint32_t number)
{
    wire_put_u32(out->data + at, number);
}

uint64_t wire_u64(struct wire *wire)
{
    const char *at = wire_take(wire, U64);

    return at ? wire_get_u32(at) | (uint64_t)wire_get_u32(at + U32) << 32 : 0;
}

struct position wire_position(struct wire *wire)
{
    const char *at = wire_take(wire, 5 * U32);

    if (!at)
        return (struct position){0};
    return (struct position){wire_get_u32(at), wire_get_u32(at + U32),
                             wire_get_u32(at + 2 * U32), wire_get_u32(at + 3 * U32),
                             wire_get_u32(at + 4 * U32)};
}

struct str wire_bytes(struct wire *wire, uint32_t length)
{
    const char *at = wire_take(wire, length);

    return at ? (struct str){at, length} : STR("");
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

uint32_t wire_count(struct wire *wire, size_t size, uint32_t limit)
{
    uint32_t count = wire_u32(wire);

    if (count <= limit && (uint64_t)count * size <= wire->rest.len)
        return count;
    wire->broken = true;
    return 0;
}
