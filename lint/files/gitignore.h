/* gitignore.h - the .gitignore files that hold in a folder */
#ifndef LINT_FILES_GITIGNORE_H
#define LINT_FILES_GITIGNORE_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"
#include "lint/files/ignore.h"

/* One .gitignore file; nearer ones come first and win. All of it lives in an arena. */
struct gitignore {
    struct str folder; /* absolute, links resolved */
    struct ignore_list list;
    const struct gitignore *outer; /* NULL: no more up to the repository's root */
};

/* A list of patterns longer than this was not written by people. */
enum { GITIGNORE_MAX_BYTES = 1024 * 1024 };

/* The first file that had to be read and could not be: nobody knows what it ignores. */
struct gitignore_trouble {
    struct str path;    /* absolute; empty while there is none */
    const char *reason; /* why */
};

/* The chain with this folder's own .gitignore in front, when it has one. One that cannot
 * be read is trouble, and left out of the chain. */
const struct gitignore *gitignore_enter(struct arena *arena, struct str folder,
                                        const struct gitignore *outer,
                                        struct gitignore_trouble *trouble);

/* The chain for an absolute folder: its own, and those above it up to the root of the
 * repository; just its own when it is in none. A .git or .gitignore that cannot be looked
 * at is trouble. */
const struct gitignore *gitignore_for(struct arena *arena, struct str folder,
                                      struct gitignore_trouble *trouble);

/* Do the patterns leave this absolute path out? The folders it is in are not looked at.
 */
bool gitignore_leaves_out(const struct gitignore *chain, struct str path, bool is_folder);

#endif
