/* yaml_write.h - text as YAML scalars */
#ifndef LINT_VALUE_YAML_WRITE_H
#define LINT_VALUE_YAML_WRITE_H

#include <stdbool.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"

/* Is text read as itself without quotes, by any YAML reader and in flow collections too?
 * Letters, digits, - _ . / and inner spaces; no number, and none of the words that mean
 * something somewhere. */
bool yaml_is_plain(struct str text);

/* Text between double quotes, with escapes where they are needed (YAML 1.2 5.7). */
void yaml_add_quoted(struct buf *out, struct str text);

/* Plain where that is safe, else in quotes: single ones for what would need escapes. */
void yaml_add_scalar(struct buf *out, struct str text);

#endif
