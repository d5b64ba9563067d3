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

/* Adds the front matter of the article at path; neither is needed afterwards. A tree
 * without a root adds nothing. `$schema` at the root is ignored: it selects a schema. */
void inference_add(struct inference *inference, const struct value_tree *tree,
                   struct str path);

/* What the draft says about the articles that it comes from. */
struct inference_counts {
    uint32_t without;    /* articles that have no front matter */
    uint32_t unreadable; /* articles or front matter that could not be read */
};

/* How a draft is written. */
struct inference_form {
    bool json;   /* else YAML, with comments */
    bool strict; /* everything that was added is allowed */
};

/*
 * Appends a schema (draft 2020-12) for what was added: types, required properties, enums
 * of few values that recur, formats, and bounds rounded to numbers that a person would
 * choose. Unless it is strict, the majority decides: a place says in a comment how many
 * are as most of them, and which articles are not.
 */
void inference_write(struct inference *inference, const struct inference_counts *counts,
                     struct inference_form form, struct buf *out);

/* How many values were added. */
uint32_t inference_count(const struct inference *inference);

#endif
