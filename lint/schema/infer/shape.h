/* shape.h - what many values in one place have in common; for lint/schema only */
#ifndef LINT_SCHEMA_INFER_SHAPE_H
#define LINT_SCHEMA_INFER_SHAPE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str_map.h"
#include "lint/pattern/regex.h"
#include "lint/schema/format/format.h"
#include "lint/schema/infer/witness.h"
#include "lint/value/value.h"

/* The forms that all strings of a place may have. */
enum text_form {
    TEXT_DATE,
    TEXT_DATE_TIME,
    TEXT_TIME,
    TEXT_EMAIL,
    TEXT_URI,
    TEXT_UUID,
    TEXT_TIMESTAMP, /* "2024-05-25 10:00 +0200" or a date, as in many blogs: a pattern */
    TEXT_SLUG,      /* a pattern */
    TEXT_FORM_COUNT
};

/* The keyword and the value that require a form: "format" and "date", …: static text. */
const char *text_form_keyword(enum text_form form);
const char *text_form_value(enum text_form form);

enum {
    SHAPE_MAX_CHOICES = 12,      /* the most different values of an enum */
    SHAPE_MAX_KEYS = 1000,       /* of one map: with more, it is data, not a structure */
    SHAPE_MAX_ALL_KEYS = 100000, /* of all maps: some 150 MB */
    /* Of all values that could be of an enum: with more, no further ones are kept. */
    SHAPE_MAX_TEXT_BYTES = 16 * 1024 * 1024,
};

/* One of few texts, and how often it occurs. */
struct choice {
    struct str text;
    uint32_t count;
    uint32_t article; /* the first that has it */
};

struct key_shape;

struct shape {
    uint32_t count;
    uint32_t kinds[VALUE_MAP + 1];      /* how many of each */
    struct witness seen[VALUE_MAP + 1]; /* and where */

    struct witness without[TEXT_FORM_COUNT]; /* strings that do not have the form */
    struct witness undated;                  /* neither a date nor a date-time */
    uint32_t hyphenated;                     /* strings with a `-` */
    size_t shortest, longest;                /* string, in code points */
    struct choice choices[SHAPE_MAX_CHOICES];
    uint32_t choice_count; /* SHAPE_MAX_CHOICES + 1: more than are kept */

    uint32_t negatives; /* numbers below zero */

    struct shape *items; /* of all lists; NULL: there was none */
    uint32_t fewest, most;
    uint32_t lists_of_many; /* with two or more items */
    bool repeats;           /* a list has an item twice */

    struct str_map keys; /* name -> struct key_shape */
    struct key_shape **key_list;
    uint32_t key_count;
    uint32_t key_capacity;
    struct witness earlier_maps; /* those before the one that is added */
    bool overfull;               /* more than there is room for */
};

/* What is under one key of all maps in a place. */
struct key_shape {
    struct str name;
    struct shape shape;     /* shape.count: maps that have it */
    double position;        /* sum over these: 0 for the first key, near 1 for the last */
    uint32_t last;          /* the number of the last of them, from 1 */
    struct witness missing; /* maps that do not have it */
};

/* What shapes are made with: the compiled forms, whose patterns are those written to the
 * schema, and the arena of all shapes. */
struct shaper {
    struct arena *arena;
    const struct format *formats[TEXT_FORM_COUNT]; /* NULL: a pattern */
    const struct regex *patterns[TEXT_FORM_COUNT]; /* NULL: a format */
    uint32_t keys;                                 /* of all maps */
    uint32_t article;  /* the index of the one that values come from */
    size_t text_bytes; /* of all values that could be of an enum */
};

void shaper_init(struct shaper *shaper, struct arena *arena);

/* Adds one value to a shape. Texts that are kept are copied. */
void shape_add(struct shaper *shaper, struct shape *shape, const struct value *value);

/* Sorts the keys of each map: the most frequent first, then by their usual position. */
void shape_sort_keys(struct shape *shape);

#endif
