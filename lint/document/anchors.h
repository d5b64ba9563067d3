/* anchors.h - what links to a place in the same article may lead to */
#ifndef LINT_DOCUMENT_ANCHORS_H
#define LINT_DOCUMENT_ANCHORS_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str_map.h"
#include "lint/document/document.h"

/* A place with a name. */
struct link_anchor {
    struct str fragment;     /* with its #, as a link has it: that of a heading is
                                percent-encoded, one in HTML is as written */
    const struct node *node; /* the heading or the tag; NULL for #top */
};

/*
 * The anchors of an article, each fragment once, as GitHub makes them and markdownlint
 * knows them: `#top`; one for each heading with letters or numbers in it (of several
 * alike the later ones end in -1, -2); what a heading has in `{#…}`; the id of each tag,
 * and the name of each `<a>`. Headings first, then HTML, both in the order of the
 * article.
 */
struct anchors {
    struct link_anchor *items;
    uint32_t count;
    uint32_t capacity;
    struct str_map exact;    /* from fragments to their index + 1 */
    struct str_map any_case; /* from fragments in lower case to that of the first; empty
                                until anchors_get_any_case() first needs it */
};

/* Finds them, in time that grows like the document; all is in the arena. */
void anchors_find(struct anchors *anchors, const struct document *document,
                  struct arena *arena);

/* The fragment of a heading where no other is like it; empty when it has none. In the
 * arena. */
struct str anchor_of_heading(const struct document *document, const struct node *heading,
                             struct arena *arena);

/* What a destination that starts with # stands for: its escapes undone, character
 * references left out, as in a heading's anchor. In the arena. */
struct str anchor_fragment(struct arena *arena, struct str destination);

/* Does the fragment, with its #, name lines of a file as GitHub does: #L1, #L1-L2,
 * #L1C2-L3C4? */
bool anchor_is_line(struct str fragment);

/* The anchor that the fragment, with its #, leads to; NULL when there is none. */
const struct link_anchor *anchors_get(const struct anchors *anchors, struct str fragment);

/* The first anchor with that fragment in any case, or NULL. What it needs besides is made
 * when it is first called, in the arena, which is that of anchors_find(). */
const struct link_anchor *anchors_get_any_case(struct anchors *anchors,
                                               struct arena *arena, struct str fragment);

#endif
