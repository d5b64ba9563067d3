/* shape.h - what many values in one place have in common; for lint/schema alone */
#ifndef LINT_SCHEMA_INFER_SHAPE_H
#define LINT_SCHEMA_INFER_SHAPE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str_map.h"
#include "lint/pattern/regex.h"
#include "lint/schema/format/format.h"
#include "lint/value/value.h"

/* What all strings of a place may be, besides strings. */
enum text_form {
    TEXT_DATE,
    TEXT_DATE_TIME,
    TEXT_TIME,
    TEXT_EMAIL,
    TEXT_URI,
    TEXT_UUID,
    TEXT_TIMESTAMP, /* "2024-05-25 10:00 +0200" or a day, as blogs have it: a pattern */
    TEXT_SLUG,      /* a pattern */
    TEXT_FORM_COUNT
};

/* The keyword and the value that ask for a form: "format" and "date", … */
const char *text_form_keyword(enum text_form form);
const char *text_form_value(enum text_form form);

enum {
    SHAPE_MAX_CHOICES = 12,      /* more different values than a person keeps in mind */
    SHAPE_MAX_KEYS = 1000,       /* of one map: more are data, not a structure */
    SHAPE_MAX_ALL_KEYS = 200000, /* of all maps: some 150 MB */
};

/* One of few texts, and how often it was seen. */
struct choice {
    struct str text;
    uint32_t count;
};

struct key_shape;

struct shape {
    uint32_t count;
    uint32_t kinds[VALUE_MAP + 1]; /* how many of each */

    uint32_t forms[TEXT_FORM_COUNT]; /* strings that have the form */
    uint32_t hyphenated;             /* strings with a `-` */
    size_t shortest, longest;        /* string, in code points */
    struct choice choices[SHAPE_MAX_CHOICES];
    uint32_t choice_count; /* SHAPE_MAX_CHOICES + 1: too many to be kept */

    uint32_t negatives; /* numbers below zero */

    struct shape *items; /* of all lists; NULL: there was none */
    uint32_t fewest, most;
    uint32_t lists_of_many; /* with two items or more */
    bool repeats;           /* an item stands in a list twice */

    struct str_map keys; /* name -> struct key_shape */
    struct key_shape **key_list;
    uint32_t key_count;
    uint32_t key_capacity;
    bool overfull; /* more than there is room for */
};

/* What stands under one key of all the maps of a place. */
struct key_shape {
    struct str name;
    struct shape shape; /* shape.count: maps that have it */
    double position;    /* sum over them: 0 for the first key, near 1 for the last */
};

/* What shapes are made with: forms ready for use, whose patterns are those that a schema
 * says, and the memory of all shapes. */
struct shaper {
    struct arena *arena;
    const struct format *formats[TEXT_FORM_COUNT]; /* NULL: a pattern */
    const struct regex *patterns[TEXT_FORM_COUNT]; /* NULL: a format */
    uint32_t keys;                                 /* of all maps */
};

void shaper_init(struct shaper *shaper, struct arena *arena);

/* Adds one value. Texts that are kept are copied. */
void shape_add(struct shaper *shaper, struct shape *shape, const struct value *value);

/* Sorts the keys of each map by the place they mostly have in it. */
void shape_sort_keys(struct shape *shape);

#endif
