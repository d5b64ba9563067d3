/* yaml.h - libyaml alone, for comparison */
#ifndef LINT_TOOL_BENCH_YAML_H
#define LINT_TOOL_BENCH_YAML_H

#include <stdint.h>

#include "lint/base/str.h"

/* Reads all events of a text and drops them; returns how many there were. */
uint32_t bench_yaml_events(struct str text);

#endif
