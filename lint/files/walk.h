/* walk.h - the walk through folders that finds files; for discover.c and walk*.c only */
#ifndef LINT_FILES_WALK_H
#define LINT_FILES_WALK_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/files/discover.h"
#include "lint/files/gitignore.h"
#include "lint/files/glob.h"
#include "lint/files/inode_set.h"

/* A folder or pattern that the user named, and what was found in it. */
struct root {
    struct str path;         /* as it was named */
    size_t below;            /* bytes of real paths before what the pattern matches */
    const struct glob *glob; /* NULL: a folder */
    bool any_file;           /* what the pattern matches counts, article or not */
    uint32_t found;          /* files to check, and errors */
    uint32_t others;         /* files that do not count */
    uint32_t ignored;        /* files and folders */
    bool overlaps;           /* part of it belongs to another root as well */
    struct root *next;
};

/* A folder to walk. */
struct visit {
    struct root *root;
    struct found_folder folder;
    struct str boundary;               /* links may lead anywhere in this folder */
    const struct gitignore *gitignore; /* without the folder's own */
    unsigned ways;                     /* enum discover_way; set when it is entered */
    bool named;                        /* by the user */
    struct visit *next;
};

struct walk {
    struct arena *arena;
    const struct discover_options *options;
    struct visit *pending; /* a stack */
    struct visit *linked;  /* taken when nothing is pending: paths without links win */
    struct gitignore_cache ignored; /* of folders that are not entered from above */
    struct inode_set entered;
    struct root *roots;
    uint32_t left_out;  /* named files that are ignored */
    uint32_t others;    /* beside what is ignored */
    struct arena names; /* of the folder that is being read, and its paths */
    char *name_room;    /* for those of files that are kept, one after the other */
    size_t name_room_left;
    struct found_item *items; /* of several paths to a file one is kept */
    size_t count;
    size_t capacity;
};

/* The reason for a link that is not followed. */
extern const char walk_leads_out[];

/* Adds what was found. */
void walk_add(struct walk *walk, struct found_item item);
void walk_add_error(struct walk *walk, struct str path, const char *reason, bool named);

/* What is ignored cannot be known: reported for the file that would say it, if any. */
void walk_add_trouble(struct walk *walk, const struct gitignore_trouble *trouble);

/* Flags of enum discover_way for an absolute folder. */
unsigned walk_ways(const struct walk *walk, struct str folder);

/* Is the file or folder left out? Links are not folders here, as in git. */
bool walk_ignores(const struct walk *walk, const struct gitignore *gitignore,
                  struct str real, bool is_folder);

/* The chain, without its own file, of a folder that is not entered from its parent. */
const struct gitignore *walk_outer_gitignore(struct walk *walk, struct str real);

/* Puts a copy of the visit, which lives in the arena, on the list. */
void walk_push(struct walk *walk, struct visit **list, struct visit visit);

/* Makes all visits, and those they lead to. */
void walk_enter_all(struct walk *walk);

/* Without an article a gate would be open: that must be said, by a candidate for each
 * root in which nothing was found. What is ignored is meant. */
void walk_judge_roots(struct walk *walk);

/* Sorts what was found, each file once. */
void walk_collect(struct walk *walk, struct discovery *discovery);

#endif
