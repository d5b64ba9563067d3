/* run.h - checks one file: parses it, runs the rules, applies suppressions */
#ifndef LINT_RUN_RUN_H
#define LINT_RUN_RUN_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/document/document.h"
#include "lint/rule/profile.h"
#include "lint/rule/table.h"
#include "lint/source/diagnostic.h"
#include "lint/source/source.h"
#include "lint/time/instant.h"

struct schema_cache;
struct schedule_cache;

/* What all files of a run share. */
struct run_context {
    const struct rule_table *rules;
    struct schema_cache *schemas; /* of schemas that articles name; NULL: none are kept */
    struct instant now;
    struct schedule_cache *schedules; /* NULL: a schedule is made for each file */
    bool ignore_comments; /* those that suppress or configure are counted, not heeded */
    bool keep_suppressed; /* what comments suppress is in diagnostics.suppressed */
};

/*
 * Parses the source and runs the rules of the profile over it. Findings that a comment in
 * the file suppresses are left out, and a comment that suppresses nothing is a finding
 * itself, unless the context says to ignore comments. The diagnostics are in the arena,
 * in the order of reporting. Never fails.
 */
struct diagnostics run_source(const struct source *source,
                              const struct run_context *context,
                              const struct profile *profile, struct arena *arena);

/* The same; the document is kept, in the arena. */
struct diagnostics run_article(struct document *document, const struct source *source,
                               const struct run_context *context,
                               const struct profile *profile, struct arena *arena);

/* Parses the source as the profile says, without running anything. */
void run_parse(struct document *document, const struct source *source,
               const struct profile *profile, struct arena *arena);

/* The same as run_source() for a document that was parsed, of plain Markdown. */
struct diagnostics run_document(const struct document *document,
                                const struct run_context *context,
                                const struct profile *profile, struct arena *arena);

/* One diagnostic for a whole file, by the rule with that role, which the table must have.
 * In the arena; message is copied. */
struct diagnostics run_role(enum rule_role role, struct str message,
                            const struct rule_table *rules, struct arena *arena);

#endif
