/* fence.h - the lines around front matter, and lines that look like data */
#ifndef LINT_DOCUMENT_FENCE_H
#define LINT_DOCUMENT_FENCE_H

#include <stdbool.h>

#include "lint/base/str.h"
#include "lint/document/document.h"

/* How a block is written. */
struct fence {
    enum front_matter_syntax syntax;
    struct str open;
    struct str close;
    /* Closes it as well; empty: none. That of YAML does not count for markdownlint, that
     * of TOML counts only for markdownlint. */
    struct str other_close;
};

/* Is the line the mark, followed by nothing but white space? */
bool fence_is_mark(struct str line, struct str mark);

/* The fence of that syntax, which is not NONE. */
const struct fence *fence_of(enum front_matter_syntax syntax);

/* The fence that the line opens; NULL when it opens none. */
const struct fence *fence_find(struct str line);

/* The line without its leading white space: a view. */
struct str fence_line_text(struct str line);

/* `key: …` in YAML, `key = …` or `[table]` in TOML, `"key": …` in JSON: other text may
 * follow a thematic break. */
bool fence_looks_like_data(enum front_matter_syntax syntax, struct str line);

#endif
