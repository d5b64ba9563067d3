/* miss_place.c - front matter that is not at the start of the file */

#include "lint/base/utf8.h"
#include "lint/document/fence.h"
#include "lint/document/miss_search.h"

/* Below this many lines a block is not looked for: it would be no slip any more. */
enum { MAX_LINES_ABOVE = 200 };

/* Takes up no room, or looks like a space: a writer does not see it. */
static bool is_unseen(uint32_t c)
{
    return code_point_is_space(c) || c == 0xAD || (c >= 0x200B && c <= 0x200D) ||
           c == 0x2060;
}

/* A line from its first character on that is seen. */
static struct str seen(const struct search *search, uint32_t line)
{
    struct str text = miss_trimmed(search, line);
    size_t len;

    while (text.len && is_unseen(utf8_decode(text, &len)))
        text = (struct str){text.data + len, text.len - len};
    return text;
}

/* The line after a comment that opens on `line`; the line itself when none does. */
static uint32_t skip_comment(const struct search *search, uint32_t line)
{
    uint32_t last = line;

    if (!str_starts(miss_trimmed(search, line), STR("<!--")))
        return line;
    while (miss_has_line(search, last) &&
           !str_ends(miss_trimmed(search, last), STR("-->")))
        last++;
    return miss_has_line(search, last) ? last + 1 : line;
}

void miss_find_top(struct search *search)
{
    uint32_t line = 0;

    while (miss_has_line(search, line)) {
        bool blank = !seen(search, line).len;
        uint32_t next = blank ? line + 1 : skip_comment(search, line);

        if (next == line)
            break;
        search->after_comment |= !blank;
        line = next;
    }
    search->top = line;
}

/* What is to be done with what stands above a late block, or before it on its line. */
static const char *late_remedy(const struct search *search, struct str fence)
{
    if (search->after_comment)
        return "move the comment below it";
    if (search->top > 0)
        return "remove the blank line above it";
    if (fence.len < miss_trimmed(search, 0).len)
        return "remove the invisible character before it";
    return "remove the space before it";
}

bool miss_find_late(struct search *search)
{
    struct str text = seen(search, search->top);
    const struct fence *fence = fence_find(text);
    uint32_t close = search->top + 1;

    if (!fence || !miss_starts_with_data(search, fence->syntax, close))
        return false;
    while (miss_has_line(search, close) &&
           !str_equal(miss_trimmed(search, close), fence->close))
        close++;
    if (!miss_has_line(search, close))
        return false;
    search->block = (struct block){search->top, close};
    miss_report(search, search->top, "");
    search->miss->message =
        arena_format(search->arena, "the file must begin with `%s`; %s", fence->open.data,
                     late_remedy(search, text));
    search->miss->span.start = (uint32_t)(text.data - search->source->data);
    if (!search->after_comment)
        mistake_add_edit(search->miss, search->arena,
                         span_make(search->source->text, search->miss->span.start),
                         STR(""));
    return true;
}

/* Does the line open or close fenced code? */
static bool is_code_fence(struct str text)
{
    return str_starts(text, STR("```")) || str_starts(text, STR("~~~"));
}

/* The block that opens on the line; one field alone may be text. */
static bool opens_block(const struct search *search, uint32_t line, struct block *block)
{
    const struct fence *fence = fence_find(miss_line(search, line));

    if (!fence || fence->syntax == FRONT_MATTER_JSON ||
        !miss_starts_with_data(search, fence->syntax, line + 1))
        return false;
    *block = (struct block){line + 1, miss_loose_end(search, fence->syntax, line + 1)};
    if (!miss_has_line(search, block->close) ||
        !fence_is_mark(miss_line(search, block->close), fence->close) ||
        miss_count_fields(search, fence->syntax, *block) < 2)
        return false;
    block->open = line;
    return true;
}

/* Does any of the lines begin as one that opens a block? In most files none does. */
static bool may_open_block(const struct source *source, struct span lines)
{
    for (uint32_t line = lines.start; line < lines.end; line++) {
        const char *start = source->data + source->lines[line].start;

        if ((*start == '-' || *start == '+') && start[1] == *start && start[2] == *start)
            return true;
    }
    return false;
}

bool miss_find_below_text(struct search *search)
{
    uint32_t left = search->source->line_count - search->top;
    uint32_t end = search->top + (left < MAX_LINES_ABOVE ? left : MAX_LINES_ABOVE);
    bool code = false;

    if (!may_open_block(search->source, span_make(search->top, end)))
        return false;
    for (uint32_t line = search->top; line < end; line++) {
        code ^= is_code_fence(fence_line_text(miss_line(search, line)));
        if (code || !opens_block(search, line, &search->block))
            continue;
        miss_report(search, line,
                    "the file must begin with the front matter; the text above belongs "
                    "below it");
        search->below_text = true;
        return true;
    }
    return false;
}

/* The syntax of the data on a line; NONE when there is none. */
static enum front_matter_syntax syntax_at(const struct search *search, uint32_t line)
{
    for (int i = FRONT_MATTER_YAML; i <= FRONT_MATTER_JSON; i++)
        if (miss_starts_with_data(search, (enum front_matter_syntax)i, line))
            return (enum front_matter_syntax)i;
    return FRONT_MATTER_NONE;
}

/* Fields that hardly anyone writes as text. */
static bool is_sure(const struct search *search, enum front_matter_syntax syntax,
                    struct block block)
{
    struct str text = miss_trimmed(search, block.open);

    return (str_starts(text, STR("title:")) || str_starts(text, STR("layout:"))) &&
           miss_count_fields(search, syntax, block) > 2;
}

bool miss_find_bare(struct search *search)
{
    bool code = is_code_fence(miss_trimmed(search, search->top));
    uint32_t first = search->top + code;
    enum front_matter_syntax syntax;
    struct block block;

    if (code && miss_has_line(search, first) && fence_find(miss_line(search, first)))
        first++;
    syntax = syntax_at(search, first);
    if (syntax == FRONT_MATTER_NONE)
        return false;
    block = (struct block){first, miss_data_end(search, syntax, first)};
    if (miss_count_fields(search, syntax, block) < 2 && !code)
        return false;
    search->doubtful = code || !is_sure(search, syntax, block);
    search->block = (struct block){first, block.close - 1};
    miss_report(search, search->top,
                code ? "front matter must not stand in a code block; begin and end it "
                       "with `---` alone"
                     : "front matter begins and ends with a line `---`; type one above "
                       "and one below it");
    return true;
}
