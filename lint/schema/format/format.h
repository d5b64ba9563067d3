/* format.h - the values of `format` (JSON Schema Validation 7.3) */
#ifndef LINT_SCHEMA_FORMAT_FORMAT_H
#define LINT_SCHEMA_FORMAT_FORMAT_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"

struct format;

/* The format with that name, or NULL: unknown formats never fail. */
const struct format *format_find(struct str name);

/* The names of all formats, in the arena. */
struct str_list format_names(struct arena *arena);

bool format_valid(const struct format *format, struct str text);

/* What a value of the format is: "a date (YYYY-MM-DD)". Static text. */
const char *format_noun(const struct format *format);

/* Why text is not valid, as precisely as is known, or an empty string. In the arena, or
 * static. */
struct str format_reason(const struct format *format, struct str text,
                         struct arena *arena);

/* What was probably meant, or an empty string. Where something else is as likely, that is
 * *otherwise, which else stays as it is. In the arena. */
struct str format_suggestion(const struct format *format, struct str text,
                             struct arena *arena, struct str *otherwise);

#endif
