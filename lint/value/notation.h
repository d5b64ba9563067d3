/* notation.h - the notation that the name of a file stands for */
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

/* The notation by the ending of a path or name, in lower case. Which of them are read,
 * and how a file with another name is read, is up to the caller. */
enum value_notation notation_of(struct str path);

#endif
