/* miss_search.c - lines of what was meant as front matter */

#include "lint/document/miss_search.h"

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"
#include "lint/base/white_space.h"
#include "lint/document/fence.h"

struct str miss_line(const struct search *search, uint32_t line)
{
    return source_text(search->source, source_line_span(search->source, line));
}

struct str miss_trimmed(const struct search *search, uint32_t line)
{
    struct str text = fence_line_text(miss_line(search, line));

    text.len -= white_space_at_end(text);
    return text;
}

struct span miss_trimmed_span(const struct search *search, uint32_t line)
{
    struct str text = miss_trimmed(search, line);
    uint32_t start = (uint32_t)(text.data - search->source->data);

    return span_make(start, start + (uint32_t)text.len);
}

bool miss_has_line(const struct search *search, uint32_t line)
{
    return line < search->source->line_count;
}

/* Hyphens, dashes and minus signs, and what is typed for them. */
static bool is_dash(uint32_t c)
{
    return is_one_of((int)(c < 0x80 ? c : 0), "-_=~*\\ ") ||
           (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 ||
           c == 0xFF0D;
}

bool miss_is_run(struct str text, bool plus)
{
    if (!text.len)
        return false;
    while (text.len) {
        size_t len;
        uint32_t c = utf8_decode(text, &len);

        if (plus ? c != '+' : !is_dash(c))
            return false;
        text = (struct str){text.data + len, text.len - len};
    }
    return true;
}

bool miss_is_dash_fence(struct str text)
{
    return miss_is_run(text, false) || str_is(text, "...");
}

/* Data, or what may stand between lines of data: comments, items, continued values. */
static bool is_inside(const struct search *search, enum front_matter_syntax syntax,
                      uint32_t line)
{
    struct str whole = miss_line(search, line);
    struct str text = miss_trimmed(search, line);

    if (!text.len || miss_is_dash_fence(text))
        return false;
    return fence_looks_like_data(syntax, text) || is_space_or_tab(*whole.data) ||
           *text.data == '#' || str_starts(text, STR("- ")) ||
           (syntax == FRONT_MATTER_JSON && is_one_of(*text.data, "{}[],\""));
}

uint32_t miss_data_end(const struct search *search, enum front_matter_syntax syntax,
                       uint32_t line)
{
    while (miss_has_line(search, line) && is_inside(search, syntax, line))
        line++;
    return line;
}

uint32_t miss_loose_end(const struct search *search, enum front_matter_syntax syntax,
                        uint32_t line)
{
    while (miss_has_line(search, line) &&
           (is_inside(search, syntax, line) || !miss_trimmed(search, line).len))
        line++;
    return line;
}

bool miss_starts_with_data(const struct search *search, enum front_matter_syntax syntax,
                           uint32_t line)
{
    if (!miss_has_line(search, line))
        return false;
    if (syntax == FRONT_MATTER_JSON && str_starts(miss_trimmed(search, line), STR("{")))
        return true;
    return fence_looks_like_data(syntax, miss_line(search, line));
}

uint32_t miss_count_fields(const struct search *search, enum front_matter_syntax syntax,
                           struct block block)
{
    uint32_t count = 0;

    for (uint32_t line = block.open; line < block.close; line++)
        count += fence_looks_like_data(syntax, miss_line(search, line));
    if (str_starts(miss_trimmed(search, block.open), STR("title:")))
        count++;
    return count;
}

struct mistake *miss_report(struct search *search, uint32_t line, const char *message)
{
    struct mistake *miss = arena_alloc(search->arena, sizeof(*miss));

    miss->span = miss_trimmed_span(search, line);
    miss->message = str_from(message);
    search->miss = miss;
    return miss;
}
