/* trial.h - runs one rule on a text, for the tests of pages and fixtures */
#ifndef LINT_TOOL_RULES_TRIAL_H
#define LINT_TOOL_RULES_TRIAL_H

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/base/str.h"
#include "lint/results/results.h"
#include "lint/rule.h"

/*
 * A single rule (NULL: FM001 to FM005 together), at its own severity, with options as
 * YAML (empty: the defaults) or `yaml: {generator: …}` as in a config, and with a schema
 * for the front matter as YAML (empty: none). Front matter is required, but for
 * front-matter-fence, which then leaves what is missing to missing-front-matter.
 *
 * With a rule for schemas (lint/run/schema_rules.h) the text is a schema in a folder, and
 * all such rules check it, as in `stet schema check`.
 */
struct trial {
    const struct rule *rule;
    struct str config;
    struct str schema;
    const char *folder; /* of a project, whose schema.yaml is the schema; or NULL, "" */
    struct str path;    /* of the text in the folder, where it is not written */
};

/* Writes a file of the project, and creates its folders. */
void trial_write(const char *folder, struct str path, struct str text);

/* The findings in order, each once. In the arena. */
struct file_results trial_results(const struct trial *trial, struct str text,
                                  struct arena *arena);

/* Appends the findings, one per line: `line:col: severity: message [CODE/name]`. */
void trial_report(const struct trial *trial, struct str text, struct buf *out);

/* Appends text with the fixes of the rule, unsafe ones included, applied until there are
 * none. */
void trial_fix(const struct trial *trial, struct str text, struct buf *out);

/*
 * What must be true for every text: places are inside it, a second run gives the same,
 * the rule keeps its fix promise, fixing twice changes nothing more, and CR LF line ends
 * give the same findings. Returns NULL, or what is not true, in the arena.
 */
const char *trial_broken_promise(const struct trial *trial, struct str text,
                                 struct arena *arena);

#endif
