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

/* An outline, and the headings that are held against it. */
struct outline_match {
    struct outline outline;
    bool match_case;
    struct outline_heading *headings;
    uint32_t heading_count;
    uint32_t heading_capacity;
    const struct outline_step *steps; /* in the order of both */
    uint32_t step_count;
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

/* Adds the heading, unless it is in another block or of a level that does not count.
 * Headings are added in their order. */
void outline_add(struct outline_match *match, const struct document *document,
                 const struct node *heading, struct arena *arena);

/* Finds the fewest changes that make the headings fit: the steps, in the arena. False
 * when it takes more than OUTLINE_MAX_CELLS. */
bool outline_compare(struct outline_match *match, struct arena *arena);

/* Where what is missing belongs: beside a heading that is there or will be. */
enum outline_side {
    OUTLINE_ANYWHERE, /* there are no headings */
    OUTLINE_AFTER_HEADING,
    OUTLINE_AFTER_SECTION,
    OUTLINE_BELOW, /* in the section */
    OUTLINE_BEFORE,
};

struct outline_place {
    enum outline_side side;
    struct str heading;
};

enum outline_mistake_kind {
    OUTLINE_NONE,
    OUTLINE_IS_MISSING,     /* the item, at the place */
    OUTLINE_IS_MISPLACED,   /* the heading, which belongs at the place */
    OUTLINE_IS_APART,       /* the heading, from the others of the item */
    OUTLINE_IS_MISNAMED,    /* the heading, which should be the item */
    OUTLINE_IS_UNKNOWN,     /* the heading, to the outline */
    OUTLINE_IS_SUPERFLUOUS, /* the heading: the outline has it once */
};

/* What a step says to a writer; headings and items are as these type them. */
struct outline_mistake {
    enum outline_mistake_kind kind;
    const struct node *node; /* the heading to look at; NULL: there are none */
    struct str heading;
    struct str item;
    struct outline_place place;
};

/* What is wrong at that step of outline_compare(); the texts are in the arena. */
struct outline_mistake outline_mistake_at(const struct outline_match *match,
                                          uint32_t step, struct arena *arena);

#endif
