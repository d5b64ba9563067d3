/* file.h - reads and checks one config, with what it extends */
#ifndef LINT_CONFIG_FILE_H
#define LINT_CONFIG_FILE_H

#include "lint/config/reader.h"

/*
 * The config at an absolute path, with all that it extends, in the arena of the reader.
 * NULL when something is wrong in it; the reader's errors say what. When it cannot be
 * read, the error is at the place that names it.
 */
const struct config_file *config_file_read(struct config_reader *reader, struct str path,
                                           const struct config_place *place);

#endif
