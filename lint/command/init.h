/* init.h - what stet init writes, by what it begins from */
#ifndef LINT_COMMAND_INIT_H
#define LINT_COMMAND_INIT_H

#include <stdbool.h>

#include "lint/base/buf.h"
#include "lint/config/config.h"

/* --from */
enum init_source { INIT_FROM_NOTHING = -1, INIT_FROM_MARKDOWNLINT };

struct init_options {
    int from; /* enum init_source */
    bool yes;
    bool force;
};

/* The state of one run of the command. */
struct run_init {
    struct init_options chosen;
    struct arena arena;
    struct config_allowance allowance;
    const struct rule_table *rules;
    struct str folder; /* of the config: the current one, absolute, links resolved */
    struct buf text;   /* of the config */
};

/* Writes what the configs of markdownlint's in the folder and below say. False, after
 * saying on stderr why, when there are none or they are wrong. */
bool init_from_markdownlint(struct run_init *run);

#endif
