/* messages.h - the messages of failures; for lint/schema only */
#ifndef LINT_SCHEMA_EXPLAIN_MESSAGES_H
#define LINT_SCHEMA_EXPLAIN_MESSAGES_H

#include "lint/schema/compiled/keyword.h"
#include "lint/schema/explain/failure.h"

/* The message of a failure. In the arena. */
struct str failure_message(struct arena *arena, const struct failure *failure);

/* The message of a FAILURE_CHECK, by keyword. */
keyword_message message_type, message_const, message_enum, message_bound, message_length,
    message_pattern, message_format, message_content, message_count, message_unique_items,
    message_contains, message_not, message_alternatives;

#endif
