/* merge.h - merge keys, `<<: *defaults` */
#ifndef LINT_YAML_MERGE_H
#define LINT_YAML_MERGE_H

#include <stdint.h>

#include "lint/value/builder.h"

/*
 * As value_builder_close() for a map that has a `<<` key. Its value, a map or a list of
 * maps, is merged: its entries follow those of the map itself, which take precedence, as
 * do earlier maps over later ones. Merge keys are not part of YAML 1.2, but writers and
 * site generators use them. With any other value, `<<` is an ordinary key.
 */
void yaml_merge_close(struct value_builder *builder, struct value *map, uint32_t first);

#endif
