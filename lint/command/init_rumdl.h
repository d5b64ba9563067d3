/* init_rumdl.h - takes over a config of rumdl's, for stet init */
#ifndef LINT_COMMAND_INIT_RUMDL_H
#define LINT_COMMAND_INIT_RUMDL_H

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/rule/table.h"

/* What is taken over from another linter, as YAML. */
struct init_import {
    struct buf
        config; /* of markdownlint's: a whole config, whose last key may be `overrides` */
    struct buf rules;  /* the lines of `rules` and of what follows, or empty; their last
                          key  may be `overrides` */
    struct buf ignore; /* items of `ignore`: each quoted, with `, ` before it */
};

/*
 * Reads the file. Rules that are off or on, everywhere or in some files, options that
 * stet's rule of that code or name has, and which files are checked are taken over; what
 * stet has no word for is left out, and rules that it lacks are named in a comment, each
 * once. A file that cannot be read gives a comment that says so.
 */
void init_rumdl(struct init_import *import, const char *path,
                const struct rule_table *table, struct arena *arena);

void init_import_release(struct init_import *import);

#endif
