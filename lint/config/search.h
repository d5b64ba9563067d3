/* search.h - finds the config of a folder */
#ifndef LINT_CONFIG_SEARCH_H
#define LINT_CONFIG_SEARCH_H

#include "lint/config/allowance.h"
#include "lint/config/reader.h"

/* Configs live in the reader's arena, what is known of folders in one of its own: there
 * are as many as there are folders to be checked. */
struct config_search {
    struct config_reader *reader;
    struct arena *arena;
    struct config_allowance *allowance; /* for what is read, or NULL */
    bool only_foreign;                  /* those of stet's own are passed over */
    struct str home;                    /* the user's folder, links resolved, or empty; no
                                           data: nobody asked yet */
    struct str_map folders;             /* folder -> config_file, or NULL for none */
    struct str_map foreign; /* folder -> config_file of markdownlint's, or NULL */
    const struct config_file **made; /* all of these, each once, outer ones first */
    uint32_t made_count;
    uint32_t made_capacity;
    struct str_map repositories; /* folder -> struct str, perhaps empty */
};

void config_search_init(struct config_search *search, struct config_reader *reader,
                        struct arena *arena);

/*
 * The config of an absolute folder, links resolved; NULL when there is none or when it
 * has errors, which are the reader's. It is the nearest one from the folder upwards to
 * the root of its repository. Outside of any repository the search ends at the home
 * folder, and below the first folder that every user may write: a config there is ignored
 * with a notice, which is in the arena of the search. Where there is none, those of
 * markdownlint in the same folders hold (lint/config/markdownlint.h).
 */
const struct config_file *config_search_folder(struct config_search *search,
                                               struct str folder);

/* The root of the project of a config in that folder: its repository, or the folder. */
struct str config_search_root(struct config_search *search, struct str folder);

#endif
