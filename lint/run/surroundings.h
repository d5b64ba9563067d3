/* surroundings.h - an article's place and time, for keywords of schemas */
#ifndef LINT_RUN_SURROUNDINGS_H
#define LINT_RUN_SURROUNDINGS_H

#include "lint/base/arena.h"
#include "lint/document/document.h"
#include "lint/schema/vocabulary/surroundings.h"

/*
 * What surrounds the document's front matter. project is the root of the config's
 * project, or empty; where the file is not inside, path_project() says. now is the run's:
 * no file has a clock of its own.
 */
void surroundings_find(struct surroundings *around, const struct document *document,
                       struct str project, struct instant now, struct arena *arena);

#endif
