/* schema.h - JSON Schema: compiled once, then used to validate documents */
#ifndef LINT_SCHEMA_SCHEMA_H
#define LINT_SCHEMA_SCHEMA_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/schema/violation.h"
#include "lint/source/source.h"
#include "lint/value/value.h"

/* The dialects; `$schema` selects one, the caller says which one applies without it. */
enum dialect {
    DIALECT_DRAFT4,
    DIALECT_DRAFT6,
    DIALECT_DRAFT7,
    DIALECT_2019_09,
    DIALECT_2020_12
};

/* A compiled schema, read-only and shared by all workers. */
struct schema;

/* A folder with the documents below a URI. Nothing is ever fetched. */
struct schema_remote {
    struct str prefix; /* of the URI, "http://localhost:1234/", up to a slash */
    struct str folder; /* its files stand for the URIs below the prefix; of two with the
                          same prefix the later one counts */
};

struct file_log;

struct schema_options {
    enum dialect dialect; /* when the schema does not say */
    bool assert_format;   /* `format` asserts; else it only annotates */
    const struct schema_remote *remotes;
    uint32_t remote_count;
    struct str root; /* absolute, links resolved: files outside this folder are refused;
                        empty: no file is read */
    struct str_list allowed; /* folders outside of root that may be read as well */
    struct file_log *log;    /* gets the files that are read, unless it is NULL */
};

/* The options without a config: 2020-12, `format` asserts, and references may lead to
 * files below root (may be empty). */
struct schema_options schema_options_default(struct str root);

/* Why a schema cannot be used. */
struct schema_error {
    const char *path;            /* the file it is in */
    const struct source *source; /* the file at path; NULL: the span means nothing */
    struct mistake mistake;
};

/*
 * Compiles the schema in a YAML or JSON file, with every document it refers to. The
 * schema lives in the arena; options and what they point to are not copied. NULL, with
 * *error filled, on the first mistake. Meta-schemas and their vocabularies are built in.
 */
const struct schema *schema_load(struct arena *arena, const char *path,
                                 const struct schema_options *options,
                                 struct schema_error *error);

/*
 * As schema_load(), for a tree, which must have a root and live as long as the schema;
 * base is the URI that it would have been read from. Errors in it have a span, but
 * neither path nor source.
 */
const struct schema *schema_compile(struct arena *arena, const struct value_tree *tree,
                                    struct str base, const struct schema_options *options,
                                    struct schema_error *error);

/* The URI of the file at an absolute path: a base for schema_compile(). */
struct str schema_file_uri(struct arena *arena, struct str path);

/* Does the schema mention a property `$schema` of the documents it describes? If not,
 * that property is only for choosing a schema. */
bool schema_knows_meta_key(const struct schema *schema);

/*
 * Is instance valid? A tree without a root counts as an empty map or, when it has
 * problems, as valid: these are reported already. Builds no messages: the fast path for
 * valid documents.
 */
bool schema_valid(const struct schema *schema, const struct value_tree *instance,
                  struct arena *arena);

/*
 * What is wrong with instance, in the order of spans, in the arena; NULL with *count 0
 * when it is valid. data is the file that the tree was read from, followed by a NUL as in
 * struct source.
 */
const struct violation *schema_explain(const struct schema *schema,
                                       const struct value_tree *instance,
                                       const char *data, struct arena *arena,
                                       uint32_t *count);

/* Has the schema any of stet's own keywords (docs/vocabulary) that give advice? */
bool schema_advises(const struct schema *schema);

/*
 * As schema_explain() for the front matter of an article, which messages call so, with
 * the advice, which valid documents get as well. around may be NULL: no advice.
 */
struct environment;
const struct violation *schema_review(const struct schema *schema,
                                      const struct value_tree *instance, const char *data,
                                      const struct environment *around,
                                      struct arena *arena, uint32_t *count);

#endif
