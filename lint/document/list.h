/* list.h - where lists end, and what their fixes may do */
#ifndef LINT_DOCUMENT_LIST_H
#define LINT_DOCUMENT_LIST_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/document/document.h"

/* What is found out about the lists of a document once. Zeroed at its start. */
struct list_search {
    uint32_t plain_end;      /* one past document_plain_lists_end(), when it is known */
    const struct node *list; /* that was asked about last, */
    uint32_t quotes;         /* and the quotes around it */
    uint32_t next;           /* the index of the node below it */
    bool container;          /* that starts a container in a quote */
    uint32_t markers;        /* of the blank line of a quote right below it, or 0 */
};

/* Is the node the same in plain Markdown, as far as lists are concerned? */
bool document_list_is_plain(const struct document *document, const struct node *node,
                            struct list_search *search);

/* Has the item paragraphs or the like one below the other? A list in it does not count.
 */
bool document_item_goes_on(const struct document *document, const struct node *item);

/* Is the list, or what it is in, right below what was meant as front matter? Its lists
 * are lists for other programs. */
bool document_list_is_below_miss(const struct document *document,
                                 const struct node *list);

/*
 * May all items of the bullet list get this bullet, and the article stays as it is? Not
 * beside another bullet list, nor where a first line would become a thematic break or the
 * second row of a table; nor right below what was meant as front matter, for its lists
 * are lists, too. Takes time linear in the first lines of its items.
 */
bool document_bullets_may_change(const struct document *document, const struct node *list,
                                 char bullet);

/*
 * The line (0-based) that the last content of the list is on, which quote markers and
 * blank lines are not, as in markdownlint. Below HTML that nothing closes, and below an
 * empty quote, it may be the line after the list. Takes time in proportion to what is in
 * the list.
 */
uint32_t document_list_end(const struct document *document, const struct node *list);

/*
 * Has the list as many lines as items, as markdownlint counts them? In a quote it has the
 * quote's blank lines below it, too, and the line of a list, quote or footnote that
 * starts there next. Asked about the lists of a document in order, it takes time linear
 * in their items and markers and in the lines below them.
 */
bool document_list_is_single(const struct document *document, const struct node *list,
                             struct list_search *search);

#endif
