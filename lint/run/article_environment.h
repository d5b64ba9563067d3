/* article_environment.h - what is around the front matter of an article, for keywords of
 * schemas */
#ifndef LINT_RUN_ARTICLE_ENVIRONMENT_H
#define LINT_RUN_ARTICLE_ENVIRONMENT_H

#include "lint/base/arena.h"
#include "lint/document/document.h"
#include "lint/schema/vocabulary/environment.h"

/*
 * Finds the place, time and first heading of an article; strings are in the arena or
 * views. project is the root of the config's project, or empty; for a file outside of it,
 * the root is path_project(). now is that of the run: all files have the same.
 */
void article_environment(struct environment *around, const struct document *document,
                         struct str project, struct instant now, struct arena *arena);

#endif
