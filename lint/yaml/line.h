/* line.h - splits one line of YAML into its parts, without a parser */
#ifndef LINT_YAML_LINE_H
#define LINT_YAML_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/span.h"

/*
 * A line as a writer sees it: indentation, `- ` of list items, `key:`, value. For guesses
 * about text that does not parse. All spans are offsets into data.
 */
struct yaml_line {
    const char *data;
    struct span span;   /* without the line end */
    struct span indent; /* spaces, tabs and no-break spaces */
    uint32_t text;      /* after indentation and `- ` */
    struct span key;    /* as written; empty when there is no `key:` */
    struct span value;  /* after the key, or all text; without comment and blanks */
    bool has_key;
    bool is_item; /* there was a `- ` */
};

/* The line around offset, which is in text. */
struct yaml_line yaml_line_at(const char *data, struct span text, uint32_t offset);

/* The nearest line above that is not blank; false, with *above undefined, when there is
 * none. */
bool yaml_line_above(const struct yaml_line *line, struct span text,
                     struct yaml_line *above);

/* Is there nothing on the line but white space? */
bool yaml_line_is_blank(const struct yaml_line *line);

/* The offset after the closing quote of the quoted text at the start of the span; the
 * start itself when it is not closed within the span. */
uint32_t yaml_quote_end(const char *data, struct span span);

/* The same for a bracket, `[` or `{`, at the start of the span. Brackets in quoted text
 * do not count. */
uint32_t yaml_bracket_end(const char *data, struct span span);

#endif
