/* merge.h - `<<: *defaults` */
#ifndef LINT_YAML_MERGE_H
#define LINT_YAML_MERGE_H

#include <stdint.h>

#include "lint/value/builder.h"

/*
 * As value_builder_close() for a map that has a `<<` key. Its value, a map or a
 * list of maps, is merged: their entries come behind the map's own, which win,
 * as do earlier maps over later ones. YAML 1.2 does not know merge keys, but
 * writers and site generators do. With any other value it is an ordinary key.
 */
void yaml_merge_close(struct value_builder *builder, struct value *map, uint32_t first);

#endif
