/* argument.h - is a keyword's value what the keyword takes; for lint/schema alone */
#ifndef LINT_SCHEMA_COMPILE_ARGUMENT_H
#define LINT_SCHEMA_COMPILE_ARGUMENT_H

#include "lint/schema/compiled/compiler.h"

/* Is the value of the keyword such an argument? False, with the error filled, for
 * anything else. */
bool compile_argument(struct compiler *c, const struct subschema *schema,
                      const struct entry *entry, enum argument argument);

/* Is names, in the keyword's value, a list of strings? As above. */
bool compile_names(struct compiler *c, const struct subschema *schema,
                   const struct entry *entry, const struct value *names);

/* An ARGUMENT_COUNT; what has more than 18 digits is cut to that many: no value has as
 * many characters or entries. */
uint64_t argument_count(const struct value *value);

#endif
