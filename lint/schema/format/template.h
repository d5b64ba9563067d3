/* template.h - text with {places} to be filled in */
#ifndef LINT_SCHEMA_FORMAT_TEMPLATE_H
#define LINT_SCHEMA_FORMAT_TEMPLATE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/buf.h"

/* Literal text, or `{name}` or `{name:argument}`. */
struct template_part {
    struct str literal;
    struct str name; /* empty: the part is literal */
    struct str argument;
};

struct template
{
    const struct template_part *parts;
    uint32_t count;
};

/*
 * Reads a template; `{{` and `}}` stand for braces. The parts point into text. False
 * when it is none: then *wrong says what is wrong with it, in static text.
 */
bool template_parse(struct arena *arena, struct str text, struct template *template,
                    const char **wrong);

/* Adds what stands in a place; false: nothing is known, and all is given up. */
typedef bool template_fill_fn(void *context, const struct template_part *part,
                              struct buf *out);

/* Adds the text to out; false when a place cannot be filled. */
bool template_render(const struct template *template, template_fill_fn *fill,
                     void *context, struct buf *out);

#endif
