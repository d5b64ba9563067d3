/* front_matter.h - `frontMatter` of a config: schemas, and which one applies */
#ifndef LINT_CONFIG_FRONT_MATTER_H
#define LINT_CONFIG_FRONT_MATTER_H

#include "lint/config/reader.h"

/* Sets file->schemas and its remotes, which all schemas of the config are compiled with,
 * from `frontMatter.remotes` (a map or NULL). The layers must be known. */
void config_take_remotes(struct config_reader *reader, struct config_file *file,
                         const struct value *map);

/* Reads the rest of a `frontMatter` map (or NULL) and compiles the schemas it names. */
void config_take_front_matter(struct config_reader *reader,
                              const struct config_file *file, const struct value *map,
                              struct config_front_matter *out);

/* The regular expression that a value in the file is; NULL when there is none, or it is
 * malformed, which is reported. */
const struct regex *config_read_pattern(struct config_reader *reader,
                                        const struct config_file *file,
                                        const struct value *value);

/*
 * The schema of front matter in the file at an absolute path, compiled with the project
 * and the remotes of a config (NULL: the project that the schema is in). NULL when it is
 * wrong; the error is at its place in that file or, when it has none, at the place that
 * names it.
 */
const struct schema *config_read_schema(struct config_reader *reader, struct str path,
                                        const struct config_file *config,
                                        const struct config_place *place);

#endif
