/* position.h - positions as the client counts them, and offsets */
#ifndef LINT_LSP_POSITION_H
#define LINT_LSP_POSITION_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/span.h"
#include "lint/base/str.h"
#include "lint/source/source.h"
#include "lint/value/json_write.h"
#include "lint/value/value.h"

/* In what a client counts the characters of a line (LSP 3.17, PositionEncodingKind). */
enum position_encoding { ENCODING_UTF16, ENCODING_UTF8, ENCODING_UTF32 };

/* Line and character, both 0-based. Lines end at LF, CR LF or CR. */
struct lsp_position {
    uint32_t line;
    uint32_t character;
};

/* "utf-16", "utf-8", "utf-32": static text. */
const char *encoding_name(enum position_encoding encoding);

/* The encoding with that name; false when there is none. */
bool encoding_find(struct str name, enum position_encoding *encoding);

/* The position that a value is; false when it is none. Numbers above INT32_MAX count as
 * that. */
bool position_read(const struct value *value, struct lsp_position *position);

/*
 * The offset of a position in a text. A character after the end of the line is the end of
 * the line, a line after the last is the end of the text, and what lies inside a
 * character is its start.
 */
uint32_t position_offset(struct str text, struct lsp_position position,
                         enum position_encoding encoding);

/* The same in a source, whose lines are known. */
uint32_t position_find(const struct source *source, struct lsp_position position,
                       enum position_encoding encoding);

/* The span of a range, start before end whatever the client says; false when it is none.
 */
bool range_read(const struct value *value, struct str text,
                enum position_encoding encoding, struct span *span);

/* The same in a source. */
bool range_find(const struct source *source, const struct value *value,
                enum position_encoding encoding, struct span *span);

/* The position of an offset. A byte order mark is a character of the first line. */
struct lsp_position position_at(const struct source *source, uint32_t offset,
                                enum position_encoding encoding);

/* The same for a position that is known. */
struct lsp_position position_from(const struct source *source,
                                  const struct position *known,
                                  enum position_encoding encoding);

/* Write `{"line":…,"character":…}` and `{"start":…,"end":…}`. */
void position_write(struct json_writer *json, struct lsp_position position);
void range_write(struct json_writer *json, const struct source *source, struct span span,
                 enum position_encoding encoding);

#endif
