/* data_file.h - data files that a schema refers to; for lint/schema only */
#ifndef LINT_SCHEMA_VOCABULARY_DATA_FILE_H
#define LINT_SCHEMA_VOCABULARY_DATA_FILE_H

#include "lint/schema/vocabulary/vocabulary.h"

/* Lists of authors and tags have some thousand entries of a hundred bytes. */
enum { DATA_MAX_BYTES = 8 * 1024 * 1024 };

/*
 * The tree of a YAML, JSON or TOML file (by its name). path is relative to the file of
 * the schema and must stay inside the project. Each file is read once per schema. NULL,
 * with the error filled at path, when it does not exist or cannot be parsed.
 */
const struct value *data_file_read(struct compiler *c, const struct advice *advice,
                                   const struct value *path);

/* A folder in a project: both absolute and without links. */
struct base {
    struct str root;
    struct str folder; /* the root or inside it */
};

/* The folder that a path in the schema names, relative to the file of the schema; false,
 * with the error filled, when there is none. */
bool schema_folder(struct compiler *c, const struct advice *advice,
                   const struct value *path, struct base *base);

#endif
