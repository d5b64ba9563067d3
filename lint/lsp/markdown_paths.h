/* markdown_paths.h - the files that a link may lead to; for lint/lsp only */
#ifndef LINT_LSP_MARKDOWN_PATHS_H
#define LINT_LSP_MARKDOWN_PATHS_H

#include "lint/lsp/items.h"

/*
 * Adds the names in the folder that a destination typed so far leads to, if that is in
 * the project of the article and not by way of a link out of it. Hidden and ignored files
 * are the last ones. angled: it stands between < and >, where blanks need no escape.
 */
void markdown_paths_add(struct question *question, struct items *items, struct str typed,
                        bool angled);

#endif
