/* columns.h - how wide a text is in an editor */
#ifndef LINT_DOCUMENT_COLUMNS_H
#define LINT_DOCUMENT_COLUMNS_H

#include <stdint.h>

#include "lint/base/str.h"

/*
 * The columns that the text fills: one for most characters, two for wide ones (East Asian
 * ones, emoji and sequences of them), none for what combines with the character before
 * it, for format and control characters and for tabs. This is how markdownlint counts,
 * through string-width.
 */
uint32_t text_columns(struct str text);

#endif
