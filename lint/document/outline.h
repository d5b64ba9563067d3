/* outline.h - headings beside those that an outline wants */
#ifndef LINT_DOCUMENT_OUTLINE_H
#define LINT_DOCUMENT_OUTLINE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"
#include "lint/document/document.h"

/* The most comparisons for one article: 4,000 headings with an outline of 500. */
enum { OUTLINE_MAX_CELLS = 2000000 };

/*
 * One heading of an outline. `## Flour` is one of level 2; after its # it may have `?`
 * (may be missing), `+` (may be repeated) or `*` (both). In its title `*` stands for any
 * text, `?` for one character, `|` between two titles for either, and `\` before one of
 * these for itself. Without # the level does not matter. `*` alone is any number of
 * headings of any level.
 */
struct outline_item {
    struct str title;
    int level; /* 0: any */
    bool optional;
    bool repeated;
    bool any; /* `*` alone */
};

enum { OUTLINE_EVERY_LEVEL = 0x7E };

struct outline {
    const struct outline_item *items;
    uint32_t count;
    unsigned levels; /* that its items are of, as bits */
};

/* Every text is an item. In the arena; the titles are views. */
struct outline outline_parse(struct str_list texts, struct arena *arena);

struct outline_heading {
    const struct node *node;
    struct str text;
};

bool outline_item_matches(const struct outline_item *item,
                          const struct outline_heading *heading, bool match_case);

/* Is one of its titles nearly that of the heading, as suggest_nearest() has it? */
bool outline_item_resembles(const struct outline_item *item,
                            const struct outline_heading *heading);

enum outline_step_kind {
    OUTLINE_FITS,
    OUTLINE_MISSING, /* the item stands nowhere; its place is before the heading */
    OUTLINE_MOVED,   /* the item stands elsewhere; its place is before the heading */
    OUTLINE_EXTRA,   /* no item wants the heading */
    OUTLINE_WRONG,   /* the heading is nearly what the item wants, near its place */
};

struct outline_step {
    enum outline_step_kind kind;
    uint32_t item;      /* EXTRA: before which the heading stands */
    uint32_t heading;   /* MISSING, MOVED: may be the number of headings */
    uint32_t elsewhere; /* MOVED: the heading that has the place */
};

/*
 * The fewest changes that make the headings fit, as steps in the order of both: an array
 * in the arena, its length in *count. NULL when it takes more than OUTLINE_MAX_CELLS.
 */
const struct outline_step *outline_compare(const struct outline *outline,
                                           const struct outline_heading *headings,
                                           uint32_t heading_count, bool match_case,
                                           struct arena *arena, uint32_t *count);

#endif
