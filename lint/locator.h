/* locator.h - places of many offsets, one after another */
#ifndef LINT_LOCATOR_H
#define LINT_LOCATOR_H

#include "lint/source.h"

/*
 * source_position() counts from the start of the line each time; on one huge line
 * with many findings that is quadratic. A locator goes on from where it was.
 */
struct locator {
    const struct source *source;
    struct position last;
};

void locator_init(struct locator *locator, const struct source *source);

/* As source_position(). Cheap when offsets mostly ascend. */
struct position locator_find(struct locator *locator, uint32_t offset);

#endif
