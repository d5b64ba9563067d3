/* html_start.h - where HTML blocks start and end */
#ifndef LINT_MARKDOWN_HTML_START_H
#define LINT_MARKDOWN_HTML_START_H

#include <stdbool.h>

#include "lint/base/str.h"

/* The kinds of HTML blocks, numbered as in CommonMark 4.6. */
enum html_block_kind {
    HTML_BLOCK_NONE,
    HTML_BLOCK_RAW_TEXT, /* <pre>, <script>, <style>, <textarea> */
    HTML_BLOCK_COMMENT,
    HTML_BLOCK_INSTRUCTION,
    HTML_BLOCK_DECLARATION,
    HTML_BLOCK_CDATA,
    HTML_BLOCK_NAMED, /* a tag of which the name is that of a block; ends at a blank line
                       */
    HTML_BLOCK_TAG,   /* any tag alone on its line; ends at a blank line, interrupts no
                         paragraph */
};

/* The kind of block that a line starts; its text is from its < on. */
enum html_block_kind html_block_start(struct str text);

/* Does the block end with this line, its first or a later one? Those that end at a blank
 * line end before it: never here. */
bool html_block_ends(enum html_block_kind kind, struct str text);

#endif
