/* html.h - raw HTML as CommonMark 6.6 knows it */
#ifndef LINT_MARKDOWN_HTML_H
#define LINT_MARKDOWN_HTML_H

#include <stdbool.h>
#include <stddef.h>

#include "lint/base/str.h"

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

/*
 * Reads the piece of HTML that text starts with; kind is HTML_NONE and len 0
 * when there is none. text is inline content: without the prefixes (>, list
 * indent) of its later lines.
 *
 * The grammar is that of CommonMark 0.31.2: `<!-->` and `<!--->` are comments,
 * `--` may stand inside one, and a declaration's name may be in lower case.
 * cmark-gfm 0.29 takes none of these for HTML, but all that it takes is taken
 * here: form feed and vertical tab are white space, as it has them.
 */
struct html_tag html_tag_read(struct str text);

/* One past the first marker, which ends in > and contains no other, that starts at `from`
 * or later; 0 when there is none. */
size_t html_find_end(struct str text, size_t from, struct str marker);

/*
 * Value of an attribute of an open tag (name in lower case, compared without
 * case), quotes removed; of several the first. *found tells a missing attribute
 * from an empty one; the value of one written without `=` has no data.
 */
struct str html_attribute(struct str tag, struct str name, bool *found);

/* Is the text of an HTML block one comment, from its first byte to its last, by the
 * grammar of CommonMark 0.30? */
bool html_is_comment_block(struct str block);

#endif
