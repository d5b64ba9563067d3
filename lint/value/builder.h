/* builder.h - builds a tree of values, for the readers of YAML, JSON and TOML */
#ifndef LINT_VALUE_BUILDER_H
#define LINT_VALUE_BUILDER_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/value/value.h"

/*
 * Builds one tree, in the arena. The entries of collections that are still open are on a
 * stack, innermost last, and move into an array of their own when the collection is
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
    uint32_t expanded; /* values so far, those of aliases counted each time */
    bool last_wins;    /* of entries with the same key; else the first */
};

/* Starts with an empty *tree, which is filled while building. input.data is not copied
 * and must live as long as the tree. */
void value_builder_init(struct value_builder *builder, struct arena *arena,
                        struct value_input input, struct value_tree *tree);

/* The text that is read: a view. */
static inline struct str value_builder_text(const struct value_builder *builder)
{
    struct span span = builder->input.span;

    return (struct str){builder->input.data + span.start, span_length(span)};
}

/* A new value, plain in style, with the next id. */
struct value *value_builder_add(struct value_builder *builder, enum value_kind kind,
                                struct span span);

/* Counts values against max_nodes; false, and not counted, when there are too many. */
bool value_builder_count(struct value_builder *builder, uint32_t values);

/* The problem for the first value that is one too many. */
void value_builder_too_many(struct value_builder *builder, struct span span);

/* The problem for a collection that is deeper than VALUE_MAX_DEPTH. */
void value_builder_too_deep(struct value_builder *builder, struct span span);

/* Adds an entry to the innermost open collection. */
void value_builder_push(struct value_builder *builder, struct entry entry);

/*
 * Moves the open entries from `first` on, an earlier value of open_count, to the
 * collection. In a map only one entry with a key is kept; the others are problems.
 */
void value_builder_close(struct value_builder *builder, struct value *collection,
                         uint32_t first);

/* The problem for the key of second, which the map already has in first. */
void value_builder_duplicate(struct value_builder *builder, const struct entry *first,
                             const struct entry *second);

/*
 * A problem, with a message in printf's format. Returns it, so that edits, which are
 * safe, and other places can be added; the next problem may move it, so that must be done
 * at once. Never NULL: problems above VALUE_MAX_PROBLEMS are accepted and dropped.
 */
struct mistake *value_builder_problem(struct value_builder *builder,
                                      enum value_problem_kind kind, struct span span,
                                      const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Is the text UTF-8? If not, its first invalid subpart becomes a problem. */
bool value_builder_check_encoding(struct value_builder *builder);

/* Completes the tree: sets its root, which may be NULL, and sorts its problems. */
void value_builder_finish(struct value_builder *builder, struct value *root);

#endif
