/* value_dump.h - a tree of values as one line, for tests */
#ifndef LINT_TOOL_CONFORMANCE_VALUE_DUMP_H
#define LINT_TOOL_CONFORMANCE_VALUE_DUMP_H

#include "lint/base/buf.h"
#include "lint/value/value.h"

/*
 * Appends a value with its span and all below it: null@0-4, true@0-4, i1@0-1
 * (integer), n1.5@0-3 (number), "text"@0-6 (q for single quotes, p plain, |
 * and > as written), [..]@0-2 and {key@1-4=..}@0-9 (b[ and b{ for block style),
 * *3-5: in front of what an alias put there. Nothing is escaped.
 */
void value_dump(struct buf *out, const struct value *value);

/*
 * Appends the tree's root, if any, and behind it each problem: ` !` kind span
 * message, `<span` of what it is related to, `=span` and text of the fix.
 */
void value_tree_dump(struct buf *out, const struct value_tree *tree);

#endif
