/* tag_pair.h - the HTML tags that belong together */
#ifndef LINT_DOCUMENT_TAG_PAIR_H
#define LINT_DOCUMENT_TAG_PAIR_H

#include "lint/document/document.h"

/* The closing tag that belongs to an inline opening tag (NODE_HTML), among the next
 * siblings; NULL where there is none near, or the node is something else. */
const struct node *document_closing_tag(const struct document *document,
                                        const struct node *open);

#endif
