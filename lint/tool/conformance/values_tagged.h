/* values_tagged.h - trees against toml-test's tagged JSON */
#ifndef LINT_TOOL_CONFORMANCE_VALUES_TAGGED_H
#define LINT_TOOL_CONFORMANCE_VALUES_TAGGED_H

#include <stdbool.h>

#include "lint/value/value.h"

/*
 * Is the TOML value what the tagged one says? Scalars are {"type": ..., "value": ...},
 * lists and maps themselves. Numbers are compared as numbers, times without regard to
 * zeros at the end of a fraction. data is the text that value was read from.
 */
bool tagged_equal(const struct value *tagged, const struct value *value,
                  const char *data);

#endif
