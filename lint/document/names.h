/* names.h - where names stand in a text, whatever their case */
#ifndef LINT_DOCUMENT_NAMES_H
#define LINT_DOCUMENT_NAMES_H

#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/span.h"
#include "lint/base/str.h"
#include "lint/document/document.h"

/* What document_pieces() has found. */
struct piece_list {
    const struct span *items;
    uint32_t count;
};

struct name_match {
    struct span span;
    uint32_t name;  /* index in the list of names */
    uint32_t piece; /* that it stands in */
};

/*
 * Every place of every name in the pieces, in the order of the names and then of the
 * places: an array in the arena. Case is compared as case_fold_start() does. A name that
 * begins or ends in an ASCII letter, digit or _ is found only as a whole word, which
 * underscores may surround. Two places of one name do not overlap; those of different
 * names may. Takes time in proportion to the text and to how many names begin with the
 * same letter.
 */
const struct name_match *document_names(const struct document *document,
                                        const struct piece_list *pieces,
                                        struct str_list names, struct arena *arena,
                                        uint32_t *count);

#endif
