/* ignore.h - lists of patterns that say which files are left out */
#ifndef LINT_FILES_IGNORE_H
#define LINT_FILES_IGNORE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"
#include "lint/files/glob.h"

/*
 * One pattern, as gitignore(5) describes them: `!` before it takes files back,
 * `/` behind it means folders only, `/` before or inside it ties it to the
 * folder of the list; without that it is about names, at any depth.
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
    IGNORE_SILENT,  /* no pattern says anything */
    IGNORE_LEAVE,   /* the last that says something leaves the path out */
    IGNORE_INCLUDE, /* the last that says something takes it back */
};

/* Adds the lines of a .gitignore file. Lines that are no pattern never match. */
void ignore_read(struct ignore_list *list, struct str text, struct arena *arena);

/* Adds one pattern with braces (GLOB_BRACES). False when it is none: then *reason says
 * why in static text. */
bool ignore_add(struct ignore_list *list, struct str pattern, struct arena *arena,
                const char **reason);

/* What the list says of this path alone; it is relative to the list's folder. */
enum ignore_verdict ignore_match(const struct ignore_list *list, struct str path,
                                 bool is_folder);

/*
 * What the list says of this path and of the folders it is in: from a folder that
 * is left out nothing is taken back.
 */
enum ignore_verdict ignore_match_inside(const struct ignore_list *list, struct str path,
                                        bool is_folder);

#endif
