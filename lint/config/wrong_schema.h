/* wrong_schema.h - what is wrong with a schema that a config names */
#ifndef LINT_CONFIG_WRONG_SCHEMA_H
#define LINT_CONFIG_WRONG_SCHEMA_H

#include "lint/config/reader.h"
#include "lint/schema/schema.h"

/*
 * Adds the errors of the file that error, of schema_load() with these options, is in:
 * all that `stet schema check` finds there, in the order of the text, unless that was
 * done before. An error without a file is added at the place that names the schema.
 */
void config_complain_of_schema(struct config_reader *reader,
                               const struct config_place *place,
                               const struct schema_error *error,
                               const struct schema_options *options);

#endif
