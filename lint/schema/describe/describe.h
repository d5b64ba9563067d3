/* describe.h - what a schema says of a place in a document that is being written */
#ifndef LINT_SCHEMA_DESCRIBE_DESCRIBE_H
#define LINT_SCHEMA_DESCRIBE_DESCRIBE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/schema/schema.h"
#include "lint/value/value.h"

enum {
    /* Subschemas that apply at one place: an article's need some ten. */
    DESCRIBE_MAX_SCHEMAS = 1000,
    /* Subschemas looked at for one question: they may refer to each other. */
    DESCRIBE_MAX_STEPS = 20000,
};

/* One step from a value to an entry of it. */
struct describe_step {
    bool is_item;
    struct str key; /* of a map */
    uint32_t index; /* of a list */
};

struct subschema;

/* The subschemas that apply at a place. */
struct description {
    const struct subschema **schemas;
    uint32_t count;
};

/*
 * Finds what applies at the place that the steps lead to from the root: through
 * references, `allOf`, `if`, `dependentSchemas`, and of `anyOf` and `oneOf` the
 * alternatives that what is there fits best. root is what has been written so far, or
 * NULL; it need not be valid, nor have the place. All is in the arena.
 */
struct description describe_place(const struct schema *schema, const struct value *root,
                                  const struct describe_step *steps, uint32_t count,
                                  struct arena *arena);

/* A key that may stand in a map. */
struct described_key {
    struct str name;
    bool required;
    bool deprecated;
    struct description value; /* what applies to its value */
};

/* The keys of the map at a place whose value so far is `map` or NULL: those that are
 * required first, else in the order of the schema. In the arena. */
const struct described_key *describe_keys(const struct description *place,
                                          const struct value *map, struct arena *arena,
                                          uint32_t *count);

/* A value that is expected. */
struct described_value {
    const struct value *value; /* NULL: the string `text` */
    struct str text;
    const char *origin; /* "allowed", "default", "example": static text */
};

/* The values that a schema names: of enum and const, and from data files; `true` and
 * `false` for a boolean; then the default and examples. Each once; in the arena. */
const struct described_value *describe_values(const struct description *place,
                                              struct arena *arena, uint32_t *count);

/* What kinds of values are allowed: bits 1 << enum value_kind. */
unsigned describe_kinds(const struct description *place);

/* The `format`, or empty. */
struct str describe_format(const struct description *place);

/* Is the value to be the name of a file (x-file-exists)? */
bool describe_names_file(const struct description *place);

struct environment;

/* The text that x-equals asks for: a slug of another field, say. root is what has been
 * written so far, map what the value is in. Empty when it asks for none, or something
 * that it is made of is not known. In the arena. */
struct str describe_wanted(const struct description *place, const struct value *root,
                           const struct value *map, const struct environment *around,
                           struct arena *arena);

/* The data file that the values come from (x-enum-from): its absolute path, in the arena;
 * empty when they come from none. */
struct str describe_data_file(const struct description *place, struct arena *arena);

/* The first sentence, or all, of what is said for people, as Markdown: title,
 * description, what is allowed, default, examples, deprecation. In the arena. */
struct str describe_briefly(const struct description *place, struct str name,
                            struct arena *arena);
struct str describe_fully(const struct description *place, struct str name,
                          struct arena *arena);

/* "text, or a list": the kinds in words; empty when all are allowed. In the arena. */
struct str describe_kind_words(const struct description *place, struct arena *arena);

/* The path of the file that says so, the first of several; NULL when none does. */
const char *describe_schema_path(const struct description *place);

#endif
