/* mutate.h - writers' mistakes in a valid document; for lint/tool/mutations only */
#ifndef LINT_TOOL_MUTATIONS_MUTATE_H
#define LINT_TOOL_MUTATIONS_MUTATE_H

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/tool/mutations/random.h"
#include "lint/value/value.h"

enum mutation_kind {
    MUTATION_MISSING, /* a key is not there */
    MUTATION_NAME,    /* a key is misspelt */
    MUTATION_TYPE,    /* a value is of another type */
    MUTATION_VALUE,   /* a value is another one of its type: enum, const, format */
    MUTATION_KIND_COUNT
};

/* "a missing key", …: static text. */
const char *mutation_name(enum mutation_kind kind);

/* One entry of a document and what happens to it. */
struct mutation {
    enum mutation_kind kind;
    struct value *parent;
    uint32_t index;
};

/* Gets each mutation of a document, which has been made when it is called and is undone
 * afterwards. */
typedef void mutation_visit(const struct mutation *mutation, void *context);

/* Makes each mutation of a document, one at a time; what is not needed afterwards is in
 * the arena. */
void mutate_each(struct value *document, struct random *random, struct arena *arena,
                 mutation_visit *visit, void *context);

/*
 * Appends the document as YAML with one key or item per line. Notes in each span the line
 * it starts on, from 0, as both start and end: that of its key, in a list that of the
 * item, for the document itself 0.
 */
void mutation_write(struct buf *out, struct value *document);

/* The line where the mutation shows in a document that was just written: that of the
 * value or the key; for a missing key that of the map without it. */
uint32_t mutation_line(const struct mutation *mutation);

#endif
