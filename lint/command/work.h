/* work.h - the files of one run, and what a worker does with each */
#ifndef LINT_COMMAND_WORK_H
#define LINT_COMMAND_WORK_H

#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/results/codec.h"
#include "lint/results/filter.h"
#include "lint/rule/profile.h"
#include "lint/rule/table.h"
#include "lint/run/article_schema.h"
#include "lint/time/instant.h"

/* One file to check. */
struct check_file {
    const char *path;              /* as shown */
    const struct profile *profile; /* what holds for it */
    const char *trouble;           /* why it cannot be read; NULL when it can be tried */
    struct str real;               /* absolute, links resolved: what is read */
    const struct buf *text;        /* standard input, read already; NULL: read real */
};

struct check {
    struct codec codec;       /* the rules, and what of their results is wanted */
    struct instant now;       /* for every file the same */
    struct check_file *files; /* in the order of the report */
    uint32_t count;
    struct results_filter filter; /* between the results and the report */
};

/* Kept from file to file, so that the memory is taken once. */
struct check_worker {
    struct arena arena;
    struct schema_cache schemas;
    struct buf text;
};

void check_worker_init(struct check_worker *worker);

/* Checks one file and appends its packed results. A file that cannot be read is a
 * result as well. */
void check_one(const struct check *check, uint32_t index, struct check_worker *worker,
               struct buf *out);

/* The results of a file whose worker did not come back: what the rule of that role says.
 * In the arena. */
struct file_results check_give_up(const struct check *check, uint32_t index,
                                  enum rule_role role, struct str message,
                                  struct arena *arena);

#endif
