/* config.h - from files and the command line to a profile for each file */
#ifndef LINT_CONFIG_CONFIG_H
#define LINT_CONFIG_CONFIG_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"
#include "lint/config/error.h"
#include "lint/files/file.h"
#include "lint/rule/profile.h"
#include "lint/rule/table.h"

/* What the command line says; it wins over every config. Starts as {0}. */
struct config_options {
    const char *file;         /* --config: this one, for all files; else NULL */
    bool none;                /* --no-config */
    const char *preset;       /* --preset, or NULL */
    struct str_list only;     /* --rule: nothing but these; empty for no such wish */
    struct str_list disabled; /* --disable */
    const char *schema;       /* --schema, or NULL */
    struct str_list allowed;  /* --allow-outside: absolute folders, links resolved */
};

/* All configs that were looked at. For one process; nothing in it changes once every
 * file has its profile. */
struct config;

/*
 * Starts with the command line, whose mistakes are errors at once. Everything
 * lives in the arena, and so do the profiles.
 */
struct config *config_new(struct arena *arena, const struct rule_table *table,
                          const struct config_options *options);

/*
 * What holds for the file at this absolute path (links resolved; it need not be
 * there). The config is the first of stet.yaml, .stet.yaml and stet.json in the
 * nearest folder, from the file's own up to the root of the repository; without one up to
 * the home folder, and to no folder that every user may write. It is
 * read on the first call that needs it; when it has errors, the profile is that
 * of no config. Files for which the same holds have the same profile.
 */
const struct profile *config_profile(struct config *config, struct str path);

/* Does the config leave this file or folder out? The folders it is in are not looked at.
 */
bool config_ignores(struct config *config, struct str path, bool is_folder);

/* All mistakes so far, in the order they were come upon. */
const struct config_error *config_errors(const struct config *config, uint32_t *count);

/* All files that were read so far: configs, schemas and what these refer to. */
const struct file_log *config_files(const struct config *config);

/* What a user should know of how configs were looked for, each a sentence. */
struct str_list config_notices(const struct config *config);

#endif
