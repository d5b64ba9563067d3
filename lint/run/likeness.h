/* likeness.h - does an article say after a fix what it said before? */
#ifndef LINT_RUN_LIKENESS_H
#define LINT_RUN_LIKENESS_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"
#include "lint/document/document.h"
#include "lint/rule.h"
#include "lint/rule/table.h"
#include "lint/run/fix.h"

/*
 * Appends HTML as it is compared: the digits of percent escapes in tags are upper-case,
 * for `%c3` and `%C3` lead to the same place. Only this is left out, outside of elements
 * that show white space (pre, textarea, script, style):
 *  - spaces and tabs beside a line end, and blank lines: nothing shows them;
 *  - the amount of white space in comments, in which nothing is a tag;
 *  - the tags of `change.elements`, attributes included;
 *  - the characters of `change.characters`, outside of tags and code as well. Where one
 *    of them is a space, a run of white space is one space instead.
 */
void likeness_write(struct str html, struct rule_change change, struct buf *out);

/* What the rules with a count may change together, in the arena; counts are by the index
 * of the rule. */
struct rule_change likeness_allowance(const struct rule_table *rules,
                                      const uint32_t *counts, struct arena *arena);

/* Are the two articles rendered alike, but for what may change, by cmark-gfm and from
 * their nodes? A mistake of one parser does not excuse a fix. Each is a whole file that
 * was parsed; its front matter is not compared. */
bool likeness_rendered(const struct document *before, const struct document *after,
                       struct rule_change change);

/* Are they rendered alike by cmark-gfm when what the edits insert, with the space before
 * it, is left out of both? */
bool likeness_without(const struct document *before, const struct document *after,
                      struct applied_edits edits);

/*
 * Has the front matter the values that it had, but for those that an edit touches, and
 * for new ones that an edit inserts? True when it could not be read before. The edits are
 * those that made `after` of `before`.
 */
bool likeness_values(const struct document *before, const struct document *after,
                     struct applied_edits edits);

#endif
