/* items.h - the items of a list of completions */
#ifndef LINT_LSP_ITEMS_H
#define LINT_LSP_ITEMS_H

#include "lint/base/str_map.h"
#include "lint/lsp/feature.h"

/* CompletionItemKind of LSP 3.17. */
enum {
    ITEM_PROPERTY = 10,
    ITEM_VALUE = 12,
    ITEM_FILE = 17,
    ITEM_REFERENCE = 18,
    ITEM_FOLDER = 19,
    ITEM_ENUM = 20,
};

enum { ITEMS_MAX = 200 }; /* a longer list is narrowed by typing on */

/* One item, before it is written. Strings are in the arena of the question. */
struct item {
    struct str label;
    struct str text; /* that is inserted */
    unsigned kind;
    struct str detail;
    struct str about;
    bool deprecated;
    bool snippet;
    bool late; /* comes after all that are not */
    int fit;   /* set by items_add(): how well it goes on from what was typed */
    uint32_t turn;
};

struct items {
    struct question *question;
    struct span token; /* what an item replaces */
    struct str typed;  /* of it, what labels are to go on from */
    char quote;        /* that stands in the text before the label, or 0 */
    struct str_map known;
    struct item *list;
    uint32_t count;
    uint32_t capacity;
};

/* Adds an item if it goes on from what was typed; each label once. */
void items_add(struct items *items, struct item item);

/* Write them, the best ones first: in each case in the order in which they were added. */
void items_write(struct items *items);

#endif
