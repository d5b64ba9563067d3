/* markdownlint.h - what holds in a folder by configs of markdownlint and
 * markdownlint-cli2
 */
#ifndef LINT_CONFIG_MARKDOWNLINT_H
#define LINT_CONFIG_MARKDOWNLINT_H

#include "lint/config/markdownlint_globs.h"
#include "lint/config/reader.h"
#include "lint/files/discover.h"

/* An item of `overrides`: the rules for the files that it chooses. */
struct markdownlint_override {
    struct markdownlint_globs filter;
    const struct value *rules;
};

/*
 * The configs of a folder over those of the folders above it, as markdownlint-cli2 puts
 * them together when it is started in the outermost folder that has one. Lives in the
 * arena of the reader and is never changed.
 */
struct markdownlint_config {
    const struct markdownlint_config *outer; /* NULL: none above */
    const struct markdownlint_config *base;  /* the outermost; may be itself */
    struct str folder;                       /* patterns are relative to it */
    const struct value
        *passed_on;              /* rules of .markdownlint.* for folders below, or NULL */
    const struct value *options; /* the object of markdownlint-cli2, or NULL */
    const struct value *rules;   /* what holds: a map, or NULL for the defaults */
    struct markdownlint_globs ignores;
    struct markdownlint_globs base_ignores; /* the same for the walk, of the outermost */
    const struct markdownlint_override *overrides; /* the first that matches counts */
    uint32_t override_count;
    const struct regex *front_matter; /* `frontMatter`, or NULL */
    struct markdownlint_globs
        globs;                    /* of the outermost: what it finds; empty: Markdown */
    struct str gitignore_text;    /* of the outermost: what another file than .gitignore
                                     says */
    struct ignore_list gitignore; /* its patterns */
};

/*
 * What holds in an absolute folder by its own files: outer, what holds in the folder
 * above (or NULL), when it has none. NULL when something is wrong in them; the reader's
 * errors say what.
 */
const struct config_file *markdownlint_enter(struct config_reader *reader,
                                             struct str folder,
                                             const struct config_file *outer);

/* The one file at an absolute path, whose name says that it is markdownlint's, alone.
 * NULL as above. */
const struct config_file *markdownlint_alone(struct config_reader *reader,
                                             struct str path,
                                             const struct config_place *place);

/* Applies the configs to a profile that none has changed; unless override is NULL, the
 * rules are those of that. */
void markdownlint_configure(const struct markdownlint_config *config,
                            const struct markdownlint_override *override,
                            struct profile *profile, const struct rule_table *table,
                            struct arena *arena);

/* The override that chooses the file at an absolute path, or NULL. */
const struct markdownlint_override *
markdownlint_override_for(const struct markdownlint_config *config, struct str path);

/* Do the configs leave out this absolute path? The folders above it are not
 * considered. */
bool markdownlint_ignores(const struct markdownlint_config *config, struct str path,
                          bool is_folder);

/* Is the file at an absolute path one of those that the configs find? */
enum discover_claim markdownlint_claim(const struct markdownlint_config *config,
                                       struct str path);

/* How the configs find files: flags of enum discover_way. */
unsigned markdownlint_ways(const struct markdownlint_config *config);

#endif
