/* failure.h - what is violated and where, before it has words; for lint/schema alone */
#ifndef LINT_SCHEMA_EXPLAIN_FAILURE_H
#define LINT_SCHEMA_EXPLAIN_FAILURE_H

#include "lint/schema/evaluate/evaluate.h"

/* More findings about one front matter than anybody reads. */
enum { SCHEMA_MAX_FAILURES = 1000 };

/* Failures looked at for one document, those of alternatives that were not meant among
 * them: beyond, it is the schema that takes too much. Some 100 MB. */
enum { SCHEMA_MAX_TRIED_FAILURES = 300000 };

/* Words compared for one document in search of suggestions, each some microseconds;
 * later mistakes get none. */
enum { SCHEMA_MAX_COMPARISONS = 100000 };

/* A value and the way to it from the root. */
struct place {
    const struct value *value;
    const struct entry *entry; /* that holds it; NULL at the root */
    const struct place *parent;
    uint32_t index; /* in the parent's entries */
    uint32_t depth;
    bool is_name; /* the value is the name of a property (propertyNames) */
};

enum failure_kind {
    FAILURE_CHECK,         /* the check does not hold, and its kind says all */
    FAILURE_NEVER,         /* the value may not be there at all */
    FAILURE_UNKNOWN,       /* a property nobody knows */
    FAILURE_MISSING,       /* place is the map that lacks `name`, or one of `allowed` */
    FAILURE_SEVERAL,       /* more than one alternative of oneOf holds */
    FAILURE_DISCRIMINATOR, /* no alternative has this value: `allowed` are theirs */
    FAILURE_EXPENSIVE,     /* a pattern took too many steps */
    FAILURE_ADVICE,        /* a keyword of our own: vocabulary.h */
    FAILURE_EXHAUSTED,     /* the schema asks for more steps than there are */
};

struct failure {
    enum failure_kind kind;
    const struct check *check;      /* NULL for FAILURE_NEVER of a whole schema */
    const struct entry *keyword;    /* that is violated, in the schema */
    const struct subschema *schema; /* it stands in */
    const struct place *place;
    struct str name;      /* FAILURE_MISSING */
    struct str needed_by; /* FAILURE_MISSING: the property that asks for it, or empty;
                             FAILURE_NEVER: one that it cannot stand beside */
    unsigned types;       /* CHECK_TYPE: what is allowed; enum kind_bit */
    struct str_list
        allowed; /* enum, const, DISCRIMINATOR: strings; others are shown raw */
    uint32_t first, second;      /* items that are equal, alternatives that hold */
    uint64_t found;              /* CHECK_CONTAINS: how many */
    const struct regex *regex;   /* FAILURE_EXPENSIVE */
    struct str suggestion;       /* what was probably meant, or empty */
    bool bare;                   /* the suggestion is no string: it has no quotes */
    bool quote;                  /* the value needs nothing but quotes */
    bool guessed;                /* by one of several alternatives that might be meant */
    const struct entry *instead; /* FAILURE_MISSING: a key that is nearly the name */
    struct str written;          /* the value as it stands in the file, or empty */
    const struct advice *advice; /* that found it */
    bool about_key;              /* shown at the key: also where the value is wrong */
    struct mistake mistake;      /* as it will be told: what is not known yet is filled
                                    at the end. ADVICE: has its sentence and its fix; an
                                    empty span stands for the value or its key */
    struct failure *next;
};

struct failures {
    struct failure *first;
    struct failure *last;
    uint32_t count;
};

/* Work on one invalid document. */
struct explanation {
    struct evaluation evaluation;
    struct arena *arena;
    const char *data; /* the file the document was read from */
    enum value_syntax syntax;
    uint32_t tried;       /* failures made so far */
    uint32_t comparisons; /* of words */
};

/* What is being explained: why a value at a place does not hold to a check of a schema.
 */
struct explaining {
    struct explanation *explanation;
    const struct subschema *schema;
    const struct check *check; /* of the schema; NULL: the schema as a whole */
    const struct place *place;
    struct seen *seen;    /* entries of the value that were evaluated; may be NULL */
    struct failures *out; /* where failures go */
};

/* An entry of a value as a place of its own. */
const struct place *place_child(struct explanation *x, const struct place *parent,
                                uint32_t index);

/* The name of a property as a value of its own, for propertyNames. */
const struct place *place_name(struct explanation *x, const struct place *parent,
                               uint32_t index);

/* Adds a failure of x->check at x->place, to be filled further. */
struct failure *failure_add(const struct explaining *x, enum failure_kind kind);

/* Adds a failure of another kind that stands for f: by the same keyword, at its place. */
struct failure *failure_add_for(const struct explaining *x, enum failure_kind kind,
                                const struct failure *f);

/* Moves all of more to the end of out. */
void failures_append(struct failures *out, struct failures *more);

/* Is it less than an error? Then its sentence asks and does not demand. */
static inline bool failure_is_mild(const struct failure *failure)
{
    enum severity severity = failure->mistake.severity;

    return severity == SEVERITY_NOTE || severity == SEVERITY_WARNING;
}

/* Does a check of that kind not hold? */
bool failure_is_check(const struct failure *failure, enum check_kind kind);

/* Where it is shown. Sets *at_root when that is the whole document. */
struct span failure_span(const struct failure *failure, bool *at_root);

/* Is it the same mistake, whichever way led to its place? */
bool failure_same(const struct failure *a, const struct failure *b);

/* Makes the edit the fix of the failure, unless it is NULL. */
void failure_set_edit(struct failure *failure, struct edit *edit, bool safe);

/* Of items that are equal: the first of them. */
void failure_relate_first_item(struct arena *arena, struct failure *failure);

/* A value that stands elsewhere than what is said about it: where it is used. */
void failure_relate_alias(struct arena *arena, struct failure *failure);

/* Is a failure the same as one of those kept? What an alias shows again is the same
 * mistake: the one that is kept gets the alias as a related place. */
bool failure_merge_repeated(struct arena *arena, struct failure **kept, uint32_t count,
                            const struct failure *failure);

#endif
