/* profile.h - which rules, options and schema hold for a file */
#ifndef LINT_PROFILE_H
#define LINT_PROFILE_H

#include <stdbool.h>

#include "lint/arena.h"
#include "lint/rule_table.h"
#include "lint/schema/schema.h"

/*
 * The outcome of all configuration for a group of files. Made in the parent,
 * read-only in the workers. Both arrays are indexed as the rule table.
 */
struct profile {
    enum severity *severities;   /* SEVERITY_OFF: the rule does not run */
    const void **settings;       /* NULL for rules without options */
    const struct schema *schema; /* of the front matter; NULL when there is none */
    bool front_matter_required;
};

enum preset { PRESET_NAME_RECOMMENDED, PRESET_NAME_MARKDOWNLINT, PRESET_NAME_ALL };

/* Every rule of the preset at its own severity with default options. */
void profile_init(struct profile *profile, const struct rule_table *table,
                  enum preset preset, struct arena *arena);

/* A copy that can be changed without changing the original. */
void profile_copy(struct profile *profile, const struct profile *from,
                  const struct rule_table *table, struct arena *arena);

/* A mistake in a rule's configuration: span of the key or value that is wrong. */
struct profile_error {
    struct span span;
    struct str message; /* with a suggestion where something near exists */
};

/*
 * Applies one `name: value` of a config's `rules` map to the profile. name is a
 * code, name, alias or tag; value false, true, a severity name or a map of
 * options with an optional `severity`. Options left out keep their defaults.
 * Returns the number of errors (each passed to on_error), 0 when all is well.
 */
typedef void profile_error_fn(void *context, const struct profile_error *error);
int profile_apply(struct profile *profile, const struct rule_table *table,
                  const struct entry *entry, struct arena *arena,
                  profile_error_fn *on_error, void *context);

/*
 * Applies a configure-file comment: an object as markdownlint's configuration
 * has it (rules by code, name, alias or tag, and `default`). Unknown keys and
 * values that make no sense are ignored.
 */
void profile_configure_file(struct profile *profile, const struct rule_table *table,
                            const struct value *config, struct arena *arena);

#endif
