/* keyword.h - the keywords of JSON Schema, one row of one table each; for lint/schema
 * only */
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

/* Where schemas are in the value of a keyword. */
enum keyword_shape {
    SHAPE_DATA, /* nowhere */
    SHAPE_SCHEMA,
    SHAPE_SCHEMAS,      /* list of schemas */
    SHAPE_SCHEMA_MAP,   /* map of schemas */
    SHAPE_ITEMS,        /* schema or list of schemas */
    SHAPE_DEPENDENCIES, /* map of schemas and lists of names */
};

/* What the value must be for the schema to be compiled. */
enum argument {
    ARGUMENT_ANY, /* up to compile() */
    ARGUMENT_STRING,
    ARGUMENT_BOOLEAN,
    ARGUMENT_NUMBER,
    ARGUMENT_COUNT, /* an integer of 0 or more */
    ARGUMENT_LIST,
    ARGUMENT_MAP,
    ARGUMENT_NAMES, /* a list of strings */
};

/* Compiles the keyword in a schema, mostly to one check; its value is what the argument
 * of the row requires. False, with the error filled, when something is wrong. */
typedef bool keyword_compile(struct compiler *c, struct subschema *schema,
                             const struct keyword *keyword, const struct entry *entry);

/* Is a value, of one of the check's kinds, valid by it? */
typedef bool keyword_holds(const struct check *check, const struct value *value);

/* The same, for keywords with subschemas or patterns; marks entries in seen as evaluate()
 * does. */
typedef bool keyword_apply(struct evaluation *e, const struct check *check,
                           const struct value *value, struct seen *seen);

/* Adds what is wrong by x->check, which is violated. */
typedef void keyword_explain(const struct explaining *x);

/* Appends the sentence for a FAILURE_CHECK. */
typedef void keyword_message(struct buf *out, const struct failure *failure);

struct keyword {
    const char *name;
    enum dialect first, last;
    enum vocabulary vocabulary;
    enum keyword_shape shape;
    enum argument argument;
    const char *maximum; /* the keyword whose number may not be less than this one */

    keyword_compile *compile; /* NULL: it only annotates, or other keywords read it */

    /* The check that it compiles to. Without holds and apply it has none of its own: the
     * check of another keyword does its work. */
    enum check_kind kind;
    unsigned kinds; /* enum kind_bit: other values pass */
    keyword_holds *holds;
    keyword_apply *apply;
    keyword_explain *explain; /* NULL: one failure, whose message says everything */
    keyword_message *message; /* NULL: explain never adds a FAILURE_CHECK */
    const char *relation;     /* for the message: "at least" */
};

/* All keywords, sorted by name in byte order, those that only annotate included. Defined
 * in compile/keyword_table.c, because it names functions of folders above this one. */
extern const struct keyword keywords[];
extern const size_t keyword_count;

/* The keyword with that name, or NULL when the dialect and vocabularies do not have
 * it. */
const struct keyword *keyword_find(struct str name, enum dialect dialect,
                                   unsigned vocabularies);

/* The same in any dialect. */
const struct keyword *keyword_find_any(struct str name);

/* Fills names with the keywords of a dialect, at most max; returns how many. */
size_t keyword_names(enum dialect dialect, struct str *names, size_t max);

#endif
