/* tabs.h - tabs in an article, and the spaces that may stand for them */
#ifndef LINT_DOCUMENT_TABS_H
#define LINT_DOCUMENT_TABS_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/document/document.h"
#include "lint/document/verbatim.h"

/* Tabs that touch each other, and where they stand. */
struct tab_run {
    struct span tabs;
    struct str before; /* on their line */
    struct str after;
    const struct node *block; /* the innermost one on the line */
    bool in_directive;
};

/* The first tabs of the line (0-based) from that offset on; false when there are none. */
bool document_next_tabs(const struct document *document, uint32_t line, uint32_t from,
                        struct tab_run *run);

/* How many columns the tabs fill, where it depends on that which blocks there are: before
 * them are only indents and markers. Else 0. */
uint32_t tab_run_width(const struct tab_run *run);

/* The spaces and tabs at the end of the line, when these tabs are among them; else an
 * empty span. */
struct span tab_run_ending(const struct tab_run *run);

/* What is known of the document. Zeroed at its start. */
struct tab_search {
    struct verbatim_search verbatim;
    uint32_t link; /* no node before it is a link to a place in the article */
    uint32_t tag;  /* no tag of an HTML block begins before it and ends behind it */
};

/*
 * Does the article say the same with so many spaces in place of the tabs or, at the end
 * of a line, without its white space? False where tabs are content, or part words or the
 * brackets of a task. Tabs must come in ascending order.
 */
bool document_tabs_may_change(const struct document *document, const struct tab_run *run,
                              size_t spaces, struct tab_search *search);

#endif
