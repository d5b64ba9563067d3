/* markdownlint_extends.h - what configs of markdownlint's extend */
#ifndef LINT_CONFIG_MARKDOWNLINT_EXTENDS_H
#define LINT_CONFIG_MARKDOWNLINT_EXTENDS_H

#include "lint/config/reader.h"

/*
 * The map of rules in the file with what its `extends` names, and what that extends,
 * below it; without the key itself. NULL, after reporting it, when something is wrong,
 * also in those files. JavaScript counts as empty, and is named by
 * config_cannot_honour().
 */
const struct value *markdownlint_extend(struct config_reader *reader,
                                        const struct config_file *file,
                                        const struct value *map);

#endif
