/* violation.h - what a schema finds wrong with a value */
#ifndef LINT_SCHEMA_VIOLATION_H
#define LINT_SCHEMA_VIOLATION_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/str.h"
#include "lint/source/mistake.h"

/*
 * One violated keyword. The message says what is wrong, what was found and what
 * is allowed; span is the value, or the key for unknown keys; a missing
 * property has the key of the map that misses it, or an empty span at offset 0
 * when that is the root (the caller knows the opening fence), as a related place
 * may have. Severity OFF stands for that of an error.
 */
struct violation {
    struct mistake mistake;
    bool at_root;               /* the span is not known: the whole block is meant */
    const char *keyword;        /* "required": static text */
    struct str schema_location; /* JSON Pointer into the schema */
};

#endif
