/* draft.h - writes a schema as a person would, in YAML or JSON; for lint/schema only */
#ifndef LINT_SCHEMA_INFER_DRAFT_H
#define LINT_SCHEMA_INFER_DRAFT_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"

/* A list that would exceed this column is written with one item per line. */
enum { DRAFT_WIDTH = 90 };

/*
 * Writes members of maps, one after the other; starts as {.out = out}, which is YAML.
 * Comments are left out in JSON.
 */
struct draft {
    struct buf *out;
    bool json;
    unsigned depth;
    bool empty; /* the innermost map is empty so far */
};

void draft_begin(struct draft *draft);
void draft_end(struct draft *draft);

/* Is no map open? */
bool draft_at_top(const struct draft *draft);

/* A comment on a line of its own. */
void draft_comment(struct draft *draft, struct str text);

/* Opens a map under a key, with a comment (may be empty) after the key, in JSON its first
 * member. It must not remain empty. */
void draft_open(struct draft *draft, struct str key, struct str comment);
void draft_close(struct draft *draft);

void draft_text(struct draft *draft, const char *key, struct str text);
void draft_number(struct draft *draft, const char *key, uint64_t number);
void draft_bool(struct draft *draft, struct str key, bool value, struct str comment);

/* A list of strings; a last `null` means null when with_null is set. */
void draft_list(struct draft *draft, const char *key, struct str_list items,
                bool with_null);

/* key: [{name: item}, …] */
void draft_alternatives(struct draft *draft, const char *key, const char *name,
                        struct str_list items);

#endif
