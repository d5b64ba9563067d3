/* violation.h - a violation: what a schema finds wrong with a value */
#ifndef LINT_SCHEMA_VIOLATION_H
#define LINT_SCHEMA_VIOLATION_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/str.h"
#include "lint/source/mistake.h"

/*
 * One violated keyword. The message says what is wrong, what was found and what is
 * allowed. The span is that of the value, of the key for an unknown key, and of the key
 * of the map for a missing property; when that map is the root, it is an empty span at
 * offset 0 (the caller knows the opening fence), as a related place may have. Severity
 * OFF stands for that of an error.
 */
struct violation {
    struct mistake mistake;
    bool at_root;               /* the span is not known: it is about the whole block */
    const char *keyword;        /* "required": static text */
    struct str schema_location; /* JSON Pointer into the schema */
};

#endif
