/* under.h - what is under the cursor */
#ifndef LINT_LSP_UNDER_H
#define LINT_LSP_UNDER_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/document/document.h"

/* The innermost node whose span has the offset, or ends there; the document's own when
 * there is no other. */
const struct node *node_under(const struct document *document, uint32_t offset);

/* Is the offset in the front matter, between its fences? */
bool front_matter_under(const struct document *document, uint32_t offset);

/* The way from the root of the front matter to what is under an offset. */
struct value_path {
    const struct entry *entries[VALUE_MAX_DEPTH];
    uint32_t depth;
    bool on_key; /* on the key of the last entry */
};

/* The innermost entry whose key or value has the offset, or ends there, and those it is
 * in. A depth of 0: none. */
void value_under(const struct value *root, uint32_t offset, struct value_path *path);

/* From the start of the key to the end of the value; without a key, the value. */
struct span entry_span(const struct entry *entry);

#endif
