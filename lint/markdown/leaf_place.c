/* leaf_place.c - where lines, text and fences of leaf blocks stand in the file */

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/markdown/blocks.h"

uint32_t blocks_offset(const struct parse *parse, uint32_t line, uint32_t offset)
{
    const struct line *fed = &parse->lines[line];
    uint32_t at = fed->start;

    if (!parse->has_nul)
        return at + offset < fed->end ? at + offset : fed->end;
    /* cmark has put the three bytes of U+FFFD in the place of each NUL. */
    for (; offset > 0 && at < fed->end; at++)
        offset -= parse->source->data[at] || offset < 3 ? 1 : 3;
    return at;
}

uint32_t blocks_line_end(const struct parse *parse, uint32_t line)
{
    const char *data = parse->source->data;
    const struct line *fed = &parse->lines[line];
    uint32_t end = fed->end;

    while (end > fed->start && is_space_or_tab(data[end - 1]))
        end--;
    return end;
}

uint32_t blocks_text_start(const struct parse *parse, uint32_t line)
{
    const char *data = parse->source->data;
    uint32_t heard = parse->text_starts[line] & ~TEXT_FLAGS;
    uint32_t end;
    uint32_t start;

    if (heard)
        return blocks_offset(parse, line, heard - 1);
    /*
     * A setext underline below nothing but definitions is text, but was not heard
     * of. It is one run of a character that no prefix ends with.
     */
    end = blocks_line_end(parse, line);
    start = end;
    while (start > parse->lines[line].start && data[start - 1] == data[end - 1])
        start--;
    return start;
}

void blocks_add_text(struct blocks *blocks, struct leaf leaf)
{
    blocks->leaves =
        arena_make_room(blocks->parse->arena, blocks->leaves, blocks->leaf_count,
                        &blocks->leaf_capacity, sizeof(*blocks->leaves));
    leaf.node = blocks->tree.parent;
    blocks->leaves[blocks->leaf_count++] = leaf;
}

uint32_t blocks_count_lines(struct str text)
{
    uint32_t count = 0;
    const char *end = text.data + text.len;

    for (const char *at = text.data; (at = memchr(at, '\n', (size_t)(end - at))); at++)
        count++;
    return count;
}

uint32_t blocks_count_text_lines(struct str text)
{
    while (text.len &&
           (text.data[text.len - 1] == '\n' || is_space_or_tab(text.data[text.len - 1])))
        text.len--;
    return text.len ? blocks_count_lines(text) + 1 : 0;
}

struct span blocks_closing_fence(const struct blocks *blocks, uint32_t line)
{
    const char *data = blocks->parse->source->data;
    uint32_t end = blocks_line_end(blocks->parse, line);
    uint32_t start = end;

    while (start > blocks->parse->lines[line].start && data[start - 1] == data[end - 1])
        start--;
    return span_make(start, end);
}

void blocks_set_code_content(const struct blocks *blocks, struct node *code,
                             uint32_t line, struct span closing)
{
    const struct line *fed = blocks->parse->lines;
    uint32_t lines = blocks_count_lines(code->code_block.literal);
    uint32_t text_lines = blocks_count_text_lines(code->code_block.literal);
    uint32_t end = blocks_line_end(blocks->parse, line + text_lines);

    code->content = lines ? span_make(fed[line + 1].start, fed[line + lines].end)
                          : span_make(end, end);
    code->code_block.closing = closing;
    if (!span_empty(closing)) {
        code->span.end = closing.end;
        return;
    }
    code->span.end = end;
    if (code->content.end > end)
        code->content.end = end;
    if (code->content.start > code->content.end)
        code->content.start = code->content.end;
}
