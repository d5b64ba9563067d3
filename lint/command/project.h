/* project.h - the config and the files that a command line names */
#ifndef LINT_COMMAND_PROJECT_H
#define LINT_COMMAND_PROJECT_H

#include "lint/command/cli.h"
#include "lint/config/config.h"
#include "lint/files/discover.h"
#include "lint/report/excerpt.h"

/* Which config a command reads. */
struct project_options {
    const char *config; /* this one, for all files; NULL: the nearest of each */
    bool no_config;
    struct cli_list allowed; /* folders that configs and links may lead to */
};

/* The rows of these options, to be shared (CLI_SHARED). */
extern const struct cli_option project_config;
extern const struct cli_option project_no_config;
extern const struct cli_option project_allow_outside;

/* Can both options be followed? False after saying on stderr that they cannot. */
bool project_options_agree(const struct project_options *options);

/* The folders that are allowed, absolute and with links resolved. In the arena. */
struct str_list project_allowed(struct arena *arena,
                                const struct project_options *options);

/* Says on stderr what a user should know of how configs were looked for. */
void project_say_notices(const struct config *config);

/* Are there mistakes in the configs that were read so far, or in what the command line
 * says about them? */
bool project_is_wrong(const struct config *config);

/* Writes these mistakes to stderr, with the lines they are in when there is a style for
 * that (else NULL). */
void project_say_errors(const struct config *config, const struct excerpt_style *style);

/* What project_discover() looks for. */
struct project_search {
    const struct cli_list *paths;
    bool force_exclude;      /* leave out ignored files even when they are named */
    struct str_list allowed; /* project_allowed() */
};

/* Finds the files that the paths name and the config does not leave out. */
void project_discover(struct arena *arena, struct config *config,
                      const struct project_search *search, struct discovery *discovery);

/* The first path that is not there; NULL when all are. */
const struct found *project_missing(const struct discovery *discovery);

/* That it is not there, with the nearest path that is. In the arena. */
struct str project_missing_message(struct arena *arena, const struct found *missing);

#endif
