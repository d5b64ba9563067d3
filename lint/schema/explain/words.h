/* words.h - sentences: what is wrong, what was found, what is allowed; for lint/schema
 * alone */
#ifndef LINT_SCHEMA_EXPLAIN_WORDS_H
#define LINT_SCHEMA_EXPLAIN_WORDS_H

#include "lint/base/buf.h"
#include "lint/schema/explain/failure.h"

/* The sentence for a failure. In the arena. */
struct str failure_message(struct arena *arena, const struct failure *failure);

/* "`sections[1].hours`", "property name `Foo`", "the top level". */
void words_add_subject(struct buf *out, const struct place *place);

/* "sections[1].hours"; nothing for the root. */
void words_add_path(struct buf *out, const struct place *place);

/* In back-ticks, on one line, cut when it is long. */
void words_add_quoted(struct buf *out, struct str text);

#endif
