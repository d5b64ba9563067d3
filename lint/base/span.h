/* span.h - a range of bytes in one file */
#ifndef LINT_BASE_SPAN_H
#define LINT_BASE_SPAN_H

#include <stdbool.h>
#include <stdint.h>

/* Byte offsets into the file, 0-based, end exclusive. start == end marks a place between
 * two bytes. */
struct span {
    uint32_t start;
    uint32_t end;
};

static inline struct span span_make(uint32_t start, uint32_t end)
{
    return (struct span){start, end};
}

static inline uint32_t span_length(struct span span)
{
    return span.end - span.start;
}

static inline bool span_empty(struct span span)
{
    return span.start == span.end;
}

static inline bool span_contains(struct span outer, struct span inner)
{
    return outer.start <= inner.start && inner.end <= outer.end;
}

static inline bool span_holds(struct span span, uint32_t offset)
{
    return span.start <= offset && offset < span.end;
}

static inline bool span_overlaps(struct span a, struct span b)
{
    return a.start < b.end && b.start < a.end;
}

#endif
