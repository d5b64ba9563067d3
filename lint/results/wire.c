/* wire.c - how results lie in a packed block; both ends are one program */

#include "lint/results/wire.h"

static void take(struct wire *wire, void *to, size_t size)
{
    if (wire->rest.len < size) {
        wire->broken = true;
        memset(to, 0, size);
        return;
    }
    memcpy(to, wire->rest.data, size);
    wire->rest.data += size;
    wire->rest.len -= size;
}

void wire_add_u32(struct buf *out, uint32_t number)
{
    buf_add(out, &number, sizeof(number));
}

void wire_add_u64(struct buf *out, uint64_t number)
{
    buf_add(out, &number, sizeof(number));
}

void wire_add_str(struct buf *out, struct str text)
{
    wire_add_u32(out, (uint32_t)text.len);
    buf_add_str(out, text);
}

void wire_add_position(struct buf *out, struct position position)
{
    buf_add(out, &position, sizeof(position));
}

uint32_t wire_u32(struct wire *wire)
{
    uint32_t number;

    take(wire, &number, sizeof(number));
    return number;
}

uint64_t wire_u64(struct wire *wire)
{
    uint64_t number;

    take(wire, &number, sizeof(number));
    return number;
}

struct position wire_position(struct wire *wire)
{
    struct position position;

    take(wire, &position, sizeof(position));
    return position;
}

struct str wire_bytes(struct wire *wire, uint32_t length)
{
    struct str text = {wire->rest.data, length};

    if (length > wire->rest.len) {
        wire->broken = true;
        return STR("");
    }
    wire->rest.data += length;
    wire->rest.len -= length;
    return text;
}

struct str wire_str(struct wire *wire)
{
    return wire_bytes(wire, wire_u32(wire));
}

uint32_t wire_count(struct wire *wire, size_t size)
{
    uint32_t count = wire_u32(wire);

    if (count <= wire->rest.len / size)
        return count;
    wire->broken = true;
    return 0;
}
