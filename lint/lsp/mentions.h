/* mentions.h - what has a name in an article, and where that name stands */
#ifndef LINT_LSP_MENTIONS_H
#define LINT_LSP_MENTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/document/anchors.h"
#include "lint/document/document.h"
#include "lint/markdown/label.h"

enum mention_kind {
    MENTION_HEADING,  /* its text, or a link to its anchor */
    MENTION_TAG,      /* an HTML tag with an id, or a link to that */
    MENTION_LABEL,    /* of a link reference definition */
    MENTION_FOOTNOTE, /* the label of a footnote */
};

/* A place where a name stands. */
struct mention {
    enum mention_kind kind;
    bool defines;              /* it is what the others lead to */
    struct span span;          /* the name: without brackets, without # */
    const struct node *node;   /* that it is part of */
    const struct node *target; /* what has the name: of several definitions, the first */
};

/* All mentions of an article, in the order of their spans. Links to other articles are
 * none: they belong here once those are known. */
struct mentions {
    struct mention *items;
    uint32_t count;
    uint32_t capacity;
    struct anchors anchors;
    struct label_map labels;    /* of definitions: to the index of the node */
    struct label_map footnotes; /* likewise */
};

/* Finds them, in time that grows like the document; all is in the arena. */
void mentions_find(struct mentions *mentions, const struct document *document,
                   struct arena *arena);

/* The innermost mention whose name has the offset, or ends there; NULL: none. */
const struct mention *mention_named(const struct mentions *mentions, uint32_t offset);

/* The same, or the one that the innermost link or footnote reference around the offset
 * has: its text counts as well. */
const struct mention *mention_under(const struct mentions *mentions, uint32_t offset);

/* The mention that the others of its name lead to. */
const struct mention *mention_definition(const struct mentions *mentions,
                                         const struct mention *mention);

#endif
