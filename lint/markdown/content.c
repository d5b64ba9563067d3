/* content.c - the text of one leaf block, and where it stands in the file */

#include "lint/markdown/content.h"

void content_start(struct content *content, struct str text)
{
    content->text = text;
    content->count = 0;
    content->last = 0;
}

static void add(struct content *content, struct segment segment)
{
    content->segments = arena_make_room(content->arena, content->segments, content->count,
                                        &content->capacity, sizeof(*content->segments));
    content->segments[content->count++] = segment;
}

void content_add(struct content *content, uint32_t at, uint32_t source, uint32_t limit)
{
    add(content, (struct segment){at, source, limit, false});
}

void content_add_odd(struct content *content, uint32_t at, struct span source)
{
    add(content, (struct segment){at, source.start, source.end, true});
}

/* Most look-ups are near the one before, the links' closing brackets included. */
static const struct segment *find(struct content *content, uint32_t at)
{
    const struct segment *segments = content->segments;
    uint32_t i = content->last;

    while (i > 0 && segments[i].at > at)
        i--;
    while (i + 1 < content->count && segments[i + 1].at <= at)
        i++;
    content->last = i;
    return &segments[i];
}

uint32_t content_source(struct content *content, uint32_t at)
{
    const struct segment *segment = find(content, at);
    uint32_t source = segment->source + (segment->odd ? 0 : at - segment->at);

    return source < segment->limit ? source : segment->limit;
}

uint32_t content_source_end(struct content *content, uint32_t end)
{
    const struct segment *segment = find(content, end - 1);
    uint32_t source = segment->source + (end - segment->at);

    if (segment->odd)
        return segment->limit;
    return source < segment->limit ? source : segment->limit;
}

struct span content_span(struct content *content, uint32_t start, uint32_t end)
{
    uint32_t source = content_source(content, start);

    if (start == end)
        return span_make(source, source);
    return span_make(source, content_source_end(content, end));
}

bool content_is_absent(struct content *content, uint32_t at)
{
    const struct segment *segment = find(content, at);

    return segment->source == segment->limit;
}

bool content_is_at(struct content *content, uint32_t start, uint32_t end,
                   struct span *span)
{
    const struct segment *segment = find(content, start);
    bool last = segment == &content->segments[content->count - 1];

    if (segment->odd || segment->source == segment->limit ||
        (!last && end > segment[1].at))
        return false;
    span->start = segment->source + (start - segment->at);
    span->end = segment->source + (end - segment->at);
    if (span->end > segment->limit)
        span->end = segment->limit;
    return span->start < span->end;
}

bool content_is_plain(struct content *content, uint32_t start, uint32_t end)
{
    const struct segment *first = find(content, start);
    const struct segment *last = find(content, end - 1);

    return first == last && !first->odd;
}
