/* work.h - the files of one run, and how a worker checks one */
#ifndef LINT_COMMAND_WORK_H
#define LINT_COMMAND_WORK_H

#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/files/discover.h"
#include "lint/files/file.h"
#include "lint/results/codec.h"
#include "lint/results/filter.h"
#include "lint/rule/profile.h"
#include "lint/rule/table.h"
#include "lint/run/article_schema.h"
#include "lint/run/run.h"
#include "lint/run/schedule.h"
#include "lint/time/instant.h"

/* One of the files to check, of which there may be hundreds of thousands. */
struct check_item {
    const struct found_item *found; /* or what is like it */
    const struct profile *profile;  /* its configuration */
    const struct buf *text;         /* the text of standard input; NULL: a file's */
};

/* The same, with its paths. */
struct check_file {
    const char *path;              /* as shown */
    const struct profile *profile; /* its configuration */
    const char *trouble;           /* why it cannot be read; NULL: to be read */
    struct str real;               /* absolute, links resolved, to be read */
    const struct buf *text;        /* the text of standard input; NULL: read real */
};

struct check;
struct check_worker;

/* Finds what is wrong with one file, whose text was read, and appends the packed results,
 * and after them what else `settle` reads. */
typedef void check_examine(const struct check *check, const struct check_file *file,
                           struct check_worker *worker, const struct buf *text,
                           struct buf *out);

/* In the parent, in the order of the report: takes what follows the packed results of the
 * file with that index, which may be nothing, and changes the results if need be. What it
 * adds lives in the arena. False when these bytes make no sense. */
typedef bool check_settle(const struct check *check, uint32_t index, struct str rest,
                          struct file_results *results, struct arena *arena);

struct check {
    check_examine *examine;
    check_settle *settle;     /* NULL: nothing follows the results */
    void *context;            /* of these two */
    struct codec codec;       /* the rules, and the parts that results have */
    struct instant now;       /* the same for every file */
    bool ignore_comments;     /* as in struct run_context */
    struct check_item *files; /* in the order of the report */
    uint32_t count;
    struct results_filter filter; /* applied to the results before they are reported */
};

/* What a worker keeps from file to file, so that memory is allocated once. */
struct check_worker {
    struct arena arena;
    struct schema_cache schemas;
    struct schedule_cache schedules;
    struct buf text;
    struct file_stamp stamp; /* of the file with that text, unless it is standard input */
};

/* The file with that index. Its paths are in the arena. */
struct check_file check_file_at(const struct check *check, uint32_t index,
                                struct arena *arena);

void check_worker_init(struct check_worker *worker);

/* Examines an article. */
void check_article(const struct check *check, const struct check_file *file,
                   struct check_worker *worker, const struct buf *text, struct buf *out);

/* What rules are run with in this worker. */
struct run_context check_context(const struct check *check, struct check_worker *worker);

/* Examines one file and appends its packed results. A file that cannot be read has a
 * result that says so. */
void check_one(const struct check *check, uint32_t index, struct check_worker *worker,
               struct buf *out);

/* The results of a file whose worker failed: one finding of the rule with that role, or
 * of ROLE_CRASHED when the rules have no such, with the message. In the arena. */
struct file_results check_give_up(const struct check *check, uint32_t index,
                                  enum rule_role role, struct str message,
                                  struct arena *arena);

#endif
