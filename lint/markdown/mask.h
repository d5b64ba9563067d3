/* mask.h - the text that rules see when they look at raw lines */
#ifndef LINT_MARKDOWN_MASK_H
#define LINT_MARKDOWN_MASK_H

#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/source/source.h"

/*
 * The source with what HTML comments say made invisible: same size, same
 * offsets, ended by a NUL. From offset body on (after the front matter) each
 * comment keeps its markers, spaces and line ends; other ASCII bytes in it, and
 * spaces before a line end, become dots; white space beyond ASCII becomes a mark
 * of as many bytes; other characters stay.
 *
 * Comments are found in raw text, so those in code count too. As markdownlint
 * does, a comment after other text on its line stays as it is when the old
 * grammar (CommonMark 0.30) refuses it, or when its line starts like a table row
 * and it has a line end; and one without end is no comment.
 *
 * Returns source->data when there is nothing to mask. *first is where the first `<!--`
 * is, a comment or not; the source's size without one.
 */
const char *mask_comments(struct arena *arena, const struct source *source, uint32_t body,
                          uint32_t *first);

#endif
