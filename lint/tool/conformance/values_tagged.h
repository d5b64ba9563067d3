/* values_tagged.h - compares trees with toml-test's tagged JSON */
#ifndef LINT_TOOL_CONFORMANCE_VALUES_TAGGED_H
#define LINT_TOOL_CONFORMANCE_VALUES_TAGGED_H

#include <stdbool.h>

#include "lint/value/value.h"

/*
 * Is the TOML value equal to the tagged one? Scalars are {"type": ..., "value": ...},
 * lists and maps themselves. Numbers are compared as numbers, times without trailing
 * zeros in fractions. data is the text that value was read from.
 */
bool tagged_equal(const struct value *tagged, const struct value *value,
                  const char *data);

#endif
