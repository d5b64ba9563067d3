/* trial.h - one rule tried on a text, for the tests of pages and fixtures */
#ifndef LINT_TOOL_RULES_TRIAL_H
#define LINT_TOOL_RULES_TRIAL_H

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/base/str.h"
#include "lint/results/results.h"
#include "lint/rule.h"

/*
 * A rule alone (NULL: FM001 to FM005 together), at its own severity, with options as
 * YAML (empty: the defaults) or `yaml: {generator: …}` as a config has it, and with a
 * schema for the front matter as YAML (empty: none). Front matter is required, which is
 * of interest to one rule only.
 *
 * With a rule of schemas (lint/run/schema_rules.h) the text is a schema in a folder, and
 * all such rules look at it, as the command has it.
 */
struct trial {
    const struct rule *rule;
    struct str config;
    struct str schema;
    const char *folder; /* of a project, whose schema.yaml is the schema; or NULL, "" */
    struct str path;    /* of the text in it; it is not written there */
};

/* Writes a file of the project, and the folders it is in. */
void trial_write(const char *folder, struct str path, struct str text);

/* The findings in order, each once. In the arena. */
struct file_results trial_results(const struct trial *trial, struct str text,
                                  struct arena *arena);

/* Appends the findings, a line each: `line:col: severity: message [CODE/name]`. */
void trial_report(const struct trial *trial, struct str text, struct buf *out);

/* Appends text with the rule's fixes applied until it is quiet, unsafe ones included. */
void trial_fix(const struct trial *trial, struct str text, struct buf *out);

/*
 * What must hold for every text: places lie inside it, a second run says the
 * same, a fix declared safe or none is just that, mending twice changes nothing
 * more, and CR LF line ends give the same findings. Returns NULL, or what does
 * not hold, in the arena.
 */
const char *trial_broken_promise(const struct trial *trial, struct str text,
                                 struct arena *arena);

#endif
