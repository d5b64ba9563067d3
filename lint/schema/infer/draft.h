/* draft.h - a schema as a person would write it, in YAML or JSON; for lint/schema alone
 */
#ifndef LINT_SCHEMA_INFER_DRAFT_H
#define LINT_SCHEMA_INFER_DRAFT_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"

/* A list that would go beyond this column is written an item a line. */
enum { DRAFT_WIDTH = 90 };

/*
 * Members of maps, one after the other; {.out = out} is a draft in YAML. Comments are
 * left out in JSON.
 */
struct draft {
    struct buf *out;
    bool json;
    unsigned depth;
    bool empty; /* nothing stands in the innermost map */
};

void draft_begin(struct draft *draft);
void draft_end(struct draft *draft);

/* Is nothing open? */
bool draft_at_top(const struct draft *draft);

/* A line of its own that YAML readers pass over. */
void draft_comment(struct draft *draft, struct str text);

/* A map under a key; comment (may be empty) stands behind the key. It must not stay
 * empty. */
void draft_open(struct draft *draft, struct str key, struct str comment);
void draft_close(struct draft *draft);

void draft_text(struct draft *draft, const char *key, struct str text);
void draft_number(struct draft *draft, const char *key, uint64_t number);
void draft_bool(struct draft *draft, struct str key, bool value, struct str comment);

/* A list of strings; `null` stands for null when it is the last and with_null is set. */
void draft_list(struct draft *draft, const char *key, struct str_list items,
                bool with_null);

/* key: [{name: item}, …] */
void draft_alternatives(struct draft *draft, const char *key, const char *name,
                        struct str_list items);

#endif
