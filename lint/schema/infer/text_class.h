/* text_class.h - what the strings of a place have in common; for lint/schema only */
#ifndef LINT_SCHEMA_INFER_TEXT_CLASS_H
#define LINT_SCHEMA_INFER_TEXT_CLASS_H

#include "lint/schema/infer/majority.h"

enum text_class {
    TEXT_ANY,     /* nothing */
    TEXT_OF_FORM, /* a form: a format or a pattern */
    TEXT_DATES,   /* some are dates, some have a time of day */
    TEXT_CHOICES, /* there are few, which recur */
};

/* What the strings of a place have in common, outliers left aside. Fills *form for
 * TEXT_OF_FORM. */
enum text_class text_classify(const struct majority *majority, const struct shape *shape,
                              enum text_form *form);

/* The values of a place that its schema refuses, whatever their kind; those inside them
 * left aside. */
struct witness find_outliers(const struct majority *majority, const struct shape *shape);

#endif
