/* markdown.h - completion, hover and definition in Markdown; for lint/lsp only */
#ifndef LINT_LSP_MARKDOWN_H
#define LINT_LSP_MARKDOWN_H

#include "lint/lsp/feature.h"

/* Write the items of a CompletionList for what is typed at the offset; nothing where
 * there is none. */
void markdown_complete(struct question *question, uint32_t offset);

/* Write a Hover about the reference, the link to a place in this article, or the name of
 * a rule at the offset; false, with nothing written, when there is none. */
bool markdown_hover(struct question *question, uint32_t offset);

/* Write the Location of what the reference or link at the offset leads to, in this
 * article; false, with nothing written, when there is none. */
bool markdown_definition(struct question *question, uint32_t offset);

#endif
