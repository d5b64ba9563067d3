/* pass.h - what rule.h's struct finding and run are; for run.c and pass.c only */
#ifndef LINT_RUN_PASS_H
#define LINT_RUN_PASS_H

#include "lint/rule.h"
#include "lint/rule/profile.h"
#include "lint/run/run.h"
#include "lint/run/schedule.h"
#include "lint/run/suppress.h"

struct finding {
    struct diagnostic diagnostic;
    struct arena *arena;
    struct finding *next;
    const struct suppression *by; /* it is suppressed by that; NULL: it is not */
};

/* All passes over one file share this. */
struct run {
    const struct run_context *context;
    const struct rule_table *rules; /* the context's */
    const struct profile *profile;
    const struct document *document;
    bool is_dialect; /* not plain Markdown */
    bool all_wanted; /* what any rule finds is reported, wherever it is */
    struct suppressions suppressions;
    const struct schedule *schedule;
    struct pass *passes;    /* by turn of the schedule */
    struct arena *arena;    /* of the file: findings */
    struct arena working;   /* what rules allocate, until all of them have finished */
    struct arena finishing; /* the same, of the one that finishes */
    struct finding *first;  /* in the order of reporting */
    struct finding **last;
    uint32_t count;                   /* without those that are suppressed */
    uint32_t suppressed_count;        /* of those that are kept */
    const struct mistake *violations; /* found when a rule first asks for them */
    uint32_t violation_count;
    bool violations_known;
    int blank_lines_left; /* as pass_blank_lines_left() says; 0: not asked for yet */
    int blank_lines_wanted;
    const struct regex *asked; /* of the front matter, last; NULL: none yet */
    bool answer;
};

#endif
