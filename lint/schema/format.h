/* format.h - the values of `format` (JSON Schema Validation 7.3) */
#ifndef LINT_SCHEMA_FORMAT_H
#define LINT_SCHEMA_FORMAT_H

#include <stdbool.h>

#include "lint/arena.h"
#include "lint/schema/schema.h"
#include "lint/str.h"

/* One format; static, shared by all schemas. */
struct format;

/* The format of that name in that draft, or NULL: unknown formats never fail. */
const struct format *format_find(struct str name, enum dialect dialect);

bool format_valid(const struct format *format, struct str text);

/* What a value of the format is: "a date (2024-05-25)". */
const char *format_noun(const struct format *format);

/* Why text is not valid, as precisely as is known, or an empty string. */
struct str format_reason(const struct format *format, struct str text,
                         struct arena *arena);

#endif
