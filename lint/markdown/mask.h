/* mask.h - the text that rules see when they look at raw lines */
#ifndef LINT_MARKDOWN_MASK_H
#define LINT_MARKDOWN_MASK_H

#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/source/source.h"

enum { MASK_GROUP_BITS = 4 }; /* 16 lines in a row make a group */

/* The text of a group. */
struct mask_group {
    const char *data;
    uint32_t start; /* the offset in the file of data[0] */
};

/*
 * The source with what HTML comments say made invisible: same size, same
 * offsets. From offset body on (after the front matter) each
 * comment keeps its markers, spaces and line ends; other ASCII bytes in it, and
 * spaces before a line end, become dots; white space beyond ASCII becomes a mark
 * of as many bytes; other characters stay.
 *
 * Comments are found in raw text, so those in code count too. As markdownlint
 * does, a comment after other text on its line stays as it is when the old
 * grammar (CommonMark 0.30) refuses it, or when its line starts like a table row
 * and it has a line end; and one without end is no comment.
 *
 * Only groups with something masked are copied: most text is that of the source.
 */
struct mask {
    const struct mask_group *groups; /* by line >> MASK_GROUP_BITS; NULL: nothing is
                                        masked */
    uint32_t first_comment; /* where the first `<!--` is, a comment or not; the source's
                               size without one */
};

/* In the arena, and in the source, which must live as long. */
struct mask mask_comments(struct arena *arena, const struct source *source,
                          uint32_t body);

/* A line (0-based) without its line end: a view. The byte after it is that of the source.
 */
static inline struct str mask_line(const struct mask *mask, const struct source *source,
                                   uint32_t line)
{
    struct span span = source_line_span(source, line);
    const struct mask_group *group;

    if (!mask->groups)
        return source_text(source, span);
    group = &mask->groups[line >> MASK_GROUP_BITS];
    return (struct str){group->data + (span.start - group->start), span_length(span)};
}

#endif
