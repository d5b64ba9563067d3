/* scalar.h - the kind and value of a plain scalar */
#ifndef LINT_YAML_SCALAR_H
#define LINT_YAML_SCALAR_H

#include "lint/base/arena.h"
#include "lint/base/str.h"
#include "lint/value/value.h"

/*
 * Sets kind and text of the value to those of the plain scalar text in the YAML 1.2 core
 * schema (10.3.2): `no`, `on` and dates are strings, 012 is the integer 12. Numbers are
 * in JSON's syntax, in the arena where that is not text itself. JSON has no infinity:
 * .inf and .nan become VALUE_INFINITY, larger than any other number, so that a maximum in
 * a schema refuses them.
 */
void yaml_resolve(struct arena *arena, struct str text, struct value *value);

#endif
