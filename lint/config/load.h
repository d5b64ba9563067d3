/* load.h - the text of a config, and its values */
#ifndef LINT_CONFIG_LOAD_H
#define LINT_CONFIG_LOAD_H

#include "lint/config/reader.h"

/* The text of the file at an absolute path (real: links resolved), and nothing else of
 * it, in the arena of the reader. NULL when it cannot be read; the error is at the place.
 */
struct config_file *config_file_load(struct config_reader *reader, struct str path,
                                     struct str real, const struct config_place *place);

/* Reads that text, as YAML unless its name says JSON or TOML. False, after reporting
 * them, when there are mistakes. */
bool config_file_parse(struct config_reader *reader, const struct config_file *file,
                       struct value_tree *tree);

#endif
