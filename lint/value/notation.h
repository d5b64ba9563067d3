/* notation.h - which reader of values a file's name asks for */
#ifndef LINT_VALUE_NOTATION_H
#define LINT_VALUE_NOTATION_H

#include "lint/base/str.h"

enum value_notation {
    NOTATION_UNKNOWN, /* the name does not say */
    NOTATION_YAML,    /* .yaml, .yml */
    NOTATION_JSON,    /* .json */
    NOTATION_JSONC,   /* .jsonc */
    NOTATION_TOML,    /* .toml */
};

/* By the end of a path or name. Which notations are read, and as what a file with another
 * name is, are up to those who read it. */
enum value_notation notation_of(struct str path);

#endif
