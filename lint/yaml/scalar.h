/* scalar.h - what a plain scalar means */
#ifndef LINT_YAML_SCALAR_H
#define LINT_YAML_SCALAR_H

#include "lint/base/arena.h"
#include "lint/base/str.h"
#include "lint/value/value.h"

/*
 * Gives the value the kind and text that the YAML 1.2 core schema (10.3.2) has
 * for this plain scalar: `no`, `on` and dates are strings, 012 is the integer
 * 12. Numbers get JSON's syntax. JSON has no infinity: .inf and .nan become
 * numbers larger than any other, so that a schema's maximum refuses them.
 */
void yaml_resolve(struct arena *arena, struct str text, struct value *value);

#endif
