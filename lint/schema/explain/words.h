/* words.h - the parts of messages: what is meant, what was found, what is allowed; for
 * lint/schema only */
#ifndef LINT_SCHEMA_EXPLAIN_WORDS_H
#define LINT_SCHEMA_EXPLAIN_WORDS_H

#include "lint/base/buf.h"
#include "lint/schema/explain/failure.h"

/* Each appends a part of a message: "`hours` in item 2 of `sections`" (items count from
 * 1), "the key `Foo`", "the top level". */
void words_add_subject(struct buf *out, const struct place *place);

/* "sections[1].hours", where items count from 0; nothing for the root. */
void words_add_path(struct buf *out, const struct place *place);

/* Text in back-ticks, on one line, cut when it is long. */
void words_add_quoted(struct buf *out, struct str text);

/* "1 item", "2 items". */
void words_add_number(struct buf *out, uint64_t number, const char *singular,
                      const char *plural);

/* "the text `ten`", "nothing", "a list". */
void words_add_found(struct buf *out, const struct value *value);

/* A value in back-ticks where that says enough: "`ten`", "nothing", "a list". */
void words_add_item(struct buf *out, const struct value *value);

/* " in `seo`"; nothing for the root. */
void words_add_in(struct buf *out, const struct place *place);

/* A value of an enum or const. */
void words_add_choice(struct buf *out, const struct value *value);

/* "one of `a`, `b`": the values in a list, and texts. */
void words_add_enum(struct buf *out, const struct value *list);
void words_add_names(struct buf *out, struct str_list names);

/* "`a`, `b` and `c`", when last is " and ". */
void words_add_listed(struct buf *out, struct str_list names, const char *last);

/* "text or empty"; types are enum kind_bit. */
void words_add_types(struct buf *out, unsigned types);

/* The subject with " must" or " should" and what. */
void words_add_must(struct buf *out, const struct failure *failure, const char *what);

/* The subject with what. */
void words_add_is(struct buf *out, const struct failure *failure, const char *what);

/* ", found the text `ten`". */
void words_add_but_found(struct buf *out, const struct failure *failure);

#endif
