/* argument.h - checks the values of keywords; for lint/schema only */
#ifndef LINT_SCHEMA_COMPILE_ARGUMENT_H
#define LINT_SCHEMA_COMPILE_ARGUMENT_H

#include "lint/schema/compiled/compiler.h"

/* Is the value of the keyword an argument of that kind? False, with the error filled, for
 * anything else. */
bool compile_argument(struct compiler *c, const struct subschema *schema,
                      const struct entry *entry, enum argument argument);

/* Is names, in the value of the keyword, a list of strings? As above. */
bool compile_names(struct compiler *c, const struct subschema *schema,
                   const struct entry *entry, const struct value *names);

/* The number of an ARGUMENT_COUNT, cut to 18 digits: no value has as many characters or
 * entries. */
uint64_t argument_count(const struct value *value);

#endif
