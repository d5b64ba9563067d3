/* property.h - tags and anchors, which may be meant as the first word of a text */
#ifndef LINT_YAML_PROPERTY_H
#define LINT_YAML_PROPERTY_H

#include <stdbool.h>

#include "lint/value/builder.h"

/* What the names of the core schema's tags begin with in full. */
#define YAML_TAGS "tag:yaml.org,2002:"

/* What a tag or an anchor stands before. */
enum yaml_after {
    AFTER_NOTHING,   /* no value: it may be all of a text */
    AFTER_WORD,      /* a plain scalar without spaces, or a date with a time */
    AFTER_WORDS,     /* any other plain scalar */
    AFTER_STRUCTURE, /* a list, a map, a quoted or block scalar: it is part of no text */
};

/* What the plain scalar is: nothing, a word or words. */
enum yaml_after yaml_after_plain(struct str text);

/*
 * Reports a word of YAML's own, `!x`, or `&x` that no alias names; false when it is right
 * as it stands. Where it may be text, quotes around `text`, which is from the word to the
 * end of its value, or empty when that is not known, are only suggested: it is valid
 * YAML.
 */
bool yaml_report_property(struct value_builder *builder, struct span word,
                          enum yaml_after after, struct span text);

#endif
