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
    FOUND_NOTHING,    /* a named folder or pattern without anything to check */
};

/* A file to check, or why there is none. */
struct found {
    enum found_kind kind;
    struct str path; /* as given, with what was found below it: "docs/a.md", "a.md" */
    struct str real; /* absolute, links resolved, to find configs; empty but for files */
    const char *reason; /* in the arena, static or strerror's; NULL for files; for NOTHING
                           a whole sentence */
    bool named;         /* by the user, not found in a folder */
};

/* A folder with files to check. */
struct found_folder {
    struct str path; /* as it is shown; empty for the current folder */
    struct str real;
    bool linked; /* reached by a link */
};

/* The same, as it is kept: there may be hundreds of thousands. All strings end with a
 * NUL. */
struct found_item {
    const struct found_folder *folder; /* NULL: the paths are whole */
    const char *name;                  /* in the folder; without one, the path */
    union {
        const char *real;   /* of a file without a folder */
        const char *reason; /* of what is no file */
    };
    uint8_t kind; /* enum found_kind */
    bool named;
    bool linked; /* reached by a link */
};

/* What was found, in the byte order of the paths, in the arena. No real path occurs
 * twice. */
struct discovery {
    const struct found_item *items;
    uint32_t count;
    uint32_t left_out; /* named files, and things in folders without other articles, that
                          are ignored */
    uint32_t others;   /* files in these folders that are no articles */
};

/* What is said of a file in a folder. */
enum discover_claim {
    DISCOVER_BY_NAME, /* nothing: see discover_is_article() */
    DISCOVER_ARTICLE,
    DISCOVER_OTHER, /* it does not count */
};

/* How the things in a folder are looked at. */
enum discover_way {
    DISCOVER_HIDDEN = 1 << 0,       /* hidden folders in it are entered, but for .git */
    DISCOVER_NO_GITIGNORE = 1 << 1, /* .gitignore files do not count */
};

struct discover_options {
    bool force_exclude; /* leave out named files as well */
    bool no_gitignore;
    struct arena *patterns; /* for those of .gitignore files; NULL: as all else */
    struct str_list
        allowed; /* absolute folders, links resolved, that links may lead to */
    /* Does the config leave out this absolute path, which is there during the call?
     * Called for each folder, before it is entered, and for each file. May be NULL. */
    bool (*ignored)(void *context, struct str real, bool is_folder);
    /* Does the config say whether this absolute path, which is there during the call, is
     * an article? May be NULL. */
    enum discover_claim (*claim)(void *context, struct str real);
    /* Flags of enum discover_way for an absolute folder. May be NULL: none. */
    unsigned (*ways)(void *context, struct str folder);
    void *context;
};

/* What an item is. Paths that are not whole are made in the arena. */
struct found found_of(const struct found_item *item, struct arena *arena);

/* Does a file count as an article by its name? .md, .markdown, .mdown, .mkd, .mdx, .qmd,
 * .rmd, in any case. */
bool discover_is_article(struct str name);

/*
 * Finds the files that paths name. A path that cannot be checked is an item of its own.
 * Named files are taken whatever their name, unless force_exclude is set and they are
 * ignored. Named folders are walked: files in them are taken when they are articles by
 * discover_is_article() or by the config, and neither a .gitignore (up to the root of the
 * repository) nor the config ignores them; hidden folders are not entered, unless the
 * config says so. A path that
 * does not exist may be a pattern (glob.h): then the files below its fixed part that it
 * matches are taken, unless they are ignored; when it does not say how their names end,
 * as `*.txt` does, only articles are.
 *
 * Links are followed, but only inside the project (path_project()) and to the allowed
 * folders: a link must not make stet read what is not part of the project. That is also
 * true of a link that is named, or is in a path that is named. A file with several paths
 * is taken once, by the path without links if there is one. Nothing but folders and
 * .gitignore files is opened here.
 */
void discover(struct arena *arena, const char *const *paths, uint32_t count,
              const struct discover_options *options, struct discovery *discovery);

#endif
