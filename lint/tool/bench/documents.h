/* documents.h - generates front matter for the bench */
#ifndef LINT_TOOL_BENCH_DOCUMENTS_H
#define LINT_TOOL_BENCH_DOCUMENTS_H

#include <stdint.h>

#include "lint/base/arena.h"

/*
 * A short article with front matter for testdata/bench/front-matter.schema.yaml; two in a
 * hundred are invalid. The same number gives the same text, in the arena and followed by
 * a NUL.
 */
struct str document_make(struct arena *arena, uint32_t number);

#endif
