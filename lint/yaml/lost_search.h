/* lost_search.h - the search for text that YAML drops; for the files lost*.c only */
#ifndef LINT_YAML_LOST_SEARCH_H
#define LINT_YAML_LOST_SEARCH_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/str_map.h"
#include "lint/value/builder.h"
#include "lint/yaml/line.h"

/* A value and the one that it stands in. */
struct place {
    const struct value *value;
    uint32_t parent; /* its row; the root is its own */
};

struct lost_search {
    struct value_builder builder;
    struct place
        *places; /* each value once, by the start of its text, outer ones first */
    uint32_t place_count;
    uint32_t place_capacity;
    struct str_map aliases; /* names after a `*`; made when the first anchor asks */
    bool aliases_known;
    struct yaml_line line;      /* that is looked at */
    const struct value *within; /* the value that begins above the line and goes on */
    const struct value *quoted; /* the last that goes on without an indent */
    uint32_t quoted_problem;    /* which says so */
    bool false_space;           /* one was found: what follows from it is not told */
};

/* The text of a span. */
struct str lost_text(const struct lost_search *search, struct span span);

/* Reports a problem, to which edits may be added until the next one. */
struct mistake *lost_report(struct lost_search *search, enum value_problem_kind kind,
                            struct span span, const char *message);

/* Adds an edit: text, a view, replaces the span. */
void lost_mend(struct lost_search *search, struct mistake *mistake, struct span span,
               struct str text);

/* The same: quotes around the span. */
void lost_mend_by_quotes(struct lost_search *search, struct mistake *mistake,
                         struct span value);

/* From the value that starts there to the end of the line, comments included. */
struct span lost_whole_value(const struct lost_search *search, uint32_t start);

/* Adds the value and all in it to the places; parent is its row. Values are written in
 * the order of their places, so each row finds its own. */
void lost_add_places(struct lost_search *search, const struct value *value,
                     uint32_t parent);

/* The innermost value whose text has the offset, or NULL. */
const struct value *lost_value_at(const struct lost_search *search, uint32_t offset);

/* Does the text name an alias so? context is the search. */
bool lost_is_aliased(void *context, struct str name);

/* Looks at the value that starts on the line: its tag, its anchor and its comment. */
void lost_check_value(struct lost_search *search);

#endif
