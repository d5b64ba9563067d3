/* flaw.h - a schema while its flaws are looked for; for lint/schema alone */
#ifndef LINT_SCHEMA_FLAW_FLAW_H
#define LINT_SCHEMA_FLAW_FLAW_H

#include "lint/schema/compiled/compiler.h"
#include "lint/schema/flaw/flaws.h"

/* Flaws of one schema that are told: more than anybody reads. */
enum { SCHEMA_MAX_FLAWS = 1000 };

struct inspection {
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
struct flaw *flaw_add(struct inspection *inspection, enum flaw_kind kind,
                      enum severity severity, struct span span, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Adds what a reader or a schema found wrong, as an error; other places are not told. */
void flaw_add_mistake(struct inspection *inspection, enum flaw_kind kind,
                      const struct mistake *mistake);

/* "; did you mean `x`?" behind the message, and x in the place of the flaw, when one of
 * the names is near to word. Returns whether one was. */
bool flaw_suggest(struct inspection *inspection, struct flaw *flaw, struct str word,
                  struct str_list names);

/* Takes over the compiler's error, unless something was said of that place before. One in
 * another file is told at the place `from`, which leads there. */
void flaw_add_error(struct inspection *inspection, struct span from);

/* The keywords of one schema, without going into those below it. */
void inspect_keywords(struct inspection *inspection, struct schema_place place);

/* What a compiled schema says of the values it holds itself. */
void inspect_values(struct inspection *inspection, const struct subschema *schema);

#endif
