/* references.h - labels of an article: where they are defined, and where used */
#ifndef LINT_DOCUMENT_REFERENCES_H
#define LINT_DOCUMENT_REFERENCES_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/document/document.h"
#include "lint/markdown/label.h"

/*
 * The label of a footnote has a ^ in front here, so that footnotes and definitions of
 * links do not meet. HTML blocks do not count. All of this takes time that grows like
 * the document.
 */

/* Is the node a definition, of links or of a footnote, outside of HTML blocks? */
bool node_is_definition(const struct node *node);

/* The label of such a node, in the source. */
struct span definition_label(const struct node *node);

/* Adds each label that is defined, with the index of its first definition, to the map;
 * returns how many definitions there are. */
uint32_t document_definitions(const struct document *document, struct arena *arena,
                              struct label_map *defined);

/* Adds each label that a link, an image, a footnote reference or a loose reference uses
 * to the map. */
void document_references(const struct document *document, struct arena *arena,
                         struct label_map *used);

/* Adds each label that stands in brackets anywhere in the file to the map, in front
 * matter, code, HTML and comments as well: some program may see a link there. The labels
 * of definitions themselves are left out. */
void document_bracketed(const struct document *document, struct arena *arena,
                        struct label_map *bracketed);

/* The label in lower case, each run of white space as one space, none at the ends: as it
 * is compared, and short enough to be shown. In the arena. */
struct str label_text(struct arena *arena, struct str label);

#endif
