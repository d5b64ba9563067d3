/* place.c - the exact places of nodes in YAML text */

#include "lint/yaml/place.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/str.h"
#include "lint/base/utf8.h"

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

static void step_forward(struct yaml_places *places)
{
    places->index++;
    do
        places->offset++;
    while (places->offset < places->text.end &&
           utf8_is_continuation(places->data[places->offset]));
}

static void step_back(struct yaml_places *places)
{
    places->index--;
    do
        places->offset--;
    while (utf8_is_continuation(places->data[places->offset]));
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

/*
 * The bytes of the line end at offset, 0 when there is none. In libyaml, as in YAML 1.1,
 * NEL and the line and paragraph separators end a line as well.
 */
static uint32_t line_end_length(const struct yaml_places *places, uint32_t offset)
{
    struct str rest = {places->data + offset, places->text.end - offset};

    if (rest.len && is_line_end(*rest.data))
        return 1;
    if (places->is_ascii)
        return 0;
    if (str_starts(rest, STR("\xC2\x85")))
        return 2;
    if (str_starts(rest, STR("\xE2\x80\xA8")) || str_starts(rest, STR("\xE2\x80\xA9")))
        return 3;
    return 0;
}

/* The same for what may separate tokens: a line end, a space or a tab. */
static uint32_t blank_length(const struct yaml_places *places, uint32_t offset)
{
    char c = offset < places->text.end ? places->data[offset] : '-';

    return is_space_or_tab(c) ? 1 : line_end_length(places, offset);
}

uint32_t yaml_skip_space(const struct yaml_places *places, uint32_t offset)
{
    uint32_t end = places->text.end;

    for (;;) {
        uint32_t len = blank_length(places, offset);

        offset += len;
        if (len)
            continue;
        if (offset >= end || places->data[offset] != '#')
            return offset;
        while (offset < end && !line_end_length(places, offset))
            offset++;
    }
}

uint32_t yaml_skip_properties(const struct yaml_places *places, uint32_t offset,
                              int count)
{
    const char *data = places->data;
    uint32_t end = places->text.end;

    while (count-- > 0 && offset < end && (data[offset] == '&' || data[offset] == '!')) {
        /* libyaml reads `&a:b` as the anchor `a` before `:b`. */
        bool is_anchor = data[offset++] == '&';

        while (offset < end && (is_anchor ? is_ascii_word_or_dash(data[offset])
                                          : !blank_length(places, offset)))
            offset++;
        offset = yaml_skip_space(places, offset);
    }
    return offset;
}

/* The offset after the last byte of span that is not blank, or its start. */
static uint32_t without_blanks(const struct yaml_places *places, struct span span)
{
    uint32_t end = span.start;

    for (uint32_t at = span.start; at < span.end;) {
        uint32_t len = blank_length(places, at);

        at += len ? len : 1;
        if (!len)
            end = at;
    }
    return end;
}

static bool has_line_end(const struct yaml_places *places, struct span span)
{
    for (uint32_t at = span.start; at < span.end; at++)
        if (line_end_length(places, at))
            return true;
    return false;
}

uint32_t yaml_block_scalar_end(const struct yaml_places *places, struct span span)
{
    const char *data = places->data;
    uint32_t header = span.start < span.end ? span.start + 1 : span.end;
    uint32_t end;

    while (header < span.end && strchr("+-0123456789", data[header]))
        header++;
    end = without_blanks(places, span_make(header, span.end));
    if (!has_line_end(places, span_make(header, end)))
        return header;
    while (end < span.end && !line_end_length(places, end))
        end++;
    return end;
}
