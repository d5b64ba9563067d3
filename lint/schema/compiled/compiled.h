/* compiled.h - what a schema is compiled to; for lint/schema only */
#ifndef LINT_SCHEMA_COMPILED_COMPILED_H
#define LINT_SCHEMA_COMPILED_COMPILED_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/decimal.h"
#include "lint/base/str_map.h"
#include "lint/pattern/regex.h"
#include "lint/schema/schema.h"
#include "lint/source/source.h"
#include "lint/value/value.h"

/* The deepest nesting of evaluations: keeps the stack below 1 MB. */
enum { SCHEMA_MAX_DEPTH = 1000 };

/* The most subschemas evaluated and patterns tried for one document: an article needs
 * some hundred, and this many take half a second. */
enum { SCHEMA_MAX_STEPS = 5000000 };

/* Kinds of values, as bits: what `type` allows and what a check applies to. */
enum kind_bit {
    KIND_NULL = 1 << VALUE_NULL,
    KIND_BOOL = 1 << VALUE_BOOL,
    KIND_INTEGER = 1 << VALUE_INTEGER,
    KIND_NUMBER = 1 << VALUE_NUMBER,
    KIND_STRING = 1 << VALUE_STRING,
    KIND_LIST = 1 << VALUE_LIST,
    KIND_MAP = 1 << VALUE_MAP,
    KIND_NUMERIC = KIND_INTEGER | KIND_NUMBER,
    KIND_ANY = 0x7F,
};

/* In the order of evaluation: cheap ones first, those that depend on others last. */
enum check_kind {
    CHECK_TYPE,
    CHECK_CONST,
    CHECK_ENUM,
    CHECK_MINIMUM,
    CHECK_MAXIMUM,
    CHECK_EXCLUSIVE_MINIMUM,
    CHECK_EXCLUSIVE_MAXIMUM,
    CHECK_MULTIPLE_OF,
    CHECK_MIN_LENGTH,
    CHECK_MAX_LENGTH,
    CHECK_PATTERN,
    CHECK_FORMAT,
    CHECK_CONTENT, /* contentEncoding with contentMediaType: asserted in draft 7 only */
    CHECK_MIN_ITEMS,
    CHECK_MAX_ITEMS,
    CHECK_MIN_PROPERTIES,
    CHECK_MAX_PROPERTIES,
    CHECK_UNIQUE_ITEMS,
    CHECK_REQUIRED, /* more names than fit into the bit set of properties */
    CHECK_DEPENDENT_REQUIRED,
    CHECK_PROPERTIES, /* with patternProperties, additionalProperties, required */
    CHECK_PROPERTY_NAMES,
    CHECK_ITEMS, /* with prefixItems, additionalItems */
    CHECK_CONTAINS,
    CHECK_REF,
    CHECK_DYNAMIC_REF,
    CHECK_ALL_OF,
    CHECK_ANY_OF,
    CHECK_ONE_OF,
    CHECK_NOT,
    CHECK_IF,
    CHECK_DEPENDENT_SCHEMAS,
    CHECK_UNEVALUATED_ITEMS,
    CHECK_UNEVALUATED_PROPERTIES,
};

struct subschema;
struct advice;
struct keyword;

struct subschema_list {
    const struct subschema **items;
    uint32_t count;
};

/* enum: a hash set of values of all kinds. */
struct value_set {
    const struct value *list; /* as it is in the schema */
    struct str_list strings;  /* among them */
    const struct value **slots;
    uint32_t mask; /* slots less one; a power of two less one */
};

struct property {
    struct str name;                /* data is NULL: empty slot */
    const struct subschema *schema; /* NULL when the name is only required */
    uint64_t required;              /* its bit, or 0 */
};

struct pattern_property {
    const struct regex *regex;
    const struct subschema *schema;
};

enum { PROPERTIES_MAX_REQUIRED = 64 };

