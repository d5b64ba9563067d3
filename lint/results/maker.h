/* maker.h - makes the results of one file one by one; for make.c and pack.c only */
#ifndef LINT_RESULTS_MAKER_H
#define LINT_RESULTS_MAKER_H

#include "lint/results/fingerprint.h"
#include "lint/results/order.h"
#include "lint/results/results.h"
#include "lint/source/places.h"

/* The state while the results of one file are made. */
struct maker {
    const struct rule_table *rules;
    const struct source *source;
    unsigned want;
    struct arena *arena;
    struct diagnostics found;
    struct ordered *entries; /* what results are made of now, sorted, each once */
    uint32_t count;
    struct diagnostic notice; /* that there are too many */
    struct places places;
    struct line_fingerprint *fingerprints; /* by line; NULL unless wanted */
    uint32_t hashed_line; /* the line whose text line_text is the hash of; 0: none yet */
    uint64_t line_text;
    struct span excerpt;  /* the last one */
    size_t excerpt_bytes; /* of all so far */
    struct str context;   /* the last one */
    size_t context_bytes;
    uint32_t edit_count;
    uint32_t related_count;
    uint32_t front_matter_lines;
};

/* As results_make(), but the lists are empty: count says how many results maker_make()
 * can make. */
struct file_results maker_begin(struct maker *maker, struct diagnostics found,
                                const struct source *source,
                                const struct rule_table *rules, unsigned want,
                                struct arena *arena);

/* Makes the result with that index; to be called in order. */
void maker_make(struct maker *maker, uint32_t index, struct result *result);

/* From now on those that comments suppress are made; returns how many they are. */
uint32_t maker_begin_suppressed(struct maker *maker);

/* What suppresses the one with that index. */
struct result_suppression maker_suppression(struct maker *maker, uint32_t index);

/* Frees what is not in the arena. */
void maker_end(struct maker *maker);

#endif
