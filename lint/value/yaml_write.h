/* yaml_write.h - writes text as YAML scalars */
#ifndef LINT_VALUE_YAML_WRITE_H
#define LINT_VALUE_YAML_WRITE_H

#include <stdbool.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"

/* Is text, without quotes, read as itself by every YAML reader, in flow collections as
 * well? True for letters, digits, - _ . / and inner spaces, but not for numbers or words
 * that some version of YAML reads as another kind. */
bool yaml_is_plain(struct str text);

/* Adds text in double quotes, with escapes where they are needed (YAML 1.2 5.7). */
void yaml_add_quoted(struct buf *out, struct str text);

/* Adds text plain where that is safe, else in quotes, in single ones where double quotes
 * would need escapes for quotes or backslashes. */
void yaml_add_scalar(struct buf *out, struct str text);

#endif
