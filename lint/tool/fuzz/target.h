/* target.h - parts of stet that must keep their promises whatever they are given */
#ifndef LINT_TOOL_FUZZ_TARGET_H
#define LINT_TOOL_FUZZ_TARGET_H

#include <stdbool.h>

#include "lint/base/str.h"

/*
 * run() takes any bytes and ends in bug() when a promise of the header is
 * broken. It keeps nothing: the same input means the same work each time.
 */
struct fuzz_target {
    const char *name; /* of its folder in testdata/fuzz */
    void (*run)(struct str input);
};

/* All of them, ended by one without a name. */
extern const struct fuzz_target fuzz_targets[];

/* NULL when there is none of that name. */
const struct fuzz_target *fuzz_target_find(struct str name);

/* Ends in bug() unless the promise was kept. */
void promise(bool kept, const char *what);

void fuzz_yaml(struct str input);
void fuzz_json(struct str input);
void fuzz_toml(struct str input);
void fuzz_schema(struct str input);
void fuzz_pattern(struct str input);
void fuzz_validate(struct str input);
void fuzz_article(struct str input);

#endif
