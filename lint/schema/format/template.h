/* template.h - templates: text with {places} to be filled in */
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
 * Parses a template; `{{` and `}}` stand for braces. The parts are in the arena and point
 * into text. False when text is malformed: then *wrong says why, in static text.
 */
bool template_parse(struct arena *arena, struct str text, struct template *template,
                    const char **wrong);

/* Appends what fills a place; false when that is not known, which ends the rendering. */
typedef bool template_fill_fn(void *context, const struct template_part *part,
                              struct buf *out);

/* Appends the text to out; false when a place cannot be filled, with a part of it
 * appended. */
bool template_render(const struct template *template, template_fill_fn *fill,
                     void *context, struct buf *out);

#endif
