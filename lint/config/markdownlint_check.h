/* markdownlint_check.h - mistakes in configs of markdownlint's */
#ifndef LINT_CONFIG_MARKDOWNLINT_CHECK_H
#define LINT_CONFIG_MARKDOWNLINT_CHECK_H

#include "lint/config/reader.h"

/*
 * Checks a map of rules that is written in the file. False, after reporting them, when
 * options have values that they cannot have. Rules and options that nobody knows are only
 * noted: markdownlint passes over them, and its rules may come from elsewhere.
 */
bool markdownlint_check_rules(struct config_reader *reader,
                              const struct config_file *file, const struct value *map);

/*
 * Checks the object of markdownlint-cli2, the root of a tree that is written in the file,
 * but for the rules in it. False, after reporting them, when values have the wrong type.
 * What stet cannot honour is noted by config_cannot_honour().
 */
bool markdownlint_check_options(struct config_reader *reader,
                                const struct config_file *file,
                                const struct value_tree *tree);

#endif
