/* failure.h - a failure: what is violated and where, before it has a message; for
 * lint/schema only */
#ifndef LINT_SCHEMA_EXPLAIN_FAILURE_H
#define LINT_SCHEMA_EXPLAIN_FAILURE_H

#include "lint/schema/evaluate/evaluate.h"

/* More findings about one front matter than anyone reads. */
enum { SCHEMA_MAX_FAILURES = 1000 };

/* The most failures considered for one document, those of alternatives that were not
 * meant included: with more, the schema is too expensive. Some 100 MB. */
enum { SCHEMA_MAX_TRIED_FAILURES = 300000 };

/* The most comparisons of words for one document, each some microseconds; later mistakes
 * get no suggestion. */
enum { SCHEMA_MAX_COMPARISONS = 100000 };

/* The most subschemas that are searched for names of properties, for one document: they
 * may refer to each other in more ways than there are subschemas. Later mistakes get no
 * suggestion and no fix. */
enum { SCHEMA_MAX_SEARCHED = 100000 };

/* A value and the path to it from the root. */
struct place {
    const struct value *value;
    const struct entry *entry; /* that contains it; NULL at the root */
    const struct place *parent;
    uint32_t index; /* in the entries of the parent */
    uint32_t depth;
    bool is_name;       /* the value is the name of a property (propertyNames) */
    const char *called; /* at the root: what messages call it; NULL: "the top level" */
};

enum failure_kind {
    FAILURE_CHECK,         /* the check is violated, and its kind says everything */
    FAILURE_NEVER,         /* the value is not allowed at all */
    FAILURE_UNKNOWN,       /* an unknown property */
    FAILURE_MISSING,       /* place is the map that lacks `name`, or one of `allowed` */
    FAILURE_SEVERAL,       /* more than one alternative of oneOf is valid: by the keys
                              that are `allowed`, of which place is one, if there are any */
    FAILURE_DISCRIMINATOR, /* no alternative has this value: `allowed` are theirs */
    FAILURE_EXPENSIVE,     /* a pattern took too many steps */
    FAILURE_ADVICE,        /* one of stet's own keywords: vocabulary.h */
    FAILURE_EXHAUSTED,     /* the schema takes more steps than allowed */
};

struct failure {
    enum failure_kind kind;
    const struct check *check;      /* NULL for FAILURE_NEVER of a whole schema */
    const struct entry *keyword;    /* that is violated, in the schema */
    const struct subschema *schema; /* that has the keyword */
    const struct place *place;
    struct str name;      /* FAILURE_MISSING */
    struct str needed_by; /* FAILURE_MISSING: the property that requires it, or empty;
                             FAILURE_NEVER: one that excludes it */
    unsigned types;       /* CHECK_TYPE: what is allowed; enum kind_bit */
    struct str_list
        allowed; /* enum, const, DISCRIMINATOR: strings; others are shown raw */
    uint32_t first, second;    /* equal items, valid alternatives */
    uint64_t found;            /* CHECK_CONTAINS: how many */
    const struct regex *regex; /* FAILURE_EXPENSIVE */
    struct str suggestion;     /* what was probably meant, or empty */
    struct str otherwise;      /* another reading that is as likely, or empty */
    bool bare;                 /* the suggestion is written as it is, without quotes */
    bool undecided;            /* readings are as likely as each other: no fix */
    struct str quoted;         /* the value in the quotes that it only needs, or empty */
    struct str about;          /* what the schema says of the property, or empty */
    bool guessed;              /* by one of several alternatives that may be meant */
    const struct entry *instead; /* FAILURE_MISSING: a key that is near the name */
    struct str written;          /* the value as it is in the file, or empty */
    const struct advice *advice; /* that found it */
    bool about_key;              /* shown at the key, even where the value is wrong */
    /* As it is reported: what is empty is filled in at the end. ADVICE: has its message
     * and its fix; an empty span stands for the value or its key. */
    struct mistake mistake;
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
    uint32_t searched;    /* subschemas, for names of properties */
};

/* What is explained: why a value at a place violates a check of a schema. */
struct explaining {
    struct explanation *explanation;
    const struct subschema *schema;
    const struct check *check; /* of the schema; NULL: the schema as a whole */
    const struct place *place;
    struct seen *seen;    /* entries of the value that were evaluated; may be NULL */
    struct failures *out; /* where failures go */
};

/* The place of an entry of the value at parent. In the arena. */
const struct place *place_child(struct explanation *x, const struct place *parent,
                                uint32_t index);

/* The place of the name of a property, as a value of its own, for propertyNames. */
const struct place *place_name(struct explanation *x, const struct place *parent,
                               uint32_t index);

/* Counts one subschema; false once there would be more than SCHEMA_MAX_SEARCHED. */
static inline bool may_search(struct explanation *x)
{
    return x->searched < SCHEMA_MAX_SEARCHED && x->searched++ < SCHEMA_MAX_SEARCHED;
}

/* Adds a failure of x->check at x->place, whose other members the caller fills. Never
 * NULL. */
struct failure *failure_add(const struct explaining *x, enum failure_kind kind);

/* Adds a failure of another kind instead of f: by the same keyword, at the same place. */
struct failure *failure_add_for(const struct explaining *x, enum failure_kind kind,
                                const struct failure *f);

/* Moves all of more to the end of out. */
void failures_append(struct failures *out, struct failures *more);

/* Is it less than an error? Then its message says "should" and not "must". */
static inline bool failure_is_mild(const struct failure *failure)
{
    enum severity severity = failure->mistake.severity;

    return severity == SEVERITY_NOTE || severity == SEVERITY_WARNING;
}

/* Is it a violated check of that kind? */
bool failure_is_check(const struct failure *failure, enum check_kind kind);

/* Where the failure is shown. Sets *at_root when that is the whole document. */
struct span failure_span(const struct failure *failure, bool *at_root);

/* Are they the same mistake, by whatever path to its place? */
bool failure_same(const struct failure *a, const struct failure *b);

/* Makes the edit the fix of the failure, unless it is NULL. */
void failure_set_edit(struct failure *failure, struct edit *edit, bool safe);

/* For equal items, adds the first of them as a related place. */
void failure_relate_first_item(struct arena *arena, struct failure *failure);

/* For a value that is reached by an alias, adds the alias as a related place. */
void failure_relate_alias(struct arena *arena, struct failure *failure);

/* A mistake in an aliased value is the same in each place: the one that is kept gets the
 * alias of one that is repeated as a related place. */
void failure_merge(struct arena *arena, struct failure *kept,
                   const struct failure *repeated);

#endif
