/* code_elements.h - what is between `<code>` and `</code>` */
#ifndef LINT_DOCUMENT_CODE_ELEMENTS_H
#define LINT_DOCUMENT_CODE_ELEMENTS_H

#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/document/document.h"

/* In the order of the document, and apart. */
struct code_elements {
    const struct span *items;
    uint32_t count;
};

/* An element that nothing closes goes on to the end. Takes time linear in the document.
 * In the arena. */
struct code_elements code_elements_find(const struct document *document,
                                        struct arena *arena);

#endif
