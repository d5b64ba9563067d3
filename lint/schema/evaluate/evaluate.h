/* evaluate.h - does a value hold to a schema; for lint/schema alone */
#ifndef LINT_SCHEMA_EVALUATE_EVALUATE_H
#define LINT_SCHEMA_EVALUATE_EVALUATE_H

#include "lint/schema/compiled/compiled.h"
#include "lint/schema/evaluate/seen.h"

/* A pattern that took too many steps on a text: neither yes nor no. */
struct expensive {
    const struct check *check;
    const struct regex *regex;
    struct span span; /* of the value, or of the key */
    struct expensive *next;
};

/* Each costs REGEX_MATCH_LIMIT steps: more of them are a schema that is too expensive. */
enum { SCHEMA_MAX_EXPENSIVE = 100 };

/* One document against one schema. */
struct evaluation {
    const struct schema *schema;
    struct arena *arena; /* scratch: for bit sets of large values */
    uint32_t depth;
    uint32_t steps;
    bool exhausted; /* a limit was reached: the verdicts mean nothing any more */
    struct expensive *expensive; /* newest first */
    uint32_t expensive_count;
    bool assumption; /* what is taken for the verdict of those patterns */
    const struct resource
        *scope[SCHEMA_MAX_DEPTH + 1]; /* dynamic scope, outermost first */
    uint32_t scope_count;
};

void evaluation_init(struct evaluation *e, const struct schema *schema,
                     struct arena *arena);

/*
 * Does instance hold to schema? Marks in seen (may be NULL) the entries of
 * instance that were evaluated; after false its content means nothing.
 */
bool evaluate(struct evaluation *e, const struct subschema *schema,
              const struct value *instance, struct seen *seen);

/* The root of a tree; an empty map for a tree that has none. */
const struct value *instance_root(const struct value_tree *instance);

/* One check alone. */
bool evaluate_check(struct evaluation *e, const struct check *check,
                    const struct value *instance, struct seen *seen);

/* Around the checks of a schema that are not run by evaluate(): the dynamic scope.
 * Returns false, and nothing is to be left, when a limit is reached. */
bool evaluation_enter(struct evaluation *e, const struct subschema *schema);
void evaluation_leave(struct evaluation *e, const struct subschema *schema);

/* Where a dynamic reference leads right now. */
const struct subschema *evaluation_dynamic(const struct evaluation *e,
                                           const struct dynamic_reference *reference);

const struct property *properties_find(const struct properties *properties,
                                       struct str name);

/* Index of the first item that equals an earlier one, whose index is *first; the
 * number of items when all differ. */
uint32_t first_repeated_item(const struct value *list, uint32_t *first);

/* Does the pattern match text, which stands at span? */
bool evaluation_matches(struct evaluation *e, const struct check *check,
                        const struct regex *regex, struct span span, struct str text);

/* How items of the prefix and the rest divide a list. */
static inline const struct subschema *items_schema(const struct items *items, uint32_t i)
{
    return i < items->prefix.count ? items->prefix.items[i] : items->rest;
}

#endif
