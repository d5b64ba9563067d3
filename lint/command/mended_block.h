/* mended_block.h - what a worker mended in a file, as bytes for its parent */
#ifndef LINT_COMMAND_MENDED_BLOCK_H
#define LINT_COMMAND_MENDED_BLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/base/str.h"
#include "lint/files/file.h"

/* Only of a file in which something was mended. */
struct mended_block {
    struct file_stamp stamp; /* of the file as it was read */
    struct str before;       /* its text */
    struct str after;
    struct str diff;        /* of the two, in place of them; or empty */
    struct str unwritten;   /* packed results of the text before, should it stay */
    const uint32_t *counts; /* mended findings, by the index of the rule */
    uint32_t rule_count;
    uint32_t rounds;
};

void mended_block_pack(const struct mended_block *mended, struct buf *out);

/* False when the bytes make no sense. Strings are views of the bytes, the counts are in
 * the arena; rule_count is that of the rules of the run. */
bool mended_block_unpack(struct str bytes, uint32_t rule_count, struct arena *arena,
                         struct mended_block *mended);

#endif
