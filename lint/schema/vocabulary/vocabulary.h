/* vocabulary.h - keywords of our own, which other validators ignore; for lint/schema
 * alone */
#ifndef LINT_SCHEMA_VOCABULARY_VOCABULARY_H
#define LINT_SCHEMA_VOCABULARY_VOCABULARY_H

#include "lint/base/buf.h"
#include "lint/schema/compiled/compiler.h"
#include "lint/schema/explain/edits.h"
#include "lint/schema/explain/words.h"
#include "lint/schema/vocabulary/environment.h"

struct extension;

/* A compiled keyword of ours. */
struct advice {
    const struct extension *extension;
    const struct subschema *schema; /* it stands in */
    const struct entry *keyword;
    const void *settings;      /* whatever its compile() made of the value */
    const struct advice *next; /* in the same schema */
};

/* A front matter that is being advised on. */
struct advising {
    struct explanation *explanation;
    const struct environment *around;
    struct failures *out;
    enum severity severity; /* below x-recommended: what it gives; else OFF */
};

/*
 * A keyword, as one row of a table; docs/vocabulary/<name>.md is its page. It never
 * decides whether a value is valid, so that anyOf, not and other validators come to the
 * same verdicts: it gives advice on values in places where its schema applies.
 */
struct extension {
    const char *name;
    const char *help; /* one line, no full stop */
    unsigned kinds;   /* enum kind_bit: other values are left alone */
    enum severity
        severity;   /* when the schema does not say; OFF: as errors of the schema */
    bool about_key; /* found at the key; also where the value itself is wrong */

    /* Fills settings; false, with the error filled, when the value makes no sense. */
    bool (*compile)(struct compiler *c, struct advice *advice);

    /* Reports what is wrong with the value at place. NULL: changes what others report. */
    void (*check)(struct advising *x, const struct advice *advice,
                  const struct place *place);
};

extern const struct extension x_deprecated, x_deprecated_standard, x_ends_with,
    x_enum_from, x_equals, x_file_exists, x_first_heading, x_forbidden, x_max_age,
    x_message, x_not_after, x_not_before, x_plain_text, x_recommended, x_severity;

/* All of them, sorted by name, ended by NULL. */
extern const struct extension *const extensions[];

/* Compiles the keywords of ours that stand in a schema. */
bool compile_vocabulary(struct compiler *c, struct subschema *schema);

/* Is the keyword one of them? */
bool vocabulary_knows(struct str keyword);

/* The names of all of them. */
struct str_list vocabulary_names(struct arena *arena);

/* Does a schema stand behind the keyword? */
bool vocabulary_holds_schema(struct str keyword);

/* The extension's keyword in a schema, or NULL. */
const struct advice *vocabulary_find(const struct subschema *schema,
                                     const struct extension *extension);

/* For compile(). An error at span, which lies in the keyword's value; always false. */
bool advice_fail(struct compiler *c, const struct advice *advice, struct span span,
                 const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The value must be what `expected` says; always false. */
bool advice_fail_type(struct compiler *c, const struct advice *advice,
                      const struct value *value, const char *expected);

/*
 * The value must be `true`, which leaves settings as they are, `false`, which leaves the
 * keyword without any (NULL), or a map with no other keys than options, which NULL ends.
 * expected says so. What the map says is read by the caller.
 */
bool advice_true_or_map(struct compiler *c, struct advice *advice, void *settings,
                        const char *const *options, const char *expected);

/* Refuses keys of a map that are not among names, which NULL ends. */
bool advice_keys(struct compiler *c, const struct advice *advice, const struct value *map,
                 const char *const *names);

/* A string that is not empty, or a list of such strings. */
bool advice_strings(struct compiler *c, const struct advice *advice,
                    const struct value *value, struct str_list *strings);

/* For check(). Reports "`subject` must …", or "should" where it is no error, with the
 * rest of the sentence. */
struct failure *advise(struct advising *x, const struct advice *advice,
                       const struct place *place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Reports "`subject` …" with the rest of the sentence. */
struct failure *advise_that(struct advising *x, const struct advice *advice,
                            const struct place *place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

void advice_relate(struct advising *x, struct failure *failure, struct span span,
                   const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Adds "; did you mean `suggestion`?" and the fix that takes it. */
void advice_suggest(struct advising *x, struct failure *failure, struct str suggestion);

/* Offers text in place of the value, where that can be written. */
void advice_replace(struct advising *x, struct failure *failure, struct str text,
                    bool safe);

/* Offers an edit. */
void advice_edit(struct advising *x, struct failure *failure, struct span span,
                 struct str text, bool safe);

/*
 * Where bytes start to end of a string stand in the file; the span of the value when its
 * text is not written there as it is (escapes, folded lines).
 */
struct span advice_span(const struct advising *x, const struct value *value, size_t start,
                        size_t end);

/* Text in back-ticks, cut when it is long. */
struct str advice_quote(const struct advising *x, struct str text);

/*
 * The entry that a reference leads to from a value: a name of a property beside it, or
 * a JSON Pointer (RFC 6901) from the root. NULL when there is none.
 */
const struct entry *advice_field(struct arena *arena, const struct place *place,
                                 struct str reference);

/* Collects the advice on a value and all below it. */
void advise_schema(struct advising *x, const struct subschema *schema,
                   const struct place *place);

/*
 * What x-severity says beside a keyword; OFF when it does not. A single word there is
 * for keywords of our own, and for all where `all` is true: below x-recommended.
 */
enum severity keyword_severity(const struct subschema *schema,
                               const struct entry *keyword, bool all);

/* The sentence that x-message has for a failure whose own is `message`; else that one. */
struct str failure_reworded(struct explanation *x, const struct failure *failure,
                            struct str message);

/* The keyword of the schema that a failure violates, or NULL for `false`. */
const struct entry *failure_keyword(const struct failure *failure);

#endif
