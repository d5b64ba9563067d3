/* place.h - where nodes really are in YAML text */
#ifndef LINT_YAML_PLACE_H
#define LINT_YAML_PLACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/span.h"

/*
 * libyaml's marks count code points from where it began to read. They come in
 * order but for the ends of block scalars, so the walk from the last place to
 * the next is short; in ASCII text there is none.
 */
struct yaml_places {
    const char *data;
    struct span text; /* what libyaml reads */
    bool is_ascii;
    size_t index; /* of a code point, and its offset in data */
    uint32_t offset;
};

/* For UTF-8 text, or text that is checked to be so before anything is looked up. */
struct yaml_places yaml_places_of(const char *data, struct span text);

/* Offset of a code point; of the end for an index past it. */
uint32_t yaml_place(struct yaml_places *places, size_t index);

/* Behind the white space and comments at offset. */
uint32_t yaml_skip_space(const struct yaml_places *places, uint32_t offset);

/* Behind up to that many anchors and tags at offset: where the node itself starts. */
uint32_t yaml_skip_properties(const struct yaml_places *places, uint32_t offset,
                              int count);

/*
 * End of the last content line of a block scalar, which starts at its `|` or
 * `>`; libyaml ends it only where the next token starts. Without any content,
 * the end of the indicators.
 */
uint32_t yaml_block_scalar_end(const struct yaml_places *places, struct span span);

#endif
