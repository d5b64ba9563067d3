/* environment.h - the environment that git runs in; for the files of this folder only */
#ifndef LINT_GIT_ENVIRONMENT_H
#define LINT_GIT_ENVIRONMENT_H

#include "lint/base/arena.h"

/* The variables of this process, without those that tell git what to do, and with those
 * that keep it quiet. In the arena, ended by NULL. folder: where no search for a
 * repository goes above. */
char **git_environment(struct arena *arena, struct str folder);

#endif
