/* value.h - one tree of values with spans, whatever the syntax */
#ifndef LINT_VALUE_VALUE_H
#define LINT_VALUE_VALUE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/span.h"
#include "lint/base/str.h"
#include "lint/source/mistake.h"

enum value_kind {
    VALUE_NULL,
    VALUE_BOOL,
    VALUE_INTEGER, /* written without fraction or exponent */
    VALUE_NUMBER,
    VALUE_STRING,
    VALUE_LIST,
    VALUE_MAP,
};

enum value_syntax { SYNTAX_YAML, SYNTAX_JSON, SYNTAX_TOML };

enum value_style {
    STYLE_PLAIN, /* YAML plain scalar, JSON or TOML literal */
    STYLE_SINGLE_QUOTED,
    STYLE_DOUBLE_QUOTED,
    STYLE_LITERAL, /* YAML | */
    STYLE_FOLDED,  /* YAML > */
    STYLE_BLOCK,   /* YAML block list or map, TOML table */
    STYLE_FLOW,    /* [ ] or { } */
};

/*
 * What YAML and TOML have and JSON lacks: infinity is a number, not an integer, and
 * beyond every bound in a schema. NaN is read as infinity.
 */
#define VALUE_INFINITY       "1e1000000000"
#define VALUE_MINUS_INFINITY "-1e1000000000"

/*
 * A node. Its span, in bytes of the file that it was read from, covers the value itself:
 * with quotes and block indicator, without anchor, tag, comments and trailing blank
 * lines. A block list or map ends where its last child ends. A value that is not written
 * (`key:`) is null, with an empty span right after the colon.
 */
struct value {
    enum value_kind kind;
    enum value_style style;
    struct span span;
    uint32_t id;     /* dense, from 0, in document order: for tables by value */
    bool boolean;    /* VALUE_BOOL */
    struct str text; /* string: its content; integer, number: decimal text as written,
                        made canonical JSON number syntax (0x1F is "31"). */
    struct entry *entries; /* list, map */
    uint32_t count;
};

/*
 * A place in a list or map. The same value may be in several places (YAML aliases): the
 * tree is then an acyclic graph.
 */
struct entry {
    struct str key;       /* map: the key's content; list: empty */
    struct span key_span; /* map: the key as written, quotes included; list: empty,
                             but for TOML's arrays of tables */
    struct value *value;
    struct span alias; /* the `*name` that put the value here, else empty */
};

/* A problem with the text that values were read from. */
enum value_problem_kind {
    PROBLEM_SYNTAX,
    PROBLEM_DUPLICATE_KEY,
    PROBLEM_ENCODING,
    PROBLEM_LIMIT, /* depth, nodes, aliases, size */
    PROBLEM_LOST,  /* read, but hardly as it was meant: its severity may not be OFF */
};

struct value_problem {
    enum value_problem_kind kind;
    struct mistake mistake; /* its severity is OFF */
};

/* The limits: front matter has tens of nodes, schemas have thousands. */
enum {
    VALUE_MAX_DEPTH = 100,          /* libyaml is quadratic in flow nesting */
    VALUE_MAX_NODES = 10000,        /* aliases expanded; front matter */
    VALUE_MAX_NODES_DATA = 1000000, /* schemas, config, data files */
    VALUE_MAX_PROBLEMS = 100,       /* more than anyone reads */
};

/* What a reader returns. All of it lives in the arena; texts and keys may be views of the
 * text that was read. */
struct value_tree {
    enum value_syntax syntax;
    struct value *root;   /* NULL when there is none: empty text or a fatal problem */
    uint32_t value_count; /* ids are below this */
    struct value_problem *problems; /* in order of their spans */
    uint32_t problem_count;
};

/* The entry of a map with this key; NULL when there is none, or map is NULL or no map. */
const struct entry *value_entry(const struct value *map, struct str key);

/* As value_entry(), but the value itself. */
const struct value *value_get(const struct value *map, const char *key);

/* The keys of a map, in its order; none when map is NULL or no map. */
struct str_list value_keys(struct arena *arena, const struct value *map);

/* A map with the entries of both: those of `second` take the place of those of `first`
 * with the same key, and else follow them. Either may be NULL; a new map in the arena. */
struct value *value_spread(struct arena *arena, const struct value *first,
                           const struct value *second);

/* "text", "a number", "a group of keys", ...: for messages. Static text. */
const char *value_kind_name(const struct value *value);

/* Is it a number, integer or not? */
static inline bool value_is_numeric(const struct value *value)
{
    return value->kind == VALUE_INTEGER || value->kind == VALUE_NUMBER;
}

/* Truth as in JavaScript, of a value that JSON can write. */
bool value_is_truthy(const struct value *value);

/* Equality as JSON Schema defines it (2020-12 Core 4.2.2): 1 equals 1.0, and the order of
 * maps does not matter. Neither is NULL. */
bool value_equal(const struct value *a, const struct value *b);

/* Equal values have equal hashes. */
uint64_t value_hash(const struct value *value);

/*
 * What the readers below read: the bytes of span in data, which must live as long as the
 * tree. All spans in the tree are offsets into data. max_nodes bounds the tree with
 * aliases expanded. A reader always fills *tree: what is wrong with the text becomes a
 * problem.
 */
struct value_input {
    const char *data;
    struct span span;
    uint32_t max_nodes;
};

/* One document of YAML by the 1.2 core schema, on libyaml's events; dates are strings. */
void yaml_read(struct arena *arena, struct value_input input, struct value_tree *tree);

/* RFC 8259, strictly. */
void json_read(struct arena *arena, struct value_input input, struct value_tree *tree);

/* JSON with comments and trailing commas. */
void jsonc_read(struct arena *arena, struct value_input input, struct value_tree *tree);

/* The same, but of two entries with one key the last counts, as in JavaScript. */
void jsonc_read_last(struct arena *arena, struct value_input input,
                     struct value_tree *tree);

/*
 * TOML 1.0. Dates and times are strings: the only ones in plain style, with T and Z as in
 * RFC 3339. Decimal integers are unbounded, as in the other syntaxes. A table spans from
 * its first key to the end of the last thing in it, wherever that is; one without keys is
 * an empty span after its header. The items of `[[a]]` have the name in their header as
 * key span.
 */
void toml_read(struct arena *arena, struct value_input input, struct value_tree *tree);

#endif
