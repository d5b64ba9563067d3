/* checker.h - a schema while it is checked; for lint/schema alone */
#ifndef LINT_SCHEMA_FLAW_CHECKER_H
#define LINT_SCHEMA_FLAW_CHECKER_H

#include "lint/schema/compiled/compiler.h"
#include "lint/schema/flaw/check.h"

/* Flaws of one schema that are told: more than anybody reads. */
enum { SCHEMA_MAX_FLAWS = 1000 };

struct checker {
    struct arena *arena;
    struct compiler compiler;
    struct schema_error error; /* of the compiler */
    const struct source *source;
    struct schema_document *document;
    uint32_t value_count;        /* of the document */
    struct schema_place *places; /* every schema in the document, in its order */
    uint32_t place_count;
    struct flaw *first;
    struct flaw **last;
    uint32_t count;
};

/* Adds a flaw with a message in printf's format; never NULL. */
struct flaw *flaw_add(struct checker *checker, enum flaw_kind kind,
                      enum severity severity, struct span span, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* "; did you mean `x`?" behind the message, and x in the place of the flaw, when one of
 * the names is near to word. Returns whether one was. */
bool flaw_suggest(struct checker *checker, struct flaw *flaw, struct str word,
                  struct str_list names);

/* Takes over the compiler's error, unless something was said of that place before. One in
 * another file is told at the place `from`, which leads there. */
void flaw_add_error(struct checker *checker, struct span from);

/* The keywords of one schema, without going into those below it. */
void check_keywords(struct checker *checker, struct schema_place place);

/* What a compiled schema says of the values it holds itself. */
void check_values(struct checker *checker, const struct subschema *schema);

#endif
