/* typing.h - what is being typed in front matter, which seldom parses meanwhile */
#ifndef LINT_LSP_TYPING_H
#define LINT_LSP_TYPING_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/document/document.h"
#include "lint/schema/describe/describe.h"
#include "lint/source/source.h"

enum { TYPING_MAX_DEPTH = 40 }; /* of maps and lists around a cursor */

enum typing_kind {
    TYPING_NOTHING, /* the cursor is in no front matter, in a comment, in a long text */
    TYPING_KEY,
    TYPING_VALUE,
};

/* What a cursor is at. Spans are offsets into the source. */
struct typing {
    enum typing_kind kind;
    enum value_syntax syntax;
    /* To the map that the key is for, or to the value. */
    struct describe_step steps[TYPING_MAX_DEPTH];
    uint32_t depth;
    struct span token; /* what an answer replaces: a key, or a value with its quotes */
    struct str typed;  /* of it, what is before the cursor, without an opening quote */
    char quote;        /* that it begins with, or 0 */
    bool followed;     /* a key: its colon or equals sign is there already */
    bool header;     /* a key: of a table of TOML, in brackets, so that nothing follows */
    bool attached;   /* a value: a space is missing after the colon */
    bool item;       /* a key that may also be an item of a list: after `- ` */
    bool flow;       /* in brackets */
    uint32_t indent; /* columns before the key in its map; of its line in brackets */
    /* What the front matter is without what is being typed; NULL when that cannot be
     * read. */
    const struct value *root;
};

/* What is being typed at an offset. By the text around the cursor alone, then by reading
 * the rest. All is in the arena or views. */
void typing_find(struct typing *typing, const struct source *source, uint32_t offset,
                 struct arena *arena);

/* A key as it is meant: without blanks and quotes around it. */
struct str typing_unquoted(struct str text);

/* The value so far at the place that the steps lead to; NULL when there is none. */
const struct value *typing_value(const struct typing *typing);

#endif
