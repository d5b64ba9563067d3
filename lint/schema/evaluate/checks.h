/* checks.h - evaluates each keyword; for lint/schema only */
#ifndef LINT_SCHEMA_EVALUATE_CHECKS_H
#define LINT_SCHEMA_EVALUATE_CHECKS_H

#include "lint/schema/compiled/keyword.h"
#include "lint/schema/evaluate/evaluate.h"

/* Keywords that need only the value. */
keyword_holds holds_type, holds_const, holds_enum, holds_minimum, holds_maximum,
    holds_exclusive_minimum, holds_exclusive_maximum, holds_multiple_of, holds_min_length,
    holds_max_length, holds_format, holds_content, holds_min_count, holds_max_count,
    holds_unique_items, holds_required, holds_dependent_required;

/* Keywords that apply subschemas, or a pattern. */
keyword_apply apply_pattern, apply_properties, apply_property_names, apply_items,
    apply_contains, apply_ref, apply_dynamic_ref, apply_all_of, apply_any_of,
    apply_one_of, apply_not, apply_if, apply_dependencies, apply_unevaluated;

/* Has the map all names in the list? */
bool map_has_all(const struct value *map, const struct value *names);

#endif
