/* yaml_place.c - where nodes really are in YAML text */

#include "lint/yaml_place.h"

#include <string.h>

static bool is_ascii(const char *data, struct span span)
{
    uint64_t bits = 0;
    uint32_t i = span.start;

    for (; i + sizeof(bits) <= span.end; i += sizeof(bits)) {
        uint64_t eight;

        memcpy(&eight, data + i, sizeof(eight));
        bits |= eight;
    }
    for (; i < span.end; i++)
        bits |= (unsigned char)data[i];
    return (bits & UINT64_C(0x8080808080808080)) == 0;
}

struct yaml_places yaml_places_of(const char *data, struct span text)
{
    return (struct yaml_places){.data = data,
                                .text = text,
                                .is_ascii = is_ascii(data, text),
                                .offset = text.start};
}

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

static void step_forward(struct yaml_places *places)
{
    places->index++;
    do
        places->offset++;
    while (places->offset < places->text.end &&
           is_continuation(places->data[places->offset]));
}

static void step_back(struct yaml_places *places)
{
    places->index--;
    do
        places->offset--;
    while (is_continuation(places->data[places->offset]));
}

uint32_t yaml_place(struct yaml_places *places, size_t index)
{
    if (places->is_ascii)
        return index < span_length(places->text) ? places->text.start + (uint32_t)index
                                                 : places->text.end;
    while (places->index < index && places->offset < places->text.end)
        step_forward(places);
    while (places->index > index)
        step_back(places);
    return places->offset;
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || is_line_end(c);
}

uint32_t yaml_skip_space(const struct yaml_places *places, uint32_t offset)
{
    const char *data = places->data;
    uint32_t end = places->text.end;

    while (offset < end && (is_blank(data[offset]) || data[offset] == '#')) {
        bool is_comment = data[offset++] == '#';

        while (is_comment && offset < end && !is_line_end(data[offset]))
            offset++;
    }
    return offset;
}

uint32_t yaml_skip_properties(const struct yaml_places *places, uint32_t offset,
                              int count)
{
    const char *data = places->data;
    uint32_t end = places->text.end;

    while (count-- > 0 && offset < end && (data[offset] == '&' || data[offset] == '!')) {
        while (offset < end && !is_blank(data[offset]))
            offset++;
        offset = yaml_skip_space(places, offset);
    }
    return offset;
}

static bool has_line_end(const char *data, struct span span)
{
    return memchr(data + span.start, '\n', span_length(span)) ||
           memchr(data + span.start, '\r', span_length(span));
}

uint32_t yaml_block_scalar_end(const struct yaml_places *places, struct span span)
{
    const char *data = places->data;
    uint32_t header = span.start < span.end ? span.start + 1 : span.end;
    uint32_t end = span.end;

    while (header < span.end && strchr("+-0123456789", data[header]))
        header++;
    while (end > header && is_blank(data[end - 1]))
        end--;
    if (!has_line_end(data, span_make(header, end)))
        return header;
    while (end < span.end && !is_line_end(data[end]))
        end++;
    return end;
}
