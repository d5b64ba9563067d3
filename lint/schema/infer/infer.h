/* infer.h - drafts a schema from values that it must allow */
#ifndef LINT_SCHEMA_INFER_INFER_H
#define LINT_SCHEMA_INFER_INFER_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/value/value.h"

struct inference;

/* A new inference without values; all of it lives in the arena. */
struct inference *inference_new(struct arena *arena);

/* Adds the front matter of one article; the tree is not needed afterwards. A tree without
 * a root adds nothing. `$schema` at the root is ignored: it selects a schema. */
void inference_add(struct inference *inference, const struct value_tree *tree);

/* What the draft says about the articles that it comes from. */
struct inference_counts {
    uint32_t without;    /* articles that have no front matter */
    uint32_t unreadable; /* articles or front matter that could not be read */
};

/*
 * Appends a schema (draft 2020-12) that allows everything that was added: types, required
 * properties, enums of few values that recur, formats, and bounds rounded to numbers that
 * a person would choose. In YAML with comments, or in JSON.
 */
void inference_write(struct inference *inference, const struct inference_counts *counts,
                     bool json, struct buf *out);

/* How many values were added. */
uint32_t inference_count(const struct inference *inference);

#endif
