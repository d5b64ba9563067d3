/* builder.h - what the readers of YAML, JSON and TOML share */
#ifndef LINT_VALUE_BUILDER_H
#define LINT_VALUE_BUILDER_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/value/value.h"

/*
 * Makes one tree. Entries of collections that are still open wait on a stack,
 * innermost last, and move into an array of their own when the collection is
 * closed.
 */
struct value_builder {
    struct arena *arena;
    struct value_input input;
    struct value_tree *tree;
    struct entry *open;
    uint32_t open_count;
    uint32_t open_capacity;
    uint32_t problem_capacity;
    uint32_t expanded; /* values so far, those behind aliases counted each time */
};

/* Empties *tree, which is filled while building. */
void value_builder_init(struct value_builder *builder, struct arena *arena,
                        struct value_input input, struct value_tree *tree);

/* The text that is read. */
static inline struct str value_builder_text(const struct value_builder *builder)
{
    struct span span = builder->input.span;

    return (struct str){builder->input.data + span.start, span_length(span)};
}

/* A new value, plain in style, with the next id. */
struct value *value_builder_add(struct value_builder *builder, enum value_kind kind,
                                struct span span);

/* Counts values against max_nodes; false when there are too many. */
bool value_builder_count(struct value_builder *builder, uint32_t values);

/* The problem for the first value that is one too many. */
void value_builder_too_many(struct value_builder *builder, struct span span);

/* The problem for a collection that is deeper than VALUE_MAX_DEPTH. */
void value_builder_too_deep(struct value_builder *builder, struct span span);

/* One more entry of the innermost open collection. */
void value_builder_push(struct value_builder *builder, struct entry entry);

/*
 * Gives the collection the open entries from `first` on, an earlier value of
 * open_count. Of entries with the same key only the first is kept; the others
 * are problems.
 */
void value_builder_close(struct value_builder *builder, struct value *collection,
                         uint32_t first);

/* The problem for a key that a map has already: first is where. */
void value_builder_duplicate(struct value_builder *builder, const struct entry *first,
                             const struct entry *second);

/*
 * A problem with a message in printf's format; returns what can be added to: the fix,
 * which is safe, and other places. Later problems may move it, so do that at once. Never
 * NULL: what is over VALUE_MAX_PROBLEMS is taken and forgotten.
 */
struct mistake *value_builder_problem(struct value_builder *builder,
                                      enum value_problem_kind kind, struct span span,
                                      const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Is the text UTF-8? If not, the first wrong byte is a problem. */
bool value_builder_check_encoding(struct value_builder *builder);

/* The tree is done: sorts its problems. root may be NULL. */
void value_builder_finish(struct value_builder *builder, struct value *root);

#endif
