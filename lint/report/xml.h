/* xml.h - text in XML 1.0 */
#ifndef LINT_REPORT_XML_H
#define LINT_REPORT_XML_H

#include "lint/base/buf.h"
#include "lint/base/str.h"

/*
 * Appends text so that it can stand in an element and in an attribute in double quotes
 * (XML 1.0, 2.2, 2.3, 3.3.3): line ends and tabs are references. What XML has no way to
 * write, most control characters among it, becomes U+FFFD, as does each invalid UTF-8
 * subpart.
 */
void xml_add(struct buf *out, struct str text);

/* Appends ` name="text"`. */
void xml_add_attribute(struct buf *out, const char *name, struct str text);
void xml_add_number(struct buf *out, const char *name, uint64_t number);

#endif
