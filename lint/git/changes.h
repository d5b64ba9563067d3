/* changes.h - the lines of files that differ from a commit, found by the program git */
#ifndef LINT_GIT_CHANGES_H
#define LINT_GIT_CHANGES_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"

/* Lines that are not what they were; with a count of 0, the place after line `first`, or
 * before all for 0, where lines were taken away. */
struct line_range {
    uint32_t first; /* from 1 on */
    uint32_t count;
};

/* What differs in one file. */
struct changed_lines {
    bool whole;                /* all of it: git did not know the file */
    struct line_range *ranges; /* in order */
    uint32_t count;
    uint32_t capacity;
};

/* Is any of the lines `from` to `to` changed? Lines that were taken away count between
 * the two, and before the first line of the file. */
bool changed_lines_touch(const struct changed_lines *lines, uint32_t from, uint32_t to);

/* Files, in the order of their paths: absolute, links resolved, followed by a NUL. */
struct changed_files {
    const struct str *paths;
    const struct changed_lines **lines; /* to be filled, one for each path */
    uint32_t count;
};

/*
 * Finds what differs between the merge base of rev and HEAD, and the files as they are:
 * in the repository of the current folder, in others as they are by themselves, and in a
 * submodule from the commit of it that the merge base has. Lists are in the arena. False,
 * with a message in *why, when git does not know rev or cannot say what differs.
 */
bool git_changes(struct arena *arena, const char *rev, const struct changed_files *files,
                 struct str *why);

#endif
