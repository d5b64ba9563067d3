/* terminal.h - what is known of the place where output is read */
#ifndef LINT_TERMINAL_TERMINAL_H
#define LINT_TERMINAL_TERMINAL_H

#include <stdbool.h>

#include "lint/base/str.h"
#include "lint/source/diagnostic.h"

/* --color */
enum colour_when { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

/* "auto", "always", "never" in the order of the enum; NULL after the last. */
const char *colour_when_name(int when);

/*
 * Are colours wanted on the file descriptor? COLOUR_AUTO means: it is a terminal,
 * TERM is set and not "dumb", and NO_COLOR is unset or empty (no-color.org).
 */
bool terminal_colour(enum colour_when when, int fd);

/* Can what was written be erased there again: is TERM set, and not "dumb"? */
bool terminal_can_erase(void);

/* Columns of text written to something that has none, such as a pipe. */
enum { TERMINAL_DEFAULT_WIDTH = 100 };

/* Columns to lay text out in: those of the terminal, within reason, or
 * TERMINAL_DEFAULT_WIDTH when fd is no terminal. */
unsigned terminal_width(int fd);

/* Columns as the terminal has them, however few; TERMINAL_DEFAULT_WIDTH when that is not
 * known. */
unsigned terminal_columns(int fd);

enum style {
    STYLE_BOLD,
    STYLE_DIM,
    STYLE_HEADING,
    STYLE_CODE,
    STYLE_NOTE,
    STYLE_WARNING,
    STYLE_ERROR,
};

/* The escape sequences (ECMA-48 SGR) around text in a style; "" without colour. */
const char *style_start(enum style style, bool colour);
const char *style_end(bool colour);

enum style style_of_severity(enum severity severity);

#endif
