/* vocabulary.h - stet's own keywords, which other validators ignore; for lint/schema
 * only */
#ifndef LINT_SCHEMA_VOCABULARY_VOCABULARY_H
#define LINT_SCHEMA_VOCABULARY_VOCABULARY_H

#include "lint/base/buf.h"
#include "lint/schema/compiled/compiler.h"
#include "lint/schema/explain/edits.h"
#include "lint/schema/explain/words.h"
#include "lint/schema/vocabulary/environment.h"

struct extension;

/* One of stet's own keywords, compiled. */
struct advice {
    const struct extension *extension;
    const struct subschema *schema; /* that it is in */
    const struct entry *keyword;
    const void *settings;      /* what its compile() made of the value */
    const struct advice *next; /* in the same schema */
};

/* Front matter that is given advice on. */
struct advising {
    struct explanation *explanation;
    const struct environment *around;
    struct failures *out;
    enum severity severity; /* inside x-recommended: the severity it sets; else OFF */
};

/*
 * A keyword, as one row of a table; docs/vocabulary/<name>.md is its page. It never
 * decides whether a value is valid, so that anyOf, not and other validators come to the
 * same verdicts: it gives advice on values where its schema applies.
 */
struct extension {
    const char *name;
    const char *help; /* one line, no full stop */
    unsigned kinds;   /* enum kind_bit: it ignores other values */
    enum severity
        severity;   /* when the schema does not say; OFF: as errors of the schema */
    bool about_key; /* reported at the key, even where the value itself is wrong */

    /* Fills settings; false, with the error filled, when the value is not valid. */
    bool (*compile)(struct compiler *c, struct advice *advice);

    /* Reports what is wrong with the value at place. NULL: changes what others report. */
    void (*check)(struct advising *x, const struct advice *advice,
                  const struct place *place);
};

extern const struct extension x_deprecated, x_deprecated_standard, x_ends_with,
    x_enum_from, x_equals, x_file_exists, x_first_heading, x_forbidden, x_max_age,
    x_message, x_not_after, x_not_before, x_plain_text, x_recommended, x_severity;

/* All of them, sorted by name; NULL after the last. */
extern const struct extension *const extensions[];

/* Compiles stet's own keywords in a schema; false, with the error filled, when one is
 * wrong. */
bool compile_vocabulary(struct compiler *c, struct subschema *schema);

/* Is the keyword one of them? */
bool vocabulary_knows(struct str keyword);

/* The values that an x-enum-from allows, in the order of its file. */
struct str_list enum_from_choices(const struct advice *advice);

/* The text that an x-equals asks for at a place in what is being written; empty when
 * something that it is made of is not known. In the arena. */
struct str equals_wanted(const struct advice *advice, const struct place *place,
                         const struct environment *around, struct arena *arena);

/* The names of all of them. The list is in the arena. */
struct str_list vocabulary_names(struct arena *arena);

/* Is the value of the keyword a schema? */
bool vocabulary_holds_schema(struct str keyword);

/* The compiled keyword of the extension in a schema, or NULL. */
const struct advice *vocabulary_find(const struct subschema *schema,
                                     const struct extension *extension);

/* For compile(). Fills the error at span, which is in the value of the keyword; always
 * returns false. */
bool advice_fail(struct compiler *c, const struct advice *advice, struct span span,
                 const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Fills the error: the value must be what `expected` says; always returns false. */
bool advice_fail_type(struct compiler *c, const struct advice *advice,
                      const struct value *value, const char *expected);

/*
 * The value must be `true`, which leaves settings unchanged, `false`, which removes them
 * (NULL), or a map with only the keys in options, which NULL ends. expected says so in
 * the error. The caller reads the map.
 */
bool advice_true_or_map(struct compiler *c, struct advice *advice, void *settings,
                        const char *const *options, const char *expected);

/* Refuses keys of a map that are not in names, which NULL ends: false, with the error
 * filled. */
bool advice_keys(struct compiler *c, const struct advice *advice, const struct value *map,
                 const char *const *names);

/* Reads a non-empty string, or a list of such strings; false, with the error filled, for
 * anything else. */
bool advice_strings(struct compiler *c, const struct advice *advice,
                    const struct value *value, struct str_list *strings);

/* The severity of what a keyword finds: that of x-severity, else of x-recommended around
 * it, else its own. */
enum severity advice_severity(const struct advising *x, const struct advice *advice);

/* For check(). Reports "`subject` must …", or "should" when it is not an error, followed
 * by the rest of the sentence. */
struct failure *advise(struct advising *x, const struct advice *advice,
                       const struct place *place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Reports "`subject` …", followed by the rest of the sentence. */
struct failure *advise_that(struct advising *x, const struct advice *advice,
                            const struct place *place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

void advice_relate(struct advising *x, struct failure *failure, struct span span,
                   const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Adds "; did you mean `suggestion`?" and the fix that applies it. */
void advice_suggest(struct advising *x, struct failure *failure, struct str suggestion);

/* Adds a fix that replaces the value by text, where that can be written. */
void advice_replace(struct advising *x, struct failure *failure, struct str text,
                    bool safe);

/* Adds an edit as the fix. */
void advice_edit(struct advising *x, struct failure *failure, struct span span,
                 struct str text, bool safe);

/*
 * The span in the file of the bytes start to end of a string; that of the whole value
 * when its text is not written as it is (escapes, folded lines).
 */
struct span advice_span(const struct advising *x, const struct value *value, size_t start,
                        size_t end);

/* Text in back-ticks, cut when it is long. */
struct str advice_quote(const struct advising *x, struct str text);

/*
 * The entry that a reference leads to from a value: the name of a property beside it, or
 * a JSON Pointer (RFC 6901) from the root. NULL when there is none.
 */
const struct entry *advice_field(struct arena *arena, const struct place *place,
                                 struct str reference);

/* Collects the advice on a value and all below it. */
void advise_schema(struct advising *x, const struct subschema *schema,
                   const struct place *place);

/*
 * The severity that x-severity sets for a keyword beside it; OFF when it sets none. A
 * single word applies to stet's own keywords and, where `all` is true (inside
 * x-recommended), to all.
 */
enum severity keyword_severity(const struct subschema *schema,
                               const struct entry *keyword, bool all);

/* The message that x-message, else errorMessage, has for a failure; without one,
 * `message` itself. */
struct str failure_reworded(struct explanation *x, const struct failure *failure,
                            struct str message);

/*
 * The message for a failure of `keyword` in what editors and other validators read:
 * `patternErrorMessage`, `errorMessage` as a text, or as a map by keyword (`_`: all
 * others), by name for `required`, and by property in the root. Empty when there is none.
 */
struct str editor_message(const struct explanation *x, const struct failure *failure,
                          const struct entry *keyword);

/* Is the keyword one that editor_message() reads? */
bool editor_message_knows(struct str keyword);

/* The keyword of the schema that a failure violates, or NULL for `false`. */
const struct entry *failure_keyword(const struct failure *failure);

#endif
