/* keyword.h - what a keyword of JSON Schema is: one row of one table; for lint/schema
 * alone */
#ifndef LINT_SCHEMA_COMPILED_KEYWORD_H
#define LINT_SCHEMA_COMPILED_KEYWORD_H

#include <stddef.h>

#include "lint/schema/compiled/compiled.h"
#include "lint/schema/compiled/dialect.h"

struct buf;
struct compiler;
struct evaluation;
struct explaining;
struct failure;
struct seen;

/* Where schemas stand in the keyword's value. */
enum keyword_shape {
    SHAPE_DATA, /* there are none */
    SHAPE_SCHEMA,
    SHAPE_SCHEMAS,      /* list of schemas */
    SHAPE_SCHEMA_MAP,   /* map of schemas */
    SHAPE_ITEMS,        /* schema or list of schemas */
    SHAPE_DEPENDENCIES, /* map of schemas and lists of names */
};

/* What the value must be for the schema to compile. */
enum argument {
    ARGUMENT_ANY, /* compile() says, if anything */
    ARGUMENT_STRING,
    ARGUMENT_BOOLEAN,
    ARGUMENT_NUMBER,
    ARGUMENT_COUNT, /* a whole number of 0 or more */
    ARGUMENT_LIST,
    ARGUMENT_MAP,
    ARGUMENT_NAMES, /* a list of strings */
};

/* Compiles the keyword as it stands in a schema, mostly to one check; its value is what
 * the row's argument says. False, with the error filled, when something is wrong. */
typedef bool keyword_compile(struct compiler *c, struct subschema *schema,
                             const struct keyword *keyword, const struct entry *entry);

/* Does a value of the check's kinds hold to it? */
typedef bool keyword_holds(const struct check *check, const struct value *value);

/* The same by subschemas or patterns; marks entries in seen as evaluate() does. */
typedef bool keyword_apply(struct evaluation *e, const struct check *check,
                           const struct value *value, struct seen *seen);

/* Adds what is wrong by x->check, which does not hold. */
typedef void keyword_explain(const struct explaining *x);

/* Writes the sentence for a FAILURE_CHECK. */
typedef void keyword_message(struct buf *out, const struct failure *failure);

struct keyword {
    const char *name;
    enum dialect first, last;
    enum vocabulary vocabulary;
    enum keyword_shape shape;
    enum argument argument;
    const char *maximum; /* the keyword whose number may not be below this one's */

    keyword_compile *compile; /* NULL: it only describes, or others look at it */

    /* The check it compiles to. With neither holds nor apply there is none of its own:
     * another keyword's check does its work. */
    enum check_kind kind;
    unsigned kinds; /* enum kind_bit: other values pass */
    keyword_holds *holds;
    keyword_apply *apply;
    keyword_explain *explain; /* NULL: by one failure, whose message says all */
    keyword_message *message; /* NULL: explain never adds a FAILURE_CHECK */
    const char *relation;     /* for the message: "at least" */
};

/* All of them, sorted by name in byte order. Those that only describe are here too: they
 * are no mistakes. Linked in, for it names what stands above: compile/keyword_table.c. */
extern const struct keyword keywords[];
extern const size_t keyword_count;

/* The keyword of that name, or NULL when these do not know it. */
const struct keyword *keyword_find(struct str name, enum dialect dialect,
                                   unsigned vocabularies);

/* The same whatever the dialect. */
const struct keyword *keyword_find_any(struct str name);

/* Fills names with the keywords of a dialect, at most that many; returns how many. */
size_t keyword_names(enum dialect dialect, struct str *names, size_t max);

#endif
