/* link_form.h - the same link, written in another form */
#ifndef LINT_DOCUMENT_LINK_FORM_H
#define LINT_DOCUMENT_LINK_FORM_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/document/document.h"

/* A link, image or autolink as it is written, and what it says: views. */
struct written_link {
    const struct node *node;
    struct str label;       /* its text */
    struct str destination; /* a reference: that of its definition */
    bool image;
};

struct written_link link_as_written(const struct document *document,
                                    const struct node *node);

/* Can its destination stand in `<…>`: is it a URL with a scheme and what that needs, and
 * without spaces? */
bool link_can_be_autolink(const struct written_link *link);

/* Are text and destination the same, and is the text shown as it is written, so that
 * `<url>` says the same? */
bool link_is_url_twice(const struct written_link *link);

/* The link as `[text](target)`, without a title, and as `<url>`: in the arena. */
struct str link_as_inline(const struct written_link *link, struct arena *arena);
struct str link_as_autolink(const struct written_link *link, struct arena *arena);

#endif
