/* directive.h - the parts of generic directives: name, [label], {attributes} */
#ifndef LINT_MARKDOWN_DIRECTIVE_H
#define LINT_MARKDOWN_DIRECTIVE_H

#include <stddef.h>

#include "lint/base/str.h"

/*
 * The generic directives that remark, Docusaurus, Starlight and markdownlint know,
 * as micromark-extension-directive reads them. Offsets are into text; 0 means that
 * there is no such part.
 */

/* Behind the name that starts at `at`: neither blanks nor punctuation but - and _
 * inside it. */
size_t directive_name(struct str text, size_t at);

/* Behind the name at `at` and the label and attributes, if any, which stay on a line. */
size_t directive_head(struct str text, size_t at);

/* Behind the {attributes} at `at`, which stay on a line; `at` when there are none. */
size_t directive_attributes(struct str text, size_t at);

#endif
