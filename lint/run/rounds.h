/* rounds.h - mends an article: rounds of finding and fixing, and a look at the result */
#ifndef LINT_RUN_ROUNDS_H
#define LINT_RUN_ROUNDS_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/run/changes.h"
#include "lint/run/run.h"

/* An article at one time. */
struct version {
    struct source source;
    struct document document;
    struct diagnostics found;
};

/* How articles are to be mended. */
struct mending {
    const struct run_context *context;
    const struct profile *profile;
    enum severity least; /* findings below it are left alone */
    bool unsafe;         /* fixes that may change what the article says, too */
    bool unverified;     /* the result is not compared with what was there */
    /* Is the fix of this finding wanted? Called for each that could be applied to this
     * version, in each round, in the order of their places; NULL: all are. */
    bool (*wants)(void *context, const struct version *version,
                  const struct diagnostic *found);
    void *wants_context;
};

struct mended {
    const struct version *first; /* as it was */
    const struct version *last;  /* as it is now; `first` when nothing was mended */
    struct changes changes;      /* from the first to the last */
    uint32_t *counts;            /* mended findings, by the index of the rule */
    uint32_t count;              /* all of them */
    uint32_t rounds;             /* that mended something */
};

/*
 * Applies the safe fixes that are wanted until none is left, and, if they are asked for,
 * unsafe ones in rounds of their own. After the safe ones the article is rendered alike,
 * but for what the rules may change, and its front matter has the same values, but for
 * those that were mended (lint/run/likeness.h): a fix that does more is taken back, and
 * what is found then says so in its place. Text that is still not quiet after
 * FIX_MAX_ROUNDS is left as it was, which is a finding, too. The rules have one with
 * ROLE_WITHHELD. All is in the arena; source must live as long. Never fails.
 */
void mend_article(const struct mending *mending, const struct source *source,
                  struct arena *arena, struct mended *mended);

/* An article as it is: read, and its findings. In the arena; source must live as long. */
const struct version *version_read(const struct mending *mending,
                                   const struct source *source, struct arena *arena);

/* Applies edits that are no fixes to what was mended; does nothing when the text would be
 * larger than stet reads. */
void mend_further(const struct mending *mending, struct mended *mended,
                  struct applied_edits edits, struct arena *arena);

#endif
