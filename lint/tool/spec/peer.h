/* peer.h - Markdown as HTML, by cmark-gfm */
#ifndef LINT_TOOL_SPEC_PEER_H
#define LINT_TOOL_SPEC_PEER_H

#include "lint/base/buf.h"

/* Adds the HTML of text as cmark-gfm writes it; features are of enum markdown_feature,
 * of which it knows those of GFM. */
void peer_render(struct buf *out, struct str text, unsigned features);

#endif
