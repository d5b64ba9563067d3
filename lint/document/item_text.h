/* item_text.h - may the text of an item stand further from its marker, or nearer? */
#ifndef LINT_DOCUMENT_ITEM_TEXT_H
#define LINT_DOCUMENT_ITEM_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/document/document.h"
#include "lint/document/list.h"

/*
 * May the item have so many blanks after its marker, and the article stays as it is? The
 * text is no indented code, only spaces and quote markers stand before the item, and what
 * follows it starts no further to the right than its marker does, or than its text will.
 * An item of more than one line has paragraphs, headings, fenced code and lists, all of
 * which stay inside. Takes time linear in what is in the item.
 */
bool document_item_may_move(const struct document *document, const struct node *item,
                            uint32_t blanks, struct list_search *search);

#endif
