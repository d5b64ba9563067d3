/* write.h - values as YAML, JSON or TOML text */
#ifndef LINT_VALUE_WRITE_H
#define LINT_VALUE_WRITE_H

#include <stdbool.h>

#include "lint/base/buf.h"
#include "lint/value/value.h"

/* How text is written: strings in quotes like those of `style`, as far as the syntax has
 * them and they can hold the string; else in double quotes. */
struct value_spelling {
    enum value_syntax syntax;
    enum value_style style; /* STYLE_PLAIN or one of the quoted styles */
};

void value_write_string(struct buf *out, struct value_spelling how, struct str text);

/* The same for a key: TOML has bare ones. */
void value_write_key(struct buf *out, struct value_spelling how, struct str key);

/* Any value on one line; lists and maps in brackets. False, and out as it was, for null
 * in TOML, which has none. */
bool value_write(struct buf *out, struct value_spelling how, const struct value *value);

#endif
