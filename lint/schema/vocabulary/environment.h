/* environment.h - what stet's own keywords must know from outside of the front matter */
#ifndef LINT_SCHEMA_VOCABULARY_ENVIRONMENT_H
#define LINT_SCHEMA_VOCABULARY_ENVIRONMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/span.h"
#include "lint/base/str.h"
#include "lint/time/instant.h"

/* What a text may contain besides plain words. */
enum markup_kind {
    MARKUP_EMPHASIS, /* or strong emphasis */
    MARKUP_CODE,     /* a code span or a fenced block */
    MARKUP_LINK,     /* or <https://example.org> */
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
 * Passed in by the caller, because the schema engine knows neither documents nor clocks.
 * What is not known is empty; keywords that need it then report nothing.
 */
struct environment {
    struct str
        path; /* of the article: absolute, links resolved; empty on standard input */
    struct str root;     /* folder of the project, likewise; nothing outside it is read */
    struct instant now;  /* in the time zone that decides what today is */
    struct span heading; /* first heading of level 1 in the body; else empty */
    struct str heading_text;   /* without markup */
    struct str heading_source; /* as written, without its markers */

    /* Finds the first markup in text of a kind that is not in allowed (bits by kind);
     * false when there is none. NULL: not known. */
    bool (*find_markup)(struct str text, unsigned allowed, struct arena *arena,
                        struct markup *found);
};

#endif
