/* flaws.h - finds what is wrong with a schema itself */
#ifndef LINT_SCHEMA_FLAW_FLAWS_H
#define LINT_SCHEMA_FLAW_FLAWS_H

#include "lint/schema/schema.h"
#include "lint/source/mistake.h"

enum flaw_kind {
    FLAW_SYNTAX,        /* cannot be parsed, or has a duplicate key */
    FLAW_INVALID,       /* violates its meta-schema, or does not compile */
    FLAW_KEYWORD,       /* a keyword that means nothing */
    FLAW_FORMAT,        /* a format that is not checked */
    FLAW_CONTRADICTION, /* keywords that contradict each other */
};

/* One thing that is wrong with a schema, as a violation is for an article. */
struct flaw {
    enum flaw_kind kind;
    struct mistake mistake; /* its fix is a guess */
    struct flaw *next;
};

/*
 * Checks the schema in a file that has been read, by the meta-schema of its dialect, by
 * compiling it and by applying it to its own values; path is absolute and decides between
 * YAML and JSON. Mistakes in other files are reported where the schema refers to them, or
 * at its start. Returns the flaws in no order, in the arena; NULL when there are none.
 */
const struct flaw *schema_flaws(struct arena *arena, const char *path,
                                const struct source *source,
                                const struct schema_options *options);

#endif
