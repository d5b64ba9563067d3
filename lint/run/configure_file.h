/* configure_file.h - what sets rules as markdownlint does: comments, its configs */
#ifndef LINT_RUN_CONFIGURE_FILE_H
#define LINT_RUN_CONFIGURE_FILE_H

#include "lint/rule/profile.h"

/* What a comment, or a config of markdownlint's, says. */
struct file_configuration {
    const struct value *value;
    bool foreign; /* markdownlint's: it may name rules that only that has */
    bool config;  /* a config of markdownlint's: no rule that only stet has is meant */
    profile_mistake_fn *on_mistake; /* gets what is unknown or of the wrong type; NULL:
                                       that was said before */
    void *context;
};

/*
 * Applies the object of a markdownlint-configure-file comment, or of a config, as
 * markdownlint does: keys are codes, names, aliases, tags and `default`, which stands for
 * those of markdownlint's rules that the config does not set. What is unknown or of the
 * wrong type changes nothing; a value that is not a map does nothing either.
 */
void profile_configure_file(struct profile *profile, const struct rule_table *table,
                            const struct file_configuration *given, struct arena *arena);

#endif
