/* profile.h - which rules, options and schema hold for a file */
#ifndef LINT_RULE_PROFILE_H
#define LINT_RULE_PROFILE_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/rule/table.h"
#include "lint/schema/schema.h"

/* Which schema holds for articles by the value of one of their fields. */
struct schema_field {
    struct str name;
    const struct schema_by_value {
        struct str value;
        const struct schema *schema;
    } * schemas;
    uint32_t count;
    const struct schema *values; /* finds that a value is none of these */
};

/*
 * The outcome of all configuration for a group of files. Made in the parent,
 * read-only in the workers. The arrays are indexed as the rule table.
 */
struct profile {
    enum severity *severities; /* SEVERITY_OFF: the rule does not run */
    const void **settings; /* NULL for rules without options; also of rules that are off,
                              which a comment may turn on */
    bool *configured;      /* named by the config, so not only on or off by the preset */
    const struct schema *schema;      /* of the front matter; NULL when there is none */
    bool schema_fixed;                /* whatever the article itself says */
    const struct schema_field *field; /* comes before `schema`; NULL: none */
    const struct schema_options *project; /* for schemas that articles name; NULL: no
                                             config says where the project is */
    bool front_matter_required;
    struct str yaml_generator; /* what builds the site; empty: not known */
};

enum preset { PRESET_NAME_RECOMMENDED, PRESET_NAME_MARKDOWNLINT, PRESET_NAME_ALL };

/* "recommended", "markdownlint", "all"; NULL-terminated, in the order of enum preset. */
extern const char *const preset_names[];

/* False when there is no preset of that name. */
bool preset_find(struct str name, enum preset *preset);

/*
 * Every rule of the preset at its own severity with default options. Rules that
 * speak for the core (an unreadable file, a crash) are on in every preset.
 */
void profile_init(struct profile *profile, const struct rule_table *table,
                  enum preset preset, struct arena *arena);

/* A copy that can be changed without changing the original; settings are shared. */
void profile_copy(struct profile *profile, const struct profile *from,
                  const struct rule_table *table, struct arena *arena);

/*
 * Applies one `name: value` of a config's `rules` map to the profile. name is a
 * code, name, alias or tag; value false, true, a severity name or a map of
 * options with an optional `severity`. A map sets all options anew: those left
 * out have their defaults. Any other value leaves the options as they are. A tag
 * takes no options, as its rules have different ones.
 * False when something is wrong; each mistake is passed to on_mistake unless it is NULL.
 */
typedef void profile_mistake_fn(void *context, const struct mistake *mistake);
bool profile_apply(struct profile *profile, const struct rule_table *table,
                   const struct entry *entry, struct arena *arena,
                   profile_mistake_fn *on_mistake, void *context);

/*
 * Applies the object of a markdownlint-configure-file comment as markdownlint
 * reads it: keys are codes, names, aliases, tags and `default`, which stands for
 * markdownlint's rules that the config does not name. What is unknown or of the
 * wrong type is passed over. A value that is no map changes nothing.
 */
void profile_configure_file(struct profile *profile, const struct rule_table *table,
                            const struct value *value, struct arena *arena);

/*
 * Turns off every rule but those in `only` (codes, names, aliases or tags), which
 * keep what the config says of them, or else are on at their own severity.
 * False when a name is no rule's: then *unknown is the first such, and the others hold.
 */
bool profile_only(struct profile *profile, const struct rule_table *table,
                  struct str_list only, struct str *unknown);

/* Turns these rules off. False when a name is no rule's, as above. */
bool profile_disable(struct profile *profile, const struct rule_table *table,
                     struct str_list names, struct str *unknown);

#endif
