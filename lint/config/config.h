/* config.h - finds the profile of each file, from configs and the command line */
#ifndef LINT_CONFIG_CONFIG_H
#define LINT_CONFIG_CONFIG_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"
#include "lint/config/allowance.h"
#include "lint/config/draft.h"
#include "lint/config/error.h"
#include "lint/files/discover.h"
#include "lint/files/file.h"
#include "lint/rule/profile.h"
#include "lint/rule/table.h"

/* What the command line says, which takes precedence over every config. Starts as {0}. */
struct config_options {
    const char *file;         /* --config: the config for all files; else NULL */
    bool none;                /* --no-config */
    const char *preset;       /* --preset, or NULL */
    struct str_list only;     /* --rule: only these; empty for all */
    struct str_list disabled; /* --disable */
    const char *schema;       /* --schema, or NULL */
    bool without_schemas;     /* the schemas that configs name are not looked at */
    bool foreign;             /* only configs of markdownlint's are looked for */
    struct str_list allowed;  /* --allow-outside: absolute folders, links resolved */
    struct config_allowance *allowance; /* for what is read; NULL: no limits */
    struct config_draft draft;          /* need not be on disk */
};

/* All configs of a run. Used in the parent only; nothing in it changes once every file
 * has its profile. */
struct config;

/*
 * Starts with the command line, whose mistakes become errors at once. Everything lives in
 * the arena, but configs, schemas and profiles in that of the allowance; what table and
 * options point to is not copied. Never NULL.
 */
struct config *config_new(struct arena *arena, const struct rule_table *table,
                          const struct config_options *options);

/*
 * The profile of the file at this absolute path (links resolved; it need not exist). Its
 * config is the first of stet.yaml, stet.yml, .stet.yaml, .stet.yml and stet.json in the
 * nearest folder that has one, from its own up to the root of the repository; outside of
 * any repository, up to the home folder, and never in a folder that every user may write.
 * A config is read on the first call that needs it; when it has errors, the profile is
 * that of no config. Files with the same configuration have the same profile. Never NULL.
 */
const struct profile *config_profile(struct config *config, struct str path);

/* Does the config leave out this file or folder? The folders above it are not
 * considered. */
bool config_ignores(struct config *config, struct str path, bool is_folder);

/* Does the config name the extension of this file as one of articles? */
bool config_counts(struct config *config, struct str path);

/* For discover(): what the config ignores and what it counts as an article. All else is
 * as in an empty struct. */
struct discover_options config_discovery(struct config *config);

/* The path of the config of stet's own in an absolute folder; empty when there is none.
 */
struct str config_own_in(struct arena *arena, struct str folder);

enum translated {
    TRANSLATED,
    TRANSLATED_NOTHING, /* there is no config of markdownlint's */
    TRANSLATED_ABOVE,   /* one in a folder above holds as well: see *above */
};

/*
 * Appends to out, as one config of stet's for an absolute folder, what all configs of
 * markdownlint's say that were met so far, all of them in the folder or above it. The
 * options of the config must say `foreign`. *above is the outermost folder that has one.
 */
enum translated config_translate(struct config *config, struct str folder,
                                 struct buf *out, struct str *above);

/* Is this the name of a config, as config_profile() looks for it? */
bool config_is_name(struct str name);

/* The errors so far, in the order in which they were found: the first CONFIG_MAX_ERRORS
 * of them. */
const struct config_error *config_errors(const struct config *config, uint32_t *count);

/* How many errors there are besides those. */
uint32_t config_errors_left_out(const struct config *config);

/* All files that were read so far: configs, schemas and what these refer to. */
const struct file_log *config_files(const struct config *config);

/* What a user should know about how configs were found, each a sentence. */
struct str_list config_notices(const struct config *config);

#endif
