/* since.h - which findings touch what changed since a commit */
#ifndef LINT_COMMAND_SINCE_H
#define LINT_COMMAND_SINCE_H

#include "lint/base/str_map.h"
#include "lint/command/work.h"

struct since {
    struct str_map files; /* by path as shown: const struct changed_lines * */
};

/* Finds what changed in the files of the check. Lives in the arena. False, with a message
 * in *why, when git cannot say. */
bool since_start(struct since *since, const char *rev, const struct check *check,
                 struct arena *arena, struct str *why);

/* Does the result, or anything that it refers to, touch what changed? One in the front
 * matter does when any line of that did. What is said of the whole run of a file, and of
 * a text that is not on the disk, always does. */
bool since_passes(const struct since *since, const struct file_results *file,
                  const struct result *result);

#endif
