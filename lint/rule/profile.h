/* profile.h - the rules, options and schema that apply to a file */
#ifndef LINT_RULE_PROFILE_H
#define LINT_RULE_PROFILE_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/rule/table.h"
#include "lint/schema/schema.h"

/* The schemas of articles, chosen by the value of one of their fields. */
struct schema_field {
    struct str name;
    const struct schema_by_value {
        struct str value;
        const struct schema *schema;
    } * schemas;
    uint32_t count;
    const struct schema *values; /* reports a value that is none of these */
};

/*
 * The result of all configuration for a group of files. Made in the parent, read-only in
 * the workers. The arrays are indexed like the rule table.
 */
struct profile {
    enum severity *severities; /* SEVERITY_OFF: the rule does not run */
    const void **settings; /* NULL for rules without options; set even for rules that are
                              off, as a comment may turn them on */
    bool *configured;      /* set by the config, not only by the preset */
    bool *locked;          /* off, and no comment in a file can switch it on */
    const struct schema *schema;      /* of the front matter; NULL when there is none */
    bool schema_fixed;                /* an article cannot choose another */
    const struct schema_field *field; /* takes precedence over `schema`; NULL: none */
    const struct schema_options *project; /* for schemas that articles name; NULL when no
                                             config defines the project */
    bool front_matter_required;
    const struct regex *front_matter_pattern; /* what comes before the Markdown; NULL: the
                                                 usual blocks */
    bool comments_off; /* those that suppress or configure are not heeded */
    bool only_json;    /* comments that configure are JSON, as to markdownlint alone; else
                          YAML, too, as to its programs */
    bool as_markdownlint;      /* the Markdown is what markdownlint says it is */
    struct str yaml_generator; /* the program that builds the site; empty: not known */
};

enum preset { PRESET_NAME_RECOMMENDED, PRESET_NAME_MARKDOWNLINT, PRESET_NAME_ALL };

/* "recommended", "markdownlint", "all"; NULL-terminated, in the order of enum preset. */
extern const char *const preset_names[];

/* The preset with that name; false when there is none. */
bool preset_find(struct str name, enum preset *preset);

/*
 * Makes a profile with every rule of the preset at its own severity, with default
 * options. Rules that report for the core (an unreadable file, a crash) are on in every
 * preset.
 */
void profile_init(struct profile *profile, const struct rule_table *table,
                  enum preset preset, struct arena *arena);

/* A copy that can be changed without changing the original; settings are shared. */
void profile_copy(struct profile *profile, const struct profile *from,
                  const struct rule_table *table, struct arena *arena);

/*
 * Applies one `name: value` of a config's `rules` map to the profile. name is a code,
 * name, alias or tag, or `default`, which changes nothing here; value is false, true, the
 * name of a severity or a map of options with an optional `severity`. A map sets all
 * options: those left out have their defaults. Any other value leaves the options
 * unchanged. A tag takes no options, because its rules have different ones. False when
 * something is wrong; each mistake is passed to on_mistake unless that is NULL.
 */
typedef void profile_mistake_fn(void *context, const struct mistake *mistake);
bool profile_apply(struct profile *profile, const struct rule_table *table,
                   const struct entry *entry, struct arena *arena,
                   profile_mistake_fn *on_mistake, void *context);

/*
 * Applies the value of `default` in a `rules` map, which may be NULL: false turns all
 * rules off but those that report for the core, a severity is that of all rules that are
 * on. What is said of single rules comes after it.
 */
void profile_apply_default(struct profile *profile, const struct rule_table *table,
                           const struct value *value);

/*
 * Turns off every rule but those in `only` (codes, names, aliases or tags), whatever
 * comments in a file say. These keep
 * what the config says about them or, if they are off, get their own severity. False when
 * a name is unknown: then *unknown is the first such name, and the others have been
 * applied.
 */
bool profile_only(struct profile *profile, const struct rule_table *table,
                  struct str_list only, struct str *unknown);

/* Turns off, whatever comments say, what is not true of all kinds of articles that are
 * not plain Markdown: every ordinary rule that has not every_dialect. */
void profile_leave_dialects(struct profile *profile, const struct rule_table *table);

/* Turns on what the preset `recommended` has for front matter: who names a schema wants
 * it heeded, whatever markdownlint has. */
void profile_heed_front_matter(struct profile *profile, const struct rule_table *table);

/* Turns these rules off. False when a name is unknown, as above. */
bool profile_disable(struct profile *profile, const struct rule_table *table,
                     struct str_list names, struct str *unknown);

#endif
