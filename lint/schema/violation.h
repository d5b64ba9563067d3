/* violation.h - what a schema finds wrong with a value */
#ifndef LINT_SCHEMA_VIOLATION_H
#define LINT_SCHEMA_VIOLATION_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/span.h"
#include "lint/base/str.h"
#include "lint/source/diagnostic.h"

/*
 * One violated keyword. The message says what is wrong, what was found and what
 * is allowed; span is the value, or the key for unknown keys; a missing
 * property has the key of the map that misses it, or an empty span at offset 0
 * when that is the root (the caller knows the opening fence).
 */
struct violation {
    struct span span;
    bool at_root;           /* span is not known: the whole block is meant */
    const char *keyword;    /* "required": static text */
    enum severity severity; /* OFF: whatever the rule's severity is */
    struct str message;
    struct str schema_location; /* JSON Pointer into the schema */
    struct related *related;
    struct edit *edits;
    uint32_t edit_count;
    bool fix_safe;
};

#endif