struct properties {
    struct property *slots; /* open addressing by str_hash */
    uint32_t mask;
    struct pattern_property *patterns;
    uint32_t pattern_count;
    const struct subschema *additional; /* NULL: not given */
    uint64_t required;                  /* bits of all required names */
    const struct entry *additional_keyword;
    const struct entry *required_keyword;
};

struct items {
    struct subschema_list prefix;
    const struct subschema *rest; /* NULL: not given */
    const struct entry *rest_keyword;
};

struct contains {
    const struct subschema *schema;
    uint64_t minimum;
    uint64_t maximum; /* UINT64_MAX: not given */
    const struct entry *minimum_keyword;
    const struct entry *maximum_keyword;
    bool evaluates; /* counts for unevaluatedItems: since 2020-12 */
};

struct conditional {
    const struct subschema *test;
    const struct subschema *then;      /* NULL: not given */
    const struct subschema *otherwise; /* NULL: not given */
};

struct dynamic_reference {
    struct str anchor;                /* empty for $recursiveRef */
    const struct subschema *fallback; /* where it leads when no outer resource has it */
};

/* name -> names that are then required as well, or a schema that then applies as well. */
struct dependency {
    struct str name;
    const struct entry *keyword;
    const struct subschema *schema;
};

struct dependencies {
    struct dependency *items;
    uint32_t count;
};

struct types {
    unsigned allowed;       /* enum kind_bit; KIND_NUMBER without KIND_INTEGER never */
    bool integer_has_point; /* 1.0 is an integer: since draft 6 */
};

struct check {
    enum check_kind kind;
    unsigned kinds;                   /* enum kind_bit: other values pass */
    const struct keyword *definition; /* what it does: keyword.h */
    const struct entry *keyword;      /* as it is in the schema */
    union {
        struct types type;
        const struct value *constant;
        struct value_set set;
        struct decimal number;
        uint64_t count;
        const struct regex *regex;
        const struct format *format;
        unsigned content; /* enum content_form */
        struct properties *properties;
        struct items *items;
        struct contains *contains;
        struct conditional condition;
        struct dynamic_reference dynamic;
        struct dependencies dependencies;
        const struct subschema *schema;
        struct subschema_list schemas;
    } as;
};

/* A schema object or boolean. */
struct subschema {
    struct check *checks;
    uint32_t count;
    bool never;   /* `false` */
    bool visited; /* while looking for loops */
    bool on_path;
    const struct advice *advice; /* keywords of our own: vocabulary.h */
    const struct value *value;   /* where it is written */
    const struct resource *resource;
    struct subschema *next; /* queue of the compiler */
};

/* A schema and the resource it belongs to. */
struct schema_place {
    const struct value *value;
    struct resource *resource;
};

struct anchor {
    bool dynamic;
    struct schema_place place;
    const struct subschema
        *schema;         /* dynamic ones, when some dynamic reference is used */
    struct anchor *next; /* those of the compiler that are to be compiled */
};

/* A document or a part of one with an $id of its own. */
struct resource {
    struct str uri; /* without fragment */
    const struct value *root;
    struct schema_document *document;
    enum dialect dialect;
    unsigned vocabularies;  /* enum vocabulary */
    struct str_map anchors; /* name, empty for $recursiveAnchor -> struct anchor */
};

/* A file, a built-in meta-schema or the tree handed in. */
struct schema_document {
    const char *path;            /* NULL: a tree that was handed in */
    const struct source *source; /* NULL likewise */
    const struct value *root;
    struct resource *resource;   /* of the root */
    struct resource **resources; /* by value id: of schemas that were found; else NULL */
    struct subschema **subschemas; /* by value id: those compiled so far */
};

struct schema {
    const struct subschema *root;
    bool dynamic; /* some $dynamicRef or $recursiveRef needs the dynamic scope */
    bool advises; /* some keyword of our own has something to check */
};

/* The bit of a value's kind, for masks. */
static inline unsigned kind_bit(const struct value *value)
{
    return 1u << value->kind;
}

#endif
