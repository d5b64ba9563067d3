/* write.h - writes values as YAML, JSON or TOML text */
#ifndef LINT_VALUE_WRITE_H
#define LINT_VALUE_WRITE_H

#include <stdbool.h>

#include "lint/base/buf.h"
#include "lint/value/value.h"

/* How text is written: strings in the style, if the syntax has it and the string can be
 * written in it; else in double quotes. */
struct value_spelling {
    enum value_syntax syntax;
    enum value_style style; /* STYLE_PLAIN or one of the quoted styles */
};

void value_write_string(struct buf *out, struct value_spelling how, struct str text);

/* The same for a key, which in TOML may be bare. */
void value_write_key(struct buf *out, struct value_spelling how, struct str key);

/* Adds any value on one line; lists and maps in brackets. False, with nothing added, when
 * it has a null that TOML cannot write. */
bool value_write(struct buf *out, struct value_spelling how, const struct value *value);

#endif
