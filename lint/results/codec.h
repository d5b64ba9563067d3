/* codec.h - the results of one file as bytes, to be sent from a worker to its parent */
#ifndef LINT_RESULTS_CODEC_H
#define LINT_RESULTS_CODEC_H

#include "lint/base/buf.h"
#include "lint/results/results.h"

/* What both ends must have in common. */
struct codec {
    const struct rule_table *rules;
    uint64_t rules_hash; /* of their codes and names, in order */
    unsigned want;       /* enum results_want: the parts that results have */
};

/* rules is not copied and must live as long as the codec. To be called once per run: the
 * hash reads the whole table. */
void codec_init(struct codec *codec, const struct rule_table *rules, unsigned want);

/* Appends one block: the results, which were made with the rules and want of the
 * codec. */
void results_pack(const struct codec *codec, const struct file_results *results,
                  struct buf *out);

/* The same for what results_make() would make of these diagnostics, without ever holding
 * more than two results; what they point to is in the arena. */
void results_make_packed(const struct codec *codec, struct diagnostics found,
                         const struct source *source, struct arena *arena,
                         struct buf *out);

/* Takes the first block off bytes that begin with one: a view of as many bytes as it says
 * that it has. What is no block is taken whole, and cannot be unpacked. */
struct str results_take_block(struct str *bytes);

/*
 * Reads a block that results_pack() wrote, on this machine or another. Lists are in the
 * arena, strings are views of the block, which must live as long. False, with *out
 * undefined, when the block has another version, other rules or another want, when its
 * length is wrong, or when a number is out of the range that results can have: its writer
 * is broken. However long the block, the lists are no longer than the limits in
 * results.h.
 */
bool results_unpack(const struct codec *codec, struct str block, struct arena *arena,
                    struct file_results *out);

#endif
