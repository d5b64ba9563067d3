/* configure_file.h - the comments that set rules for one file */
#ifndef LINT_RUN_CONFIGURE_FILE_H
#define LINT_RUN_CONFIGURE_FILE_H

#include "lint/rule/profile.h"

/*
 * Applies the object of a markdownlint-configure-file comment as markdownlint does: keys
 * are codes, names, aliases, tags and `default`, which stands for those of markdownlint's
 * rules that the config does not set. What is unknown or of the wrong type changes
 * nothing, and is passed to on_mistake unless that is NULL; a value that is not a map
 * does nothing either.
 */
void profile_configure_file(struct profile *profile, const struct rule_table *table,
                            const struct value *value, struct arena *arena,
                            profile_mistake_fn *on_mistake, void *context);

#endif
