/* flaw.h - the search for flaws in a schema; for lint/schema only */
#ifndef LINT_SCHEMA_FLAW_FLAW_H
#define LINT_SCHEMA_FLAW_FLAW_H

#include "lint/schema/compiled/compiler.h"
#include "lint/schema/explain/failure.h"
#include "lint/schema/flaw/flaws.h"

/* The most flaws of one schema: more than anyone reads. */
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
    struct explanation explanation; /* of values, and what names are compared by */
};

/* Adds a flaw with a message in printf's format; never NULL. */
struct flaw *flaw_add(struct inspection *inspection, enum flaw_kind kind,
                      enum severity severity, struct span span, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Adds what a reader or a schema found wrong, as an error, without its related places. */
void flaw_add_mistake(struct inspection *inspection, enum flaw_kind kind,
                      const struct mistake *mistake);

/* Appends "; did you mean `x`?" to the message, and adds a fix that replaces the place by
 * x, when one of the names is near to word. False when none is. */
bool flaw_suggest(struct inspection *inspection, struct flaw *flaw, struct str word,
                  struct str_list names);

/* Adds the error of the compiler, unless there is a flaw at that place already. One in
 * another file is reported at `from`, which refers to it. */
void flaw_add_error(struct inspection *inspection, struct span from);

/* Inspects the keywords of one schema, but not those of the schemas in it. */
void inspect_keywords(struct inspection *inspection, struct schema_place place);

/* Inspects the argument of `required` in a schema. */
void inspect_required(struct inspection *inspection, const struct value *schema,
                      const struct value *required);

/* Inspects the values in a compiled schema (defaults, examples, enums) by the schema
 * itself. */
void inspect_values(struct inspection *inspection, const struct subschema *schema);

#endif
