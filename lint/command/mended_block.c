/* mended_block.c - what a worker mended in a file, as bytes for its parent */

#include "lint/command/mended_block.h"

#include "lint/results/wire.h"

static void pack_stamp(const struct file_stamp *stamp, struct buf *out)
{
    wire_add_u64(out, stamp->device);
    wire_add_u64(out, stamp->inode);
    wire_add_u64(out, stamp->size);
    wire_add_u64(out, (uint64_t)stamp->seconds);
    wire_add_u64(out, (uint64_t)stamp->nanoseconds);
    wire_add_u64(out, stamp->links);
}

static struct file_stamp unpack_stamp(struct wire *wire)
{
    struct file_stamp stamp;

    stamp.device = wire_u64(wire);
    stamp.inode = wire_u64(wire);
    stamp.size = wire_u64(wire);
    stamp.seconds = (int64_t)wire_u64(wire);
    stamp.nanoseconds = (int64_t)wire_u64(wire);
    stamp.links = wire_u64(wire);
    return stamp;
}

void mended_block_pack(const struct mended_block *mended, struct buf *out)
{
    pack_stamp(&mended->stamp, out);
    wire_add_str(out, mended->before);
    wire_add_str(out, mended->after);
    wire_add_str(out, mended->diff);
    wire_add_str(out, mended->unwritten);
    wire_add_u32(out, mended->rounds);
    for (uint32_t i = 0; i < mended->rule_count; i++)
        wire_add_u32(out, mended->counts[i]);
}

bool mended_block_unpack(struct str bytes, uint32_t rule_count, struct arena *arena,
                         struct mended_block *mended)
{
    struct wire wire = {bytes, false};
    uint32_t *counts = arena_array(arena, rule_count, sizeof(*counts));

    mended->stamp = unpack_stamp(&wire);
    mended->before = wire_str(&wire);
    mended->after = wire_str(&wire);
    mended->diff = wire_str(&wire);
    mended->unwritten = wire_str(&wire);
    mended->rounds = wire_u32(&wire);
    for (uint32_t i = 0; i < rule_count; i++)
        counts[i] = wire_u32(&wire);
    mended->counts = counts;
    mended->rule_count = rule_count;
    return !wire.broken && !wire.rest.len;
}
