/* documents.h - many front matters, made up */
#ifndef LINT_TOOL_BENCH_DOCUMENTS_H
#define LINT_TOOL_BENCH_DOCUMENTS_H

#include <stdint.h>

#include "lint/base/arena.h"

/*
 * A short article with a front matter as testdata/bench/front-matter.schema.yaml wants
 * it; two in a hundred have a mistake. The same number gives the same text, in the arena
 * and ended by a NUL.
 */
struct str document_make(struct arena *arena, uint32_t number);

#endif
