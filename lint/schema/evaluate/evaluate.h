/* evaluate.h - evaluates schemas: is a value valid; for lint/schema only */
#ifndef LINT_SCHEMA_EVALUATE_EVALUATE_H
#define LINT_SCHEMA_EVALUATE_EVALUATE_H

#include "lint/schema/compiled/compiled.h"
#include "lint/schema/evaluate/seen.h"

/* A pattern that took too many steps on a text: neither match nor mismatch. */
struct expensive {
    const struct check *check;
    const struct regex *regex;
    struct span span; /* of the value, or of the key */
    struct expensive *next;
};

/* Each costs REGEX_MATCH_LIMIT steps: with more of them the schema is too expensive. */
enum { SCHEMA_MAX_EXPENSIVE = 100 };

/* The evaluation of one document by one schema. */
struct evaluation {
    const struct schema *schema;
    struct arena *arena; /* scratch: for bit sets of large values */
    uint32_t depth;
    uint32_t steps;
    bool exhausted; /* a limit was reached: from then on the verdicts mean nothing */
    struct expensive *expensive; /* newest first */
    uint32_t expensive_count;
    bool assumption; /* the verdict that is assumed for those patterns */
    const struct resource
        *scope[SCHEMA_MAX_DEPTH + 1]; /* dynamic scope, outermost first */
    uint32_t scope_count;
};

void evaluation_init(struct evaluation *e, const struct schema *schema,
                     struct arena *arena);

/*
 * Is instance valid by schema? Marks in seen (may be NULL) the entries of instance that
 * were evaluated; when the answer is false, seen means nothing.
 */
bool evaluate(struct evaluation *e, const struct subschema *schema,
              const struct value *instance, struct seen *seen);

/* The root of a tree; an empty map for a tree that has none. */
const struct value *instance_root(const struct value_tree *instance);

/* Is instance valid by one check? */
bool evaluate_check(struct evaluation *e, const struct check *check,
                    const struct value *instance, struct seen *seen);

/* Enters the dynamic scope of a schema whose checks are not run by evaluate(). False when
 * a limit is reached; then it must not be left. */
bool evaluation_enter(struct evaluation *e, const struct subschema *schema);
void evaluation_leave(struct evaluation *e);

/* The schema that a dynamic reference leads to in the current scope. */
const struct subschema *evaluation_dynamic(const struct evaluation *e,
                                           const struct dynamic_reference *reference);

const struct property *properties_find(const struct properties *properties,
                                       struct str name);

/* The index of the first item that equals an earlier one, whose index is *first; the
 * number of items when all differ. */
uint32_t first_repeated_item(const struct value *list, uint32_t *first);

/* Does the pattern match text, which is at span? */
bool evaluation_matches(struct evaluation *e, const struct check *check,
                        const struct regex *regex, struct span span, struct str text);

/* The schema of an item: one of the prefix, or that of the rest. */
static inline const struct subschema *items_schema(const struct items *items, uint32_t i)
{
    return i < items->prefix.count ? items->prefix.items[i] : items->rest;
}

#endif
