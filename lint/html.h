/* html.h - raw HTML as CommonMark 6.6 knows it */
#ifndef LINT_HTML_H
#define LINT_HTML_H

#include <stdbool.h>
#include <stddef.h>

#include "lint/str.h"

enum html_kind {
    HTML_NONE, /* not HTML by CommonMark's grammar */
    HTML_OPEN_TAG,
    HTML_CLOSING_TAG,
    HTML_COMMENT,
    HTML_INSTRUCTION,
    HTML_DECLARATION,
    HTML_CDATA,
};

struct html_tag {
    enum html_kind kind;
    size_t len;        /* bytes from < to > */
    struct str name;   /* of a tag, as written */
    bool self_closing; /* ends in /> */
};

/* Reads the piece of HTML that text starts with; kind is HTML_NONE when there is none. */
struct html_tag html_tag_read(struct str text);

/* Value of an attribute of an open tag (name in lower case, compared without case),
 * quotes removed; *found tells a missing attribute from an empty one. */
struct str html_attribute(struct str tag, struct str name, bool *found);

#endif
