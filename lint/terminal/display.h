/* display.h - text as a terminal shows it: safe to print, with known width */
#ifndef LINT_TERMINAL_DISPLAY_H
#define LINT_TERMINAL_DISPLAY_H

#include "lint/base/buf.h"
#include "lint/base/str.h"

/* Tabs go to the next multiple of four columns, as in CommonMark 2.2. */
enum { TAB_STOP = 4 };

/*
 * What is drawn in one place: a character and all that combines with it (marks, variation
 * selectors, emoji joined by U+200D, the two letters of a flag). What would control the
 * terminal, deceive the reader or be invisible is drawn as a replacement.
 */
struct glyph {
    size_t len;       /* bytes of the text that it is, at least 1 */
    unsigned columns; /* that it fills on the terminal */
    size_t shown_len; /* 0: the bytes of the text are drawn */
    char shown[12];   /* the replacement otherwise */
};

/* The first glyph of text, which must not be empty. column is where it starts (0-based),
 * which matters to tabs. */
struct glyph display_glyph(struct str text, unsigned column);

/* Appends a glyph that was read at the start of text. */
void display_add_glyph(struct buf *out, const struct glyph *glyph, struct str text);

/* The number of bytes at the start of text that are a glyph and a column each: printable
 * ASCII with nothing after it that combines. That is most of most texts, so it is a fast
 * path. */
size_t display_plain(struct str text);

/* The columns of text when it starts at column 0. */
unsigned display_columns(struct str text);

/* Appends text on one line: line ends and tabs become spaces, the rest is drawn by
 * display_glyph(). */
void display_add(struct buf *out, struct str text);

/*
 * Appends the name of a file on one line. Control and invisible characters, and bytes
 * that are not UTF-8, are escaped as in C (\n, \x1b).
 */
void display_add_path(struct buf *out, struct str path);

#endif
