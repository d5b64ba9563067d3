/* render.h - Markdown as HTML, by our nodes */
#ifndef LINT_TOOL_SPEC_RENDER_H
#define LINT_TOOL_SPEC_RENDER_H

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/markdown/feature.h"

/*
 * Adds the HTML of text, which must be ended by a NUL that len does not count, in the
 * form of the specifications' examples. features are of enum markdown_feature. What is
 * needed meanwhile is taken from the arena.
 */
void render(struct buf *out, struct arena *arena, struct str text, unsigned features);

#endif
