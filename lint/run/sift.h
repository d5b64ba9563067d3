/* sift.h - fixes that would change more of an article than they may */
#ifndef LINT_RUN_SIFT_H
#define LINT_RUN_SIFT_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/run/likeness.h"
#include "lint/run/rounds.h"

enum {
    /* How many times the article may be rendered to find the fix that does harm: each
     * takes as long as parsing. Beyond, all fixes of a rule go with it. */
    SIFT_MAX_TRIES = 64,
};

/* What may not be fixed, known by its rule, its message and its line: these stay when
 * other lines change. */
struct sift {
    const struct mending *mending;
    uint64_t *keys;
    uint32_t count;
    uint32_t capacity;
    bool *rules; /* by index: none of the rule's findings */
    bool any_rule;
    uint32_t tries;
    struct arena *arena;
};

void sift_init(struct sift *sift, const struct mending *mending, struct arena *arena);

/* Is there nothing in it? */
bool sift_empty(const struct sift *sift);

/* Is the finding in this source one that may not be fixed? */
bool sift_has(const struct sift *sift, const struct source *source,
              const struct diagnostic *found);

/* Removes from the list what does harm to this version, by itself or together. Unsafe
 * fixes are only held to the values of the front matter that they do not touch. */
void sift_out(struct sift *sift, const struct version *version, struct diagnostics *list,
              bool unsafe);

/* What is said beside a finding that is in the sift. In the arena. */
struct diagnostic sift_note(const struct diagnostic *found,
                            const struct rule_table *rules, struct arena *arena);

#endif
