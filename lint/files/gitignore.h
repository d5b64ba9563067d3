/* gitignore.h - the .gitignore files that apply to a folder */
#ifndef LINT_FILES_GITIGNORE_H
#define LINT_FILES_GITIGNORE_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"
#include "lint/base/str_map.h"
#include "lint/files/ignore.h"

/* A chain of .gitignore files; nearer ones come first and win. All of it lives in an
 * arena. */
struct gitignore {
    struct str folder; /* absolute, links resolved */
    struct ignore_list list;
    const struct gitignore *outer; /* NULL: no more up to the repository's root */
};

/* Longer files are refused: no person wrote them. */
enum { GITIGNORE_MAX_BYTES = 1024 * 1024 };

/* The first file that could not be read, so that it is not known what it ignores. */
struct gitignore_trouble {
    struct str path;    /* absolute; empty while there is none */
    const char *reason; /* static text or strerror's */
};

/* outer with the .gitignore of this folder in front, if there is one; folder is not
 * copied. A file that cannot be read is left out and becomes *trouble, unless that is set
 * already. */
const struct gitignore *gitignore_enter(struct arena *arena, struct str folder,
                                        const struct gitignore *outer,
                                        struct gitignore_trouble *trouble);

/* The chains of folders that were asked for, so that each file is read once. Starts with
 * nothing but its arenas, which may be one. */
struct gitignore_cache {
    struct arena *arena;
    struct arena *patterns; /* for what the files say */
    struct str_map chains;  /* folder -> struct gitignore, or NULL */
};

/* The chain for an absolute folder: its own .gitignore and those above it, up to the root
 * of the repository; only its own outside of any repository. A .git or .gitignore that
 * cannot be examined becomes *trouble. */
const struct gitignore *gitignore_for(struct gitignore_cache *cache, struct str folder,
                                      struct gitignore_trouble *trouble);

/* Do the patterns leave out this absolute path? The folders above it are not
 * considered. */
bool gitignore_leaves_out(const struct gitignore *chain, struct str path, bool is_folder);

#endif
