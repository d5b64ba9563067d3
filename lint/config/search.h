/* search.h - which config holds in a folder */
#ifndef LINT_CONFIG_SEARCH_H
#define LINT_CONFIG_SEARCH_H

#include "lint/config/reader.h"

/* Everything lives in the reader's arena. */
struct config_search {
    struct config_reader *reader;
    struct str home;        /* the user's folder, links resolved, or empty */
    struct str_map folders; /* folder -> config_file, or NULL for none */
    struct str *notices;    /* of configs that were passed over */
    uint32_t notice_count;
    uint32_t notice_capacity;
};

void config_search_init(struct config_search *search, struct config_reader *reader);

/*
 * The config that holds in an absolute folder, links resolved; NULL when there is none,
 * or it cannot be used, which the reader's errors tell. The nearest one counts, from the
 * folder upwards to the root of its repository. In no repository the way up ends at the
 * home folder, and below the first folder that every user may write: a config there is
 * passed over with a notice.
 */
const struct config_file *config_search_folder(struct config_search *search,
                                               struct str folder);

/* The root of the project of a config in that folder: its repository, or the folder. */
struct str config_search_root(struct config_search *search, struct str folder);

#endif
