/* mark.c - the list of marks that readers of inlines leave */

#include "lint/markdown/mark.h"

struct mark *inlines_add(struct inlines *in, enum mark_kind kind, struct span span)
{
    struct mark *mark;

    in->marks = arena_make_room(in->arena, in->marks, in->mark_count, &in->mark_capacity,
                                sizeof(*in->marks));
    mark = &in->marks[in->mark_count++];
    *mark = (struct mark){span.start, span.end, (uint8_t)kind, 0, 0};
    return mark;
}
