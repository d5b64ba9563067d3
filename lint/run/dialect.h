/* dialect.h - articles that are not plain Markdown: MDX, Quarto, R Markdown */
#ifndef LINT_RUN_DIALECT_H
#define LINT_RUN_DIALECT_H

#include <stdbool.h>

#include "lint/document/document.h"

/* Is the file one, by its name: .mdx, .qmd, .rmd in any case? */
bool dialect_is(const char *path);

/* Is `<!-- -->` a comment in the Markdown of the file? Not in MDX, by its name. */
bool dialect_has_comments(const char *path);

/*
 * Does the offset belong to what a dialect adds: code, JSX, an import or export, an
 * expression in braces? As far as plain Markdown can tell: by the block around it, and by
 * how that begins.
 */
bool dialect_has_code(const struct document *document, uint32_t offset);

#endif
