/* scope.h - which files in folders a config is about */
#ifndef LINT_CONFIG_SCOPE_H
#define LINT_CONFIG_SCOPE_H

#include "lint/config/reader.h"
#include "lint/files/discover.h"

/*
 * The path that the patterns of a config are matched against. Outside the folder of the
 * config (with --config, or when it is extended) only the name is matched.
 */
struct str scope_relative(const struct config_file *file, struct str path);

/* Does the config leave out this absolute path? The folders above it are not
 * considered. */
bool scope_ignores(const struct config_file *file, struct str path, bool is_folder);

/* Does the config say whether the file at this absolute path is an article? */
enum discover_claim scope_claim(const struct config_file *file, struct str path);

/* What the config says about the folders of a walk: flags of enum discover_way. */
unsigned scope_ways(const struct config_file *file);

#endif
