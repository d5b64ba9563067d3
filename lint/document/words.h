/* words.h - how many words a text has */
#ifndef LINT_DOCUMENT_WORDS_H
#define LINT_DOCUMENT_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/str.h"
#include "lint/document/document.h"

/*
 * The words of a text: what stands between white space and has a letter or digit, so
 * `well-known` and `2.5` are one each. Chinese characters and kana are one each, for such
 * texts have no spaces.
 */
uint32_t text_words(struct str text);

/* Has the text one word at most, after white space and the markers `#` and `>`, so that
 * there is no place to wrap it? */
bool text_is_one_word(struct str text);

/* Are the texts the same but for signs, markup, white space and English capitals? */
bool text_has_same_words(struct str a, struct str b);

/* Equal for texts of which text_has_same_words() is true. */
uint64_t text_words_hash(struct str text);

/* Does a sentence end inside the text? `3. Steps` begins with a number. */
bool text_has_sentences(struct str text);

/*
 * The words that are read in the nodes from first to before end: text, code in a line and
 * bare URLs, but no code blocks, formulas, HTML, alternative text, destinations and
 * footnotes' marks. Markup inside of a word does not part it. Takes time linear in the
 * nodes and their text.
 */
uint32_t document_words(const struct document *document, uint32_t first, uint32_t end);

/* From the start of the first of these nodes to that of the one after them. */
static inline struct span document_nodes_span(const struct document *document,
                                              uint32_t first, uint32_t end)
{
    return span_make(document->nodes[first].span.start,
                     end < document->node_count ? document->nodes[end].span.start
                                                : document->source->size);
}

/* As document_words_may_exceed(), which does not call it for nodes that are too short. */
bool document_parts_exceed(const struct document *document, uint32_t first, uint32_t end,
                           uint32_t limit);

/* May there be more words than that? A quick look that most often settles that there are
 * not too many: each word has two bytes at least, with what parts it from the next. */
static inline bool document_words_may_exceed(const struct document *document,
                                             uint32_t first, uint32_t end, uint32_t limit)
{
    return first < end &&
           span_length(document_nodes_span(document, first, end)) > 2 * limit &&
           document_parts_exceed(document, first, end, limit);
}

/* A word of a text as it is written, with spans in the file. */
struct word {
    struct span token; /* all between white space */
    struct span core;  /* without the punctuation around it; may be empty */
    bool is_rest;      /* letters come right before it, with markup between */
};

/* Goes on to the next word of a text node; false when there is none. The word is all zero
 * before the first. */
bool document_next_word(const struct document *document, const struct node *text,
                        struct word *word);

#endif
