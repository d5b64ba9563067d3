/* discover.h - from paths on the command line to a sorted list of files */
#ifndef LINT_FILES_DISCOVER_H
#define LINT_FILES_DISCOVER_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"

enum found_kind {
    FOUND_FILE,
    FOUND_MISSING,    /* named by the user and not there: a usage error */
    FOUND_UNREADABLE, /* a file error: reason says why */
};

/* A file to check, or why there is none. */
struct found {
    enum found_kind kind;
    struct str path;    /* as given, joined with what lies below: "docs/a.md", "a.md" */
    struct str real;    /* absolute, links resolved; for configs. Only of files */
    const char *reason; /* static text; NULL for files */
    bool named;         /* by the user, not come upon in a folder */
};

/* In order of the paths' bytes, in the arena. No real path occurs twice. */
struct discovery {
    const struct found *items;
    uint32_t count;
};

struct discover_options {
    bool force_exclude; /* leave out named files as well */
    bool no_gitignore;
    struct str_list
        allowed; /* absolute folders, links resolved, that links may lead to */
    /* Does the config leave this absolute path out? Asked for each folder before it is
     * entered and for each file. May be NULL. */
    bool (*ignored)(void *context, struct str real, bool is_folder);
    void *context;
};

/*
 * Named files are taken whatever they are called, unless force_exclude is set and
 * they are ignored. Named folders are walked: files in them are taken when their
 * name ends in .md or .markdown and neither a .gitignore (up to the root of the
 * repository) nor the config ignores them; hidden folders are not entered.
 *
 * Links are followed, but not out of the project (path_project()), nor to a folder that
 * is not allowed: a link must not make stet read what is no part of the project. Neither
 * must one that is named, or in the path of what is named.
 * A file with several paths is taken once, by the path without links if there is
 * one. Nothing but folders is opened here.
 */
void discover(struct arena *arena, const char *const *paths, uint32_t count,
              const struct discover_options *options, struct discovery *discovery);

#endif
