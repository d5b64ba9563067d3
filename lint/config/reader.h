/* reader.h - what is known while configs are read: files, paths, errors */
#ifndef LINT_CONFIG_READER_H
#define LINT_CONFIG_READER_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str_map.h"
#include "lint/config/draft.h"
#include "lint/config/error.h"
#include "lint/files/file.h"
#include "lint/files/ignore.h"
#include "lint/files/reach.h"
#include "lint/rule/profile.h"
#include "lint/source/source.h"
#include "lint/value/value.h"

/* `frontMatter`; what is not given is inherited. */
struct config_front_matter {
    const struct schema *schema;
    bool schema_given; /* may be null: no schema */
    const struct schema_field *field;
    bool field_given; /* may be null: no field */
    bool required;
    bool required_given;
    const struct regex *pattern; /* what comes before Markdown; NULL: the usual blocks */
    bool pattern_given;
};

/* `inlineConfig` */
struct config_comments {
    bool given;
    bool heeded;
};

/* One item of `overrides`. */
struct config_override {
    struct ignore_list files; /* the override applies to what they leave out */
    enum preset preset;
    bool preset_given;
    const struct value *rules; /* a map, or NULL */
    struct config_front_matter front_matter;
    struct config_comments comments;
    struct str yaml_generator; /* `yaml.generator`, or empty */
};

struct markdownlint_config;

struct config_file {
    struct str path;   /* absolute */
    struct str real;   /* path with links resolved, which is read */
    struct str shown;  /* as errors name it */
    struct str folder; /* patterns and paths in it are relative to this */
    struct source source;
    enum preset preset;
    bool preset_given;
    const struct value *rules; /* a map, or NULL */
    struct config_front_matter front_matter;
    struct config_comments comments;
    const struct schema_remote *remotes; /* its own */
    uint32_t remote_count;
    struct schema_options schemas; /* how schemas are compiled: project, all remotes */
    struct str yaml_generator;     /* `yaml.generator`, or empty */
    const struct config_override *overrides;
    uint32_t override_count;
    struct ignore_list ignore;
    struct ignore_list files; /* what they leave out counts as an article, nothing else */
    bool files_given;
    bool gitignore; /* do .gitignore files count? */
    bool gitignore_given;
    const struct value *extensions;    /* a list, or NULL */
    const struct config_file **layers; /* what it extends, each once, and itself last */
    uint32_t layer_count;
    bool reading; /* true while it is read, to find cycles of `extends` */
    /* What holds in a folder after configs of markdownlint's, of which path is the
     * nearest; NULL: one of stet's own. */
    const struct markdownlint_config *foreign;
};

/* Limits far beyond any real config. */
enum {
    CONFIG_MAX_BYTES = 4 * 1024 * 1024,
    CONFIG_MAX_DEPTH = 20,   /* of `extends`, which are followed recursively */
    CONFIG_MAX_LAYERS = 100, /* files that a config extends, directly or not */
};

/* Reads configs, and keeps them, so that each file is read once. Everything lives in the
 * arena. */
struct config_reader {
    struct arena *arena;
    struct config_draft draft;
    const struct rule_table *table;
    const struct schema *schema;         /* of configs; made for the first one */
    const struct schema *foreign_schema; /* of markdownlint-cli2's, the same */
    bool without_schemas;                /* those that configs name count as none */
    struct str_map files;                /* path -> config_file; NULL: it has errors */
    struct str_map schemas; /* config and path -> front matter schema; NULL: it has
                               errors */
    struct config_error *errors;
    uint32_t error_count; /* with those that are not kept */
    uint32_t error_capacity;
    struct str *notices; /* what is no error, but not as it seems */
    uint32_t notice_count;
    uint32_t notice_capacity;
    struct str *unhonoured; /* what is in markdownlint's configs and not done */
    uint32_t unhonoured_count;
    uint32_t unhonoured_capacity;
    uint32_t depth;
    struct file_log log; /* of configs, schemas and what these refer to */
    struct reach reach;  /* of the config that is read, and of all that it names */
};

/* Where a path was named. */
struct config_place {
    const struct config_file *file; /* NULL: found in a folder, or named by the user */
    struct span span;               /* in the file */
    bool named;                     /* on the command line: it may be anywhere */
};

/* A path in the config as an absolute path, links not resolved. */
struct str config_resolve(struct config_reader *reader, const struct config_file *file,
                          struct str path);

/*
 * Finds the file at an absolute path, links not resolved, that was named at a place;
 * *real gets its path with links resolved. False, after reporting it, when the file does
 * not exist (with the nearest that does), cannot be examined, or is outside of what a
 * config may name, in which case nothing is disclosed about it.
 */
bool config_find(struct config_reader *reader, struct str path,
                 const struct config_place *place, struct str *real);

/* Of more than CONFIG_MAX_ERRORS errors only the number is kept. */
void config_add_error(struct config_reader *reader, struct config_error error);

/* Adds a notice, which must live as long as the reader; those after the first
 * CONFIG_MAX_ERRORS are dropped. */
void config_note(struct config_reader *reader, struct str notice);

/* Adds something to what of markdownlint's configs stet cannot do: a phrase that lives as
 * long as the reader, such as "`plugins` of `x.json`". Each is kept once. */
void config_cannot_honour(struct config_reader *reader, struct str what);

/* Is only the number of further errors kept? Then they need no good message. */
bool config_is_full(const struct config_reader *reader);

/* Adds a mistake in the file as an error; when file is NULL, it is on the command line
 * and its span means nothing. */
void config_pass_on(struct config_reader *reader, const struct config_file *file,
                    const struct mistake *mistake);

/* The same, from a span and a message. */
void config_complain(struct config_reader *reader, const struct config_file *file,
                     struct span span, struct str message);

#endif
