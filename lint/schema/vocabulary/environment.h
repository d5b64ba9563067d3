/* environment.h - what keywords of our own must know from outside of the front matter */
#ifndef LINT_SCHEMA_VOCABULARY_ENVIRONMENT_H
#define LINT_SCHEMA_VOCABULARY_ENVIRONMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/span.h"
#include "lint/base/str.h"
#include "lint/time/instant.h"

/* What a text may hold besides plain words. */
enum markup_kind {
    MARKUP_EMPHASIS, /* also strong emphasis */
    MARKUP_CODE,     /* a code span or a fenced block */
    MARKUP_LINK,     /* also <https://example.org> */
    MARKUP_IMAGE,
    MARKUP_HTML,    /* a tag or a comment */
    MARKUP_HEADING, /* # at its start */
    MARKUP_FOOTNOTE,
    MARKUP_ESCAPE, /* a backslash escape or a character reference (&amp;) */
};

struct markup {
    enum markup_kind kind;
    struct span span; /* in the text */
};

/*
 * Handed in by the caller, for the schema engine knows neither documents nor clocks.
 * What is not known is left empty, and what needs it then says nothing.
 */
struct environment {
    struct str
        path; /* of the article: absolute, links resolved; empty on standard input */
    struct str root; /* folder of the project: the same; nothing outside it is touched */
    struct instant now;        /* in the zone of the place where today is today */
    struct span heading;       /* first heading of level 1 in the body; else empty */
    struct str heading_text;   /* without markup */
    struct str heading_source; /* as written between its markers */

    /* The first markup in text of a kind that is not in allowed (bits by kind); false
     * when there is none. NULL: nobody can tell. */
    bool (*find_markup)(struct str text, unsigned allowed, struct arena *arena,
                        struct markup *found);
};

#endif
