/* codec.h - the results of one file as bytes, to be sent from a worker to its parent */
#ifndef LINT_RESULTS_CODEC_H
#define LINT_RESULTS_CODEC_H

#include "lint/base/buf.h"
#include "lint/results/results.h"
#include "lint/results/wire.h"

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

/* A block that is read part by part. */
struct results_reader {
    struct wire wire;
    const struct codec *codec;
    struct arena *arena;
    struct file_results file; /* without its lists; continues after the first part */
    uint32_t left;            /* results that were not yet read */
    struct result last;       /* of the part before */
    uint32_t edits_left;      /* that are still allowed */
    uint32_t related_left;
};

/*
 * Begins to read a block that results_pack() wrote, on this machine or another. Strings
 * are views of the block, which must live as long. False when the block has another
 * version, other rules or another want, when its length is wrong, or when a number is out
 * of the range that results can have: its writer is broken.
 */
bool results_open(struct results_reader *reader, const struct codec *codec,
                  struct str block);

/*
 * Reads the next results, `most` of them at most but for 0; with the last ones those that
 * are suppressed. Lists are in the arena; when it is reset before the next part, they are
 * gone, but nothing else. False, with *out undefined, as results_open(), but only what
 * was read up to here is known to be good. However long the block, the lists are no
 * longer than the limits in results.h.
 */
bool results_read(struct results_reader *reader, uint32_t most, struct arena *arena,
                  struct file_results *out);

/* Both at once: all results of the file. */
bool results_unpack(const struct codec *codec, struct str block, struct arena *arena,
                    struct file_results *out);

#endif
