/* process.h - runs the program git; for the files of this folder only */
#ifndef LINT_GIT_PROCESS_H
#define LINT_GIT_PROCESS_H

#include <stdbool.h>
#include <stddef.h>

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/base/str.h"

enum {
    /* Arguments of one call, with those that every call gets. */
    GIT_ARGUMENTS_MAX = 256,
    /* Of one call: the changed lines of all articles of a repository, or the names of
     * all its files, are far fewer. */
    GIT_OUTPUT_MAX = 256 * 1024 * 1024,
    /* Of what git says on stderr: its first line is shown. */
    GIT_WORDS_MAX = 4096,
    /* For one call: the largest repositories are compared in seconds. */
    GIT_SECONDS = 120,
};

/* One call of git. */
struct git_call {
    struct str folder;            /* the root of a work tree, followed by a NUL */
    const char *const *arguments; /* then NULL */
};

/*
 * Runs git in the folder, without anything from the environment that changes what it does
 * but for GIT_CONFIG_*, without a terminal, and without a search for repositories above
 * the folder. *status becomes its exit status, *out what it wrote, *words the first line
 * of what it said on stderr, in the arena. False when git did not run to its end within
 * the limits: then *words says why.
 */
bool git_run(struct arena *arena, const struct git_call *call, int *status,
             struct buf *out, struct str *words);

#endif
