/* modules.h - articles that import modules, as MDX does */
#ifndef LINT_DOCUMENT_MODULES_H
#define LINT_DOCUMENT_MODULES_H

#include <stdbool.h>

#include "lint/document/document.h"

/* Does a block that is in no other begin as an `import` or `export` of JavaScript does?
 * Docusaurus reads such an article as MDX, whatever its name. Takes time linear in the
 * document. */
bool document_has_modules(const struct document *document);

#endif
