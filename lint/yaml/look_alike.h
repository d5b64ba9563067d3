/* look_alike.h - text that only looks like YAML's own signs, or that YAML takes for them
 */
#ifndef LINT_YAML_LOOK_ALIKE_H
#define LINT_YAML_LOOK_ALIKE_H

#include "lint/value/builder.h"

/* What stands between typographic quotes, the second of which may be a straight one;
 * empty when the text is not just that, on one line. */
struct str yaml_inside_quotes(struct str text);

struct look_alike_search {
    struct value_builder *builder;
    /* Is there an alias with that name somewhere in the text? */
    bool (*is_aliased)(void *context, struct str name);
    void *context;
};

/*
 * Adds to the problems of a tree whose root was read from the builder's input: values and
 * keys in typographic quotes, which are part of them, and tags and anchors that eat a
 * word between brackets.
 */
void yaml_find_look_alikes(const struct look_alike_search *search,
                           const struct value *root);

#endif
