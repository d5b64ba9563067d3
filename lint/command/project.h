/* project.h - the config and the files that a command line names */
#ifndef LINT_COMMAND_PROJECT_H
#define LINT_COMMAND_PROJECT_H

#include "lint/command/cli.h"
#include "lint/config/config.h"
#include "lint/files/discover.h"
#include "lint/report/excerpt.h"

/* Which config a command reads. */
struct project_options {
    const char *config; /* the config for all files; NULL: the nearest of each */
    bool no_config;
    struct cli_list allowed; /* folders that configs and links may lead to */
};

/* The rows of these options, for CLI_SHARED. */
extern const struct cli_option project_config;
extern const struct cli_option project_no_config;
extern const struct cli_option project_allow_outside;

/* Do the options agree? False, after saying so on stderr, when they do not. */
bool project_options_agree(const struct project_options *options);

/* The folders that are allowed, absolute and with links resolved. In the arena. */
struct str_list project_allowed(struct arena *arena,
                                const struct project_options *options);

/* Says on stderr what a user should know about how configs were found. */
void project_say_notices(const struct config *config);

/* Are there errors in the configs that were read so far, or on the command line? */
bool project_is_wrong(const struct config *config);

/* Writes these errors to stderr, with their lines in the given style, or without when
 * that is NULL. */
void project_say_errors(const struct config *config, const struct excerpt_style *style);

/* The message that there are more errors than these. In the arena. */
struct str project_left_out(struct arena *arena, const struct config *config);

/* What project_discover() looks for. */
struct project_search {
    const struct cli_list *paths;
    bool force_exclude;      /* leave out ignored files even when they are named */
    struct str_list allowed; /* project_allowed() */
    struct arena *patterns;  /* for those of ignore files */
};

/* Finds the files that the paths name and the config does not leave out. In the arena. */
void project_discover(struct arena *arena, struct config *config,
                      const struct project_search *search, struct discovery *discovery);

/* The first path that does not exist; NULL when all do. */
const struct found_item *project_missing(const struct discovery *discovery);

/* The message that a path does not exist, with the nearest one that does, or that it has
 * nothing to check. In the arena. */
struct str project_missing_message(struct arena *arena, const struct found_item *item);

#endif
