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
};

/* The rows of these options, to be shared (CLI_SHARED). */
extern const struct cli_option project_config;
extern const struct cli_option project_no_config;

/* Can both options be followed? False after saying on stderr that they cannot. */
bool project_options_agree(const struct project_options *options);

/* Are there mistakes in the configs that were read so far, or in what the command line
 * says about them? */
bool project_is_wrong(const struct config *config);

/* Writes these mistakes to stderr, with the lines they are in when there is a style for
 * that (else NULL). */
void project_say_errors(const struct config *config, const struct excerpt_style *style);

/* Finds the files that the paths name and the config does not leave out; named ones as
 * well when force_exclude is set. */
void project_discover(struct arena *arena, struct config *config,
                      const struct cli_list *paths, bool force_exclude,
                      struct discovery *discovery);

/* The first path that is not there; NULL when all are. */
const struct found *project_missing(const struct discovery *discovery);

/* That it is not there, with the nearest path that is. In the arena. */
struct str project_missing_message(struct arena *arena, const struct found *missing);

#endif
