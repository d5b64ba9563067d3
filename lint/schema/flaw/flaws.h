/* flaws.h - what is wrong with a schema itself */
#ifndef LINT_SCHEMA_FLAW_FLAWS_H
#define LINT_SCHEMA_FLAW_FLAWS_H

#include "lint/schema/schema.h"
#include "lint/source/mistake.h"

enum flaw_kind {
    FLAW_SYNTAX,        /* cannot be read, or a key given twice */
    FLAW_INVALID,       /* against its meta-schema, or does not compile */
    FLAW_KEYWORD,       /* a keyword that means nothing */
    FLAW_FORMAT,        /* a format that nothing checks */
    FLAW_CONTRADICTION, /* keywords that fight each other */
};

/* One thing that is wrong, as a violation is of an article. */
struct flaw {
    enum flaw_kind kind;
    struct mistake mistake; /* its fix is a guess */
    struct flaw *next;
};

/*
 * Checks the schema in a file that was read already, by the meta-schema of its dialect,
 * by compiling it and by what it says of itself; path is absolute and decides between
 * YAML and JSON. Mistakes in other files that it refers to are told where it refers to
 * them, or at its start. Returns the flaws in no order, in the arena; NULL when there
 * are none.
 */
const struct flaw *schema_flaws(struct arena *arena, const char *path,
                                const struct source *source,
                                const struct schema_options *options);

#endif
