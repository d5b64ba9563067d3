/* suppression_comment.h - finds the comments that configure the linter in a file */
#ifndef LINT_RUN_SUPPRESSION_COMMENT_H
#define LINT_RUN_SUPPRESSION_COMMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/document/document.h"

enum directive_kind {
    DIRECTIVE_DISABLE,
    DIRECTIVE_DISABLE_FILE,
    DIRECTIVE_DISABLE_LINE,
    DIRECTIVE_DISABLE_NEXT_LINE,
    DIRECTIVE_ENABLE,
    DIRECTIVE_ENABLE_FILE,
    DIRECTIVE_CAPTURE,
    DIRECTIVE_RESTORE,
    DIRECTIVE_CONFIGURE_FILE,
    DIRECTIVE_UNKNOWN,   /* stet-… with an unknown word, which the arguments are */
    DIRECTIVE_SPLIT,     /* markdownlint's, over several lines: not read by it */
    DIRECTIVE_MISPLACED, /* in front matter, a word that is for Markdown only, as above */
};

struct directive {
    enum directive_kind kind;
    bool own;              /* stet-…, not markdownlint-… */
    struct span span;      /* the comment */
    struct span arguments; /* what follows the keyword */
    uint32_t line;         /* 0-based, of the start; of disable-next-line, of the end */
};

/*
 * All directives in the order of the text, in the arena: HTML comments in the raw text of
 * the Markdown, and # comments in YAML and TOML front matter. *count is their number;
 * NULL when there are none.
 */
struct directive *directives_find(const struct document *document, struct arena *arena,
                                  uint32_t *count);

/* "`stet-x` is no comment of stet's; did you mean `stet-y`?", in the arena; the second
 * part only when a word is near. word includes its `stet-`. */
struct str directive_unknown(struct arena *arena, struct str word);

#endif
