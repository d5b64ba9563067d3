/* data_file.h - lists that a schema refers to; for lint/schema alone */
#ifndef LINT_SCHEMA_VOCABULARY_DATA_FILE_H
#define LINT_SCHEMA_VOCABULARY_DATA_FILE_H

#include "lint/schema/vocabulary/vocabulary.h"

/* Lists of authors and tags have some thousand entries of a hundred bytes. */
enum { DATA_MAX_BYTES = 8 * 1024 * 1024 };

/*
 * The tree of a YAML, JSON or TOML file (by its name). path is relative to the schema's
 * own file and must stay inside the project. Each file is read once for a schema. NULL,
 * with the error filled at path, when it is not there or does not parse.
 */
const struct value *data_file_read(struct compiler *c, const struct advice *advice,
                                   const struct value *path);

/* A folder of a project: both absolute and without links. */
struct base {
    struct str root;
    struct str folder; /* the root or inside it */
};

/* The folder that a path in the schema names, relative to the schema's own file; false
 * with the error filled. */
bool schema_folder(struct compiler *c, const struct advice *advice,
                   const struct value *path, struct base *base);

#endif
