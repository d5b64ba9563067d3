/* target.h - fuzz targets: parts of stet that must keep their promises for any input */
#ifndef LINT_TOOL_FUZZ_TARGET_H
#define LINT_TOOL_FUZZ_TARGET_H

#include <stdbool.h>

#include "lint/base/str.h"

/*
 * run() takes any bytes and calls bug() when a promise of a header is broken. It keeps no
 * state: the same input does the same work each time.
 */
struct fuzz_target {
    const char *name; /* of its folder in testdata/fuzz */
    void (*run)(struct str input);
};

/* All targets; the last row has the name NULL. */
extern const struct fuzz_target fuzz_targets[];

/* The target with that name, or NULL. */
const struct fuzz_target *fuzz_target_find(struct str name);

/* Calls bug() unless kept. */
void promise(bool kept, const char *what);

void fuzz_yaml(struct str input);
void fuzz_json(struct str input);
void fuzz_toml(struct str input);
void fuzz_schema(struct str input);
void fuzz_pattern(struct str input);
void fuzz_validate(struct str input);
void fuzz_article(struct str input);
void fuzz_results(struct str input);
void fuzz_config(struct str input);
void fuzz_ignore(struct str input);
void fuzz_session(struct str input);

#endif
