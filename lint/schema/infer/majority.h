/* majority.h - what most values of a place have in common; for lint/schema only */
#ifndef LINT_SCHEMA_INFER_MAJORITY_H
#define LINT_SCHEMA_INFER_MAJORITY_H

#include "lint/base/buf.h"
#include "lint/schema/infer/shape.h"

/* How a draft decides: by the majority, or so that everything that was seen is allowed.
 * What is few is then an outlier, which the draft refuses and names. */
struct majority {
    bool strict;
    const struct str *articles; /* paths, by index */
};

/* The kinds of values that are allowed, as bits (1 << VALUE_STRING): without those of
 * few. An integer is a number where there are both. */
unsigned majority_kinds(const struct majority *majority, const struct shape *shape);

/* Have the strings the form, or all but few? */
bool majority_has_form(const struct majority *majority, const struct shape *shape,
                       enum text_form form);

/* Are the strings dates with or without a time of day, or all but few? */
bool majority_has_dates(const struct majority *majority, const struct shape *shape);

/* Is a choice that occurs once a slip of another one of the shape? */
bool majority_is_slip(const struct majority *majority, const struct shape *shape,
                      uint32_t choice);

/* Is the key in all maps, or in all but few? */
bool majority_requires(const struct majority *majority, const struct key_shape *key,
                       uint32_t maps);

/* A much more frequent name that is near that of a rare key, or an empty string. */
struct str majority_meant_key(const struct shape *shape, const struct key_shape *key);

/* Adds to outliers the values that are of a kind that is not allowed. */
void majority_refused_kinds(const struct majority *majority, const struct shape *shape,
                            struct witness *outliers);

/* "d/31.md, d/40.md and 2 more". */
void majority_add_articles(const struct majority *majority, const struct witness *witness,
                           struct buf *out);

/* "30 of 31; not d/31.md". */
void majority_add_outliers(const struct majority *majority, uint32_t total,
                           const struct witness *outliers, struct buf *out);

#endif
