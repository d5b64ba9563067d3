/* render.h - renders Markdown as HTML from the nodes of a document */
#ifndef LINT_TOOL_SPEC_RENDER_H
#define LINT_TOOL_SPEC_RENDER_H

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/markdown/feature.h"

/*
 * Appends the HTML of text, which is followed by a NUL that len does not count, in the
 * form of the specifications' examples. features are of enum markdown_feature. The arena
 * is for scratch memory.
 */
void render(struct buf *out, struct arena *arena, struct str text, unsigned features);

#endif
