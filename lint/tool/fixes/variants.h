/* variants.h - every rule alone, with each of its options */
#ifndef LINT_TOOL_FIXES_VARIANTS_H
#define LINT_TOOL_FIXES_VARIANTS_H

#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/rule/profile.h"

/* A rule that runs alone, with one option set, or with all rules together. */
struct variant {
    const struct rule *rule; /* NULL: all rules */
    uint32_t index;          /* of the rule */
    struct str options;      /* as JSON; empty: the defaults */
    struct profile profile;
};

struct variants {
    struct variant *items;
    uint32_t count;
    uint32_t capacity;
};

/* All rules of the table whose fixes are safe, in its order: each with its defaults, then
 * with every value of an option that is worth a try; at the end all rules together. The
 * schema, which may be NULL, is that of the front matter. In the arena. */
struct variants variants_make(const struct rule_table *table, const struct schema *schema,
                              struct arena *arena);

#endif
