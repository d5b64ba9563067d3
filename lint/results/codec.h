/* codec.h - the results of one file as bytes, on their way from a worker */
#ifndef LINT_RESULTS_CODEC_H
#define LINT_RESULTS_CODEC_H

#include "lint/base/buf.h"
#include "lint/results/results.h"

/* What both ends must have in common. */
struct codec {
    const struct rule_table *rules;
    uint64_t rules_hash; /* of their codes and names, in order */
    unsigned want;       /* enum results_want: what of each result there is */
};

/* The rules are borrowed. Once in a run: the hash reads the whole table. */
void codec_init(struct codec *codec, const struct rule_table *rules, unsigned want);

/* Appends one block: the results, made with the codec's rules and want. */
void results_pack(const struct codec *codec, const struct file_results *results,
                  struct buf *out);

/*
 * Reads a block that results_pack wrote, on this machine or another. Lists are in the
 * arena, strings are views of the block. False, and *out worth nothing, when the form,
 * the rules or what is wanted are others, when the length is wrong, or when any number is
 * one that results cannot have: whoever wrote it is broken. However long the block, the
 * lists are no longer than the limits of results.h.
 */
bool results_unpack(const struct codec *codec, struct str block, struct arena *arena,
                    struct file_results *out);

#endif
