/* init_project.h - stet init: proposes what a repository needs, and writes it */
#ifndef LINT_COMMAND_INIT_PROJECT_H
#define LINT_COMMAND_INIT_PROJECT_H

#include "lint/command/cli.h"
#include "lint/command/init.h"

/*
 * Looks at the current folder, shows the files that it proposes, and writes them after a
 * yes from the terminal, or at once as the options of the run say. What is there is never
 * changed. EXIT_TROUBLE, after saying why on stderr, when nothing can be proposed, asked
 * or written.
 */
enum exit_status init_project(struct run_init *run, const struct program *program);

#endif
