/* draft.h - drafts a schema from the front matter of articles */
#ifndef LINT_COMMAND_DRAFT_H
#define LINT_COMMAND_DRAFT_H

#include "lint/command/limits.h"
#include "lint/command/project.h"
#include "lint/schema/infer/infer.h"

struct draft_options {
    struct project_options project;
    struct limits limits;
    struct inference_form form;
    /* Is told of each article, and whether it has front matter that can be read. May be
     * NULL. */
    void (*seen)(void *context, struct str path, bool has_front_matter);
    void *context;
};

struct draft {
    struct buf schema; /* empty when no article has front matter */
    uint32_t count;    /* articles with front matter */
    struct inference_counts counts;
};

/*
 * Reads the articles that the paths name, in workers, and drafts a schema for them. What
 * is skipped is said on stderr. EXIT_TROUBLE, after saying why there, when it cannot be
 * done. The schema is the caller's to release in both cases.
 */
enum exit_status draft_schema(const struct program *program,
                              const struct draft_options *options,
                              const struct cli_list *paths, struct draft *draft);

#endif
