/* display.h - text as a terminal shows it: safe to print, and how wide it is */
#ifndef LINT_TERMINAL_DISPLAY_H
#define LINT_TERMINAL_DISPLAY_H

#include "lint/base/buf.h"
#include "lint/base/str.h"

/* Tabs go to the next multiple of four columns, as in CommonMark 2.2. */
enum { TAB_STOP = 4 };

/*
 * What is drawn in one place: a character and all that combines with it (marks,
 * variation selectors, emoji joined by U+200D, a flag's two letters). In place
 * of what would steer the terminal or deceive the reader, or is not there to
 * see, a replacement is drawn.
 */
struct glyph {
    size_t len;       /* bytes it takes from the text, at least 1 */
    unsigned columns; /* it fills on the terminal */
    size_t shown_len; /* 0: the bytes of the text are drawn */
    char shown[12];   /* the replacement otherwise */
};

/* The first glyph of text, which must not be empty, when it starts at column (0-based).
 */
struct glyph display_glyph(struct str text, unsigned column);

/* Draws a glyph that was read at the start of text. */
void display_add_glyph(struct buf *out, const struct glyph *glyph, struct str text);

/* Bytes at the start of text that are a glyph and a column each: printable ASCII with
 * nothing after it that combines. Most of most texts, so it is worth a short cut. */
size_t display_plain(struct str text);

/* Columns of text when it starts at column 0. */
unsigned display_columns(struct str text);

/* Text on one line: line ends and tabs become spaces, the rest as display_glyph. */
void display_add(struct buf *out, struct str text);

/*
 * A file's name on one line. Control characters and bytes that are not UTF-8 are
 * escaped as in C (\n, \x1b), so that no two names look the same.
 */
void display_add_path(struct buf *out, struct str path);

#endif
