/* markdownlint_scope.h - the files that configs of markdownlint-cli2 are about */
#ifndef LINT_CONFIG_MARKDOWNLINT_SCOPE_H
#define LINT_CONFIG_MARKDOWNLINT_SCOPE_H

#include "lint/config/markdownlint.h"

/* Adds the patterns of a list (or NULL) in the config at a path. Those that cannot be
 * used are left out, and named by config_cannot_honour(). */
void markdownlint_take_globs(struct config_reader *reader, struct str path,
                             const struct value *list, struct markdownlint_globs *globs);

/* Takes `globs`, `ignores` and `gitignore` from the options of a config, of which file is
 * the nearest. */
void markdownlint_take_scope(struct config_reader *reader, const struct config_file *file,
                             struct markdownlint_config *config);

#endif
