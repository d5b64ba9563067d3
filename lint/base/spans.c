/* spans.c - several ranges of bytes in one file */

#include "lint/base/spans.h"

#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    const struct span *x = a;
    const struct span *y = b;

    return (x->start > y->start) - (x->start < y->start);
}

uint32_t spans_join(struct span *spans, uint32_t count)
{
    uint32_t kept = 0;

    if (count)
        qsort(spans, count, sizeof(*spans), compare);
    for (uint32_t i = 0; i < count; i++) {
        if (kept && spans[i].start <= spans[kept - 1].end) {
            if (spans[i].end > spans[kept - 1].end)
                spans[kept - 1].end = spans[i].end;
        } else {
            spans[kept++] = spans[i];
        }
    }
    return kept;
}
