/* apply.h - a config becomes the profile of a file */
#ifndef LINT_CONFIG_APPLY_H
#define LINT_CONFIG_APPLY_H

#include "lint/config/reader.h"

/* What the profiles of a run are made with. */
struct application {
    const struct rule_table *table;
    struct arena *arena;
    bool preset_given; /* by the command line: those of overrides do not count */
};

/* The bytes that choice_write() writes for a config. */
size_t choice_size(const struct config_file *file);

/* What distinguishes the file at a path from others with the same config: which overrides
 * apply. */
void choice_write(const struct config_file *file, struct str path, char *out);

/* Applies the config to a profile of its preset. */
void config_apply(const struct application *application, const struct config_file *file,
                  const char *choice, struct profile *profile);

#endif
