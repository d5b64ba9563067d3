/* wire.c - numbers and strings in a packed block */

#include "lint/results/wire.h"

enum { U32 = 4, U64 = 8 }; /* bytes */

/* Unrolled: compilers turn this into one move of four bytes, but not a loop. */
static void put_u32(char *at, uint32_t number)
{
    at[0] = (char)(number & 0xFF);
    at[1] = (char)(number >> 8 & 0xFF);
    at[2] = (char)(number >> 16 & 0xFF);
    at[3] = (char)(number >> 24);
}

static uint32_t get_u32(const char *at)
{
    const unsigned char *bytes = (const unsigned char *)at;

    return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
           (uint32_t)bytes[3] << 24;
}

void wire_add_u32(struct buf *out, uint32_t number)
{
    put_u32(buf_reserve(out, U32), number);
    out->len += U32;
}

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

    put_u32(at, position.offset);
    put_u32(at + U32, position.line);
    put_u32(at + 2 * U32, position.column);
    put_u32(at + 3 * U32, position.utf16);
    put_u32(at + 4 * U32, position.byte);
    out->len += 5 * U32;
}

void wire_set_u32(struct buf *out, size_t at, uint32_t number)
{
    put_u32(out->data + at, number);
}

/* Takes the next bytes; NULL when there are not as many. */
static const char *take(struct wire *wire, size_t size)
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

uint32_t wire_u32(struct wire *wire)
{
    const char *at = take(wire, U32);

    return at ? get_u32(at) : 0;
}

uint64_t wire_u64(struct wire *wire)
{
    const char *at = take(wire, U64);

    return at ? get_u32(at) | (uint64_t)get_u32(at + U32) << 32 : 0;
}

struct position wire_position(struct wire *wire)
{
    const char *at = take(wire, 5 * U32);

    if (!at)
        return (struct position){0};
    return (struct position){get_u32(at), get_u32(at + U32), get_u32(at + 2 * U32),
                             get_u32(at + 3 * U32), get_u32(at + 4 * U32)};
}

struct str wire_bytes(struct wire *wire, uint32_t length)
{
    const char *at = take(wire, length);

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
