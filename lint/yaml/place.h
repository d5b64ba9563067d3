/* place.h - the exact places of nodes in YAML text */
#ifndef LINT_YAML_PLACE_H
#define LINT_YAML_PLACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/span.h"

/*
 * libyaml's marks count code points from where it began to read. They are in order except
 * for the ends of block scalars, so the walk from one place to the next is short; ASCII
 * text needs none.
 */
struct yaml_places {
    const char *data;
    struct span text; /* what libyaml reads */
    bool is_ascii;
    size_t index; /* of a code point; offset is where it is in data */
    uint32_t offset;
};

/* text must be UTF-8 by the time a place is looked up. data is not copied. */
struct yaml_places yaml_places_of(const char *data, struct span text);

/* The offset of a code point in data; the end of the text for an index past it. */
uint32_t yaml_place(struct yaml_places *places, size_t index);

/* The offset after the white space and comments at offset. */
uint32_t yaml_skip_space(const struct yaml_places *places, uint32_t offset);

/* The offset after up to count anchors and tags at offset: where the node itself
 * starts. */
uint32_t yaml_skip_properties(const struct yaml_places *places, uint32_t offset,
                              int count);

/*
 * The end of the last content line of a block scalar, which starts at its `|` or `>`;
 * libyaml's end is where the next token starts. Without content, the end of the
 * indicators.
 */
uint32_t yaml_block_scalar_end(const struct yaml_places *places, struct span span);

#endif
