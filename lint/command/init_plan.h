/* init_plan.h - the files that stet init proposes */
#ifndef LINT_COMMAND_INIT_PLAN_H
#define LINT_COMMAND_INIT_PLAN_H

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/command/init_rumdl.h"
#include "lint/command/init_survey.h"

/* A folder of articles: the first name of their paths, or "." for all. */
struct init_folder {
    struct str name;
    uint32_t articles;
    uint32_t with; /* of them have front matter */
};

/* What is known of the articles. */
struct init_articles {
    struct init_folder all;
    struct init_folder *folders; /* in the order in which they were met */
    uint32_t count;
    uint32_t capacity;
};

/* Counts an article, by its path from the current folder. */
void init_articles_add(struct init_articles *articles, struct arena *arena,
                       struct str path, bool has_front_matter);

/* The folder whose articles a schema is for: that of the generator when its articles have
 * front matter, else the one with nearly all that have; else all. */
struct init_folder init_articles_folder(const struct init_articles *articles,
                                        const struct init_survey *survey);

struct init_file {
    const char *path;
    struct buf text;
};

enum { INIT_MAX_FILES = 4 };

/* What is proposed. Owns the texts. */
struct init_plan {
    struct init_file files[INIT_MAX_FILES];
    uint32_t count;
    struct buf remarks; /* for people: what was found, and what is left to them */
};

/*
 * Makes a plan: a config, unless there is one; a schema, the draft, unless that is empty
 * or its file is there; in the root of a repository hooks and
 * a workflow, where there are none. The config has what is
 * taken over from another linter's.
 */
void init_plan_make(struct init_plan *plan, const struct init_survey *survey,
                    const struct init_articles *articles, struct str draft,
                    const struct init_import *import);

void init_plan_release(struct init_plan *plan);

#endif
