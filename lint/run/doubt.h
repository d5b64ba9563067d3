/* doubt.h - fixes that are not known to be safe because of where they are */
#ifndef LINT_RUN_DOUBT_H
#define LINT_RUN_DOUBT_H

#include "lint/document/document.h"
#include "lint/rule/profile.h"
#include "lint/run/run.h"
#include "lint/run/suppress.h"

/* Makes fixes unsafe where programs differ about the blocks of the article, or about what
 * its front matter is, and in files that are no text in UTF-8 as a whole. The
 * suppressions are those of the document. */
void doubt_fixes(const struct document *document, const struct profile *profile,
                 const struct suppressions *suppressions, struct diagnostics all);

#endif
