/* terminal.h - what a terminal can do: colours, width, erasing */
#ifndef LINT_TERMINAL_TERMINAL_H
#define LINT_TERMINAL_TERMINAL_H

#include <stdbool.h>

#include "lint/base/buf.h"

#include "lint/base/str.h"
#include "lint/source/diagnostic.h"

/* --color */
enum colour_when { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

/* "auto", "always", "never" in the order of the enum; NULL after the last. */
const char *colour_when_name(int when);

/*
 * Should output to the file descriptor be coloured? With COLOUR_AUTO the first of these
 * decides, where "set" means: to anything but nothing.
 *
 *     NO_COLOR is set                  no (no-color.org)
 *     FORCE_COLOR is set               yes, but for "0" (force-color.org)
 *     CLICOLOR_FORCE is set, not "0"   yes (bixense.com/clicolors)
 *     CLICOLOR is "0"                  no
 *     TERM is not set, or "dumb"       no
 *     fd is a terminal
 */
bool terminal_colour(enum colour_when when, int fd);

/*
 * Does the terminal at fd take hyperlinks (OSC 8)? Not when it is none, and those not
 * that are known to show the address as text. FORCE_HYPERLINK, "0" for no, decides about
 * any terminal.
 */
bool terminal_links(int fd);

/* Around the address and the text of a hyperlink. */
#define LINK_START "\x1b]8;;"
#define LINK_TEXT  "\x1b\\"
#define LINK_END   "\x1b]8;;\x1b\\"

/* Can a line that was written be erased again: is TERM set and not "dumb"? */
bool terminal_can_erase(void);

/* The width in columns of output to something that has none, such as a pipe. */
enum { TERMINAL_DEFAULT_WIDTH = 100 };

/* The columns to lay out text in: those of the terminal, but at least 40 and at most
 * 1000; TERMINAL_DEFAULT_WIDTH when fd is not a terminal. A terminal that does not tell
 * has as many as COLUMNS says, or 80. */
unsigned terminal_width(int fd);

/* As terminal_width(), however few they are. */
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

/* The escape sequences (ECMA-48 SGR) around text in a style, static text; "" without
 * colour. */
const char *style_start(enum style style, bool colour);
const char *style_end(bool colour);

/* Appends the text in a style, or as it is without colour. */
void style_add(struct buf *out, enum style style, bool colour, const char *text);

enum style style_of_severity(enum severity severity);

#endif
