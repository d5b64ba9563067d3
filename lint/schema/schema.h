/* schema.h - JSON Schema: compile once, then validate */
#ifndef LINT_SCHEMA_SCHEMA_H
#define LINT_SCHEMA_SCHEMA_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/schema/violation.h"
#include "lint/source/source.h"
#include "lint/value/value.h"

/* Dialects; `$schema` picks one, the caller says which holds without it. */
enum dialect {
    DIALECT_DRAFT4,
    DIALECT_DRAFT6,
    DIALECT_DRAFT7,
    DIALECT_2019_09,
    DIALECT_2020_12
};

/* A compiled schema, read-only and shared by all workers. */
struct schema;

/* Where a `$ref` to another document is looked up. Nothing is ever fetched. */
struct schema_remote {
    struct str prefix; /* of the URI, "http://localhost:1234/", up to a slash */
    struct str folder; /* files below it stand for URIs below the prefix; of two with one
                          prefix the later holds */
};

struct file_log;

struct schema_options {
    enum dialect dialect; /* when the schema does not say */
    bool assert_format;   /* `format` asserts; without it it only annotates */
    const struct schema_remote *remotes;
    uint32_t remote_count;
    struct str root; /* absolute, links resolved: files outside this folder are refused;
                        empty: no file is read */
    struct str_list allowed; /* folders outside of root that may be read as well */
    struct file_log *log;    /* gets the files that are read, unless it is NULL */
};

/* What holds where no config says otherwise: 2020-12, `format` asserts, files below root
 * (may be empty) may be referred to. */
struct schema_options schema_options_default(struct str root);

/* Why a schema cannot be used. */
struct schema_error {
    const char *path;            /* the file it is in */
    const struct source *source; /* what is at path; NULL: there are no lines to count */
    struct mistake mistake;
};

/*
 * Compiles the schema in a YAML or JSON file, with every document it refers to.
 * Returns NULL and fills *error on the first mistake; on success the schema
 * lives in the arena. Meta-schemas and their vocabularies are built in.
 */
const struct schema *schema_load(struct arena *arena, const char *path,
                                 const struct schema_options *options,
                                 struct schema_error *error);

/*
 * As schema_load for a tree at hand, which must have a root and live as long as
 * the schema; base is the URI it would have been read from. Errors in it have
 * a span, but neither path nor source.
 */
const struct schema *schema_compile(struct arena *arena, const struct value_tree *tree,
                                    struct str base, const struct schema_options *options,
                                    struct schema_error *error);

/* The URI of the file at an absolute path: a base for schema_compile(). */
struct str schema_file_uri(struct arena *arena, struct str path);

/* Does the schema itself speak of a property `$schema` of what it describes? If not, that
 * one is the business of whoever picks the schema. */
bool schema_knows_meta_key(const struct schema *schema);

/*
 * Is instance valid? A tree without a root counts as an empty map or, when
 * problems are why, as valid: they say enough. Builds no messages: the path nearly
 * every document takes.
 */
bool schema_valid(const struct schema *schema, const struct value_tree *instance,
                  struct arena *arena);

/*
 * What is wrong with instance, in order of spans; NULL and *count 0 when it is
 * valid. data is the file the tree was read from, with a NUL behind it as struct source
 * has it. All in the arena.
 */
const struct violation *schema_explain(const struct schema *schema,
                                       const struct value_tree *instance,
                                       const char *data, struct arena *arena,
                                       uint32_t *count);

/* Does the schema have keywords of our own (docs/vocabulary) that give advice? */
bool schema_advises(const struct schema *schema);

/*
 * As schema_explain, with the advice besides: it comes for valid documents too. around
 * may be NULL: no advice.
 */
struct environment;
const struct violation *schema_review(const struct schema *schema,
                                      const struct value_tree *instance, const char *data,
                                      const struct environment *around,
                                      struct arena *arena, uint32_t *count);

#endif
