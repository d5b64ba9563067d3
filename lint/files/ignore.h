/* ignore.h - lists of patterns that say which files are left out */
#ifndef LINT_FILES_IGNORE_H
#define LINT_FILES_IGNORE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"
#include "lint/files/glob.h"

/*
 * One pattern, as gitignore(5) describes it: a leading `!` includes files again, a
 * trailing `/` restricts it to folders, a `/` elsewhere makes it relative to the folder
 * of the list; without one it applies to names at any depth.
 */
struct ignore_pattern {
    const struct glob *glob;
    bool negated;
    bool folder_only;
    bool anchored;
};

/* The patterns of one file, or of one list in a config. */
struct ignore_list {
    struct ignore_pattern *patterns;
    uint32_t count;
    uint32_t capacity;
};

enum ignore_verdict {
    IGNORE_SILENT,  /* no pattern matches */
    IGNORE_LEAVE,   /* the last one that matches leaves the path out */
    IGNORE_INCLUDE, /* the last one that matches includes it again */
};

/* Adds the lines of a .gitignore file, which are not copied: text lives as long as the
 * list. Malformed patterns never match. */
void ignore_read(struct ignore_list *list, struct str text, struct arena *arena);

/* Adds one pattern with braces (GLOB_BRACES). False when it is malformed: then *reason is
 * static text. */
bool ignore_add(struct ignore_list *list, struct str pattern, struct arena *arena,
                const char **reason);

/* What the list says about this path alone, which is relative to the folder of the
 * list. */
enum ignore_verdict ignore_match(const struct ignore_list *list, struct str path,
                                 bool is_folder);

/*
 * What the list says about this path and the folders above it: nothing in a folder that
 * is left out is included again.
 */
enum ignore_verdict ignore_match_inside(const struct ignore_list *list, struct str path,
                                        bool is_folder);

#endif
