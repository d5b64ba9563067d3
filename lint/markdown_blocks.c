/* markdown_blocks.c - cmark's blocks become nodes with exact spans */

#include "lint/markdown_blocks.h"

#include <string.h>

#include "lint/html.h"
#include "lint/link_syntax.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

uint32_t blocks_line_end(const struct blocks *blocks, uint32_t line)
{
    const char *data = blocks->parse->source->data;
    const struct fed_line *fed = &blocks->parse->lines[line];
    uint32_t end = fed->end;

    while (end > fed->start && is_blank(data[end - 1]))
        end--;
    return end;
}

uint32_t blocks_text_start(const struct blocks *blocks, uint32_t line)
{
    const char *data = blocks->parse->source->data;
    uint32_t start = blocks->parse->text_starts[line] & ~TEXT_FLAGS;
    uint32_t end;

    if (start)
        return start - 1;
    /*
     * A setext underline below nothing but definitions is text, but was not heard
     * of. It is one run of a character that no prefix ends with.
     */
    end = blocks_line_end(blocks, line);
    start = end;
    while (start > blocks->parse->lines[line].start && data[start - 1] == data[end - 1])
        start--;
    return start - blocks->parse->lines[line].start;
}

/* The length of what the file has in one byte and content in another form, else 0. */
static uint32_t odd_length(const char *data, uint32_t at, uint32_t end, bool in_table)
{
    if (!data[at])
        return 1;
    return in_table && data[at] == '\\' && at + 1 < end && data[at + 1] == '|' ? 2 : 0;
}

void blocks_add_pieces(struct blocks *blocks, uint32_t at, uint32_t line,
                       struct span piece, bool in_table)
{
    const char *data = blocks->parse->source->data;
    const struct fed_line *fed = &blocks->parse->lines[line];
    uint32_t sentinel =
        fed->sentinel == NO_SENTINEL ? NO_SENTINEL : fed->start + fed->sentinel;
    uint32_t from = piece.start;

    for (uint32_t i = from; i < piece.end; i++) {
        uint32_t odd = odd_length(data, i, piece.end, in_table);

        if (!odd && i != sentinel)
            continue;
        if (i > from)
            content_add(&blocks->content, at, from, i);
        at += i - from;
        from = i;
        if (i == sentinel)
            content_add_odd(&blocks->content, at++, span_make(i, i));
        if (!odd)
            continue;
        /* \| is a pipe; a NUL is U+FFFD, which has three bytes. */
        from = i + odd;
        content_add_odd(&blocks->content, at, span_make(i, from));
        at += odd == 2 ? 1 : 3;
        i = from - 1;
    }
    content_add(&blocks->content, at, from, piece.end);
}

void blocks_add_line(struct blocks *blocks, uint32_t at, uint32_t line, uint32_t start)
{
    const struct fed_line *fed = &blocks->parse->lines[line];
    uint32_t from = parse_offset(blocks->parse, line, start);
    uint32_t begin = at;

    /*
     * The first line of a paragraph has no indent, nor has a later one, but for lazy
     * ones: those keep it, tabs turned into spaces.
     */
    while (is_blank(blocks->content.text.data[at]))
        at++;
    if (at > begin)
        content_add_odd(&blocks->content, begin, span_make(from, from));
    if (blocks->parse->has_nul || blocks->above_table || fed->sentinel != NO_SENTINEL)
        blocks_add_pieces(blocks, at, line, span_make(from, fed->end),
                          blocks->above_table);
    else
        content_add(&blocks->content, at, from, fed->end);
}

/* Where the line's text starts in the file. */
static uint32_t text_offset(const struct blocks *blocks, uint32_t line)
{
    return parse_offset(blocks->parse, line, blocks_text_start(blocks, line));
}

/* The lines of a paragraph that may hold definitions, as content of its own. */
static void gather(struct blocks *blocks, uint32_t line, uint32_t end)
{
    const struct parse *parse = blocks->parse;
    uint32_t size = 0;
    uint32_t at = 0;
    char *text;

    for (uint32_t i = line; i < end; i++)
        size += parse->lines[i].end - text_offset(blocks, i) + 1;
    text = arena_raw(parse->arena, size + 1);
    content_start(&blocks->content, (struct str){text, size});
    for (uint32_t i = line; i < end; i++) {
        uint32_t from = text_offset(blocks, i);
        uint32_t len = parse->lines[i].end - from;

        content_add(&blocks->content, at, from, parse->lines[i].end);
        memcpy(text + at, parse->source->data + from, len);
        at += len;
        text[at++] = '\n';
    }
    text[at] = '\0';
}

static void add_definition(struct blocks *blocks, uint32_t at,
                           const struct definition *definition)
{
    struct content *content = &blocks->content;
    struct node *node = tree_add(blocks->tree, NODE_DEFINITION,
                                 content_span(content, at, definition->end));

    node->link.label =
        content_span(content, definition->label.start, definition->label.end);
    node->link.destination =
        content_span(content, definition->destination.start, definition->destination.end);
    node->link.title =
        content_span(content, definition->title.start, definition->title.end);
    if (tree_top(blocks->tree)->span.end < node->span.end)
        tree_top(blocks->tree)->span.end = node->span.end;
}

/* Most text that starts with [ is a link: a label on its line, but no colon. */
static bool may_define(const struct blocks *blocks, uint32_t line)
{
    uint32_t from = text_offset(blocks, line);
    struct str text = {blocks->parse->source->data + from,
                       blocks->parse->lines[line].end - from};
    struct span label;
    uint32_t end = link_label(text, 0, &label);

    return end ? end < text.len && text.data[end] == ':'
               : !memchr(text.data + 1, ']', text.len - 1);
}

/* The line behind the paragraph that starts on this one. */
static uint32_t paragraph_end(const struct blocks *blocks, uint32_t line)
{
    const struct parse *parse = blocks->parse;
    uint32_t end = line + 1;

    while (end < parse->line_count && parse->text_starts[end] &&
           !(parse->text_starts[end] & TEXT_STARTS_PARAGRAPH))
        end++;
    return end;
}

static bool is_indented(const struct blocks *blocks, uint32_t line)
{
    return blocks->parse->text_starts[line] & TEXT_IS_INDENTED;
}

/*
 * Adds the definitions at the start of the paragraph on this line; returns the line
 * behind them.
 */
static uint32_t add_definitions(struct blocks *blocks, uint32_t line)
{
    struct definition definition;
    struct str text;
    uint32_t at = 0;

    if (!may_define(blocks, line))
        return line;
    gather(blocks, line, paragraph_end(blocks, line));
    text = blocks->content.text;
    while (at < text.len && text.data[at] == '[' && !is_indented(blocks, line) &&
           definition_read(text, at, &definition)) {
        add_definition(blocks, at, &definition);
        for (; at < definition.next; at++)
            line += text.data[at] == '\n';
    }
    return line;
}

void blocks_add_forgotten(struct blocks *blocks, const void *owner, uint32_t before)
{
    const struct parse *parse = blocks->parse;

    while (blocks->next_opening < parse->opening_count &&
           parse->openings[blocks->next_opening].line < before &&
           parse->openings[blocks->next_opening].owner == owner)
        add_definitions(blocks, parse->openings[blocks->next_opening++].line);
}

void blocks_drop_openings(struct blocks *blocks, uint32_t before)
{
    const struct parse *parse = blocks->parse;

    while (blocks->next_opening < parse->opening_count &&
           parse->openings[blocks->next_opening].line < before)
        blocks->next_opening++;
}

/* The first line of the text of a paragraph, behind its definitions. */
static uint32_t skip_definitions(struct blocks *blocks, uint32_t line)
{
    const struct parse *parse = blocks->parse;

    if (blocks->next_opening >= parse->opening_count ||
        parse->openings[blocks->next_opening].line != line)
        return line;
    blocks->next_opening++;
    return add_definitions(blocks, line);
}

static uint32_t set_content(struct blocks *blocks, cmark_node *node, uint32_t line,
                            uint32_t start)
{
    struct str text = str_from(cmark_node_get_string_content(node));
    uint32_t at = 0;

    while (text.len &&
           (text.data[text.len - 1] == '\n' || is_blank(text.data[text.len - 1])))
        text.len--;
    content_start(&blocks->content, text);
    for (;;) {
        const char *end = memchr(text.data + at, '\n', text.len - at);

        blocks_add_line(blocks, at, line, start);
        line++;
        if (!end)
            break;
        at = (uint32_t)(end - text.data) + 1;
        start = blocks_text_start(blocks, line);
    }
    return line;
}

static void add_inlines(struct blocks *blocks, cmark_node *node)
{
    if (cmark_node_first_child(node))
        markdown_inlines(blocks->markdown, node, &blocks->content);
}

/* Where text starts on its first line: cmark's column knows where a task's box ends. */
static uint32_t first_start(const struct blocks *blocks, cmark_node *node, uint32_t first,
                            uint32_t line)
{
    return line == first ? (uint32_t)cmark_node_get_start_column(node) - 1
                         : blocks_text_start(blocks, line);
}

/* Adds the paragraph whose content is set and ends before that line. */
static void finish_paragraph(struct blocks *blocks, cmark_node *node, uint32_t end)
{
    blocks_drop_openings(blocks, end);
    tree_open(blocks->tree, NODE_PARAGRAPH,
              content_span(&blocks->content, 0, (uint32_t)blocks->content.text.len));
    add_inlines(blocks, node);
    tree_close(blocks->tree);
}

/*
 * When a table comes out of a paragraph, cmark looks for definitions in what stands
 * above no more; it has only if a setext underline came before, which then is what
 * the text starts with.
 */
uint32_t blocks_skip_early_definitions(struct blocks *blocks, uint32_t line,
                                       const char *text)
{
    const char *start = blocks->parse->source->data + text_offset(blocks, line);

    if (*start != '[' || *text == '[')
        return line;
    return skip_definitions(blocks, line);
}

/* A paragraph above a table has no place of its own. */
static void add_paragraph_above(struct blocks *blocks, cmark_node *node)
{
    cmark_node *table = cmark_node_next(node);
    uint32_t first = parse_line(blocks->parse, cmark_node_get_start_line(table));
    uint32_t line =
        blocks_skip_early_definitions(blocks, first, cmark_node_get_string_content(node));

    blocks->above_table = true;
    blocks->table_line =
        set_content(blocks, node, line, first_start(blocks, table, first, line));
    blocks->above_table = false;
    finish_paragraph(blocks, node, blocks->table_line);
}

static void add_paragraph(struct blocks *blocks, cmark_node *node)
{
    uint32_t first = parse_line(blocks->parse, cmark_node_get_start_line(node));
    uint32_t line = skip_definitions(blocks, first);

    finish_paragraph(
        blocks, node,
        set_content(blocks, node, line, first_start(blocks, node, first, line)));
}

static void add_setext_heading(struct blocks *blocks, cmark_node *node, uint32_t first)
{
    const char *data = blocks->parse->source->data;
    uint32_t line = skip_definitions(blocks, first);
    uint32_t under = set_content(blocks, node, line, blocks_text_start(blocks, line));
    struct span content =
        content_span(&blocks->content, 0, (uint32_t)blocks->content.text.len);
    uint32_t end = blocks_line_end(blocks, under);
    uint32_t start = end;
    struct node *heading;

    blocks_drop_openings(blocks, under);
    while (start > blocks->parse->lines[under].start && data[start - 1] == data[end - 1])
        start--;
    tree_open(blocks->tree, NODE_HEADING, span_make(content.start, end));
    heading = tree_top(blocks->tree);
    heading->content = content;
    heading->heading.closing = span_make(start, end);
    heading->level = (uint8_t)cmark_node_get_heading_level(node);
    heading->form = HEADING_SETEXT;
    add_inlines(blocks, node);
    tree_close(blocks->tree);
}

/* The closing run of an ATX heading whose text is from start to end, else empty. */
static struct span closing_run(const char *data, uint32_t start, uint32_t end)
{
    uint32_t run = end;

    while (run > start && data[run - 1] == '#')
        run--;
    if (run == end || (run > start && !is_blank(data[run - 1])))
        return span_make(end, end);
    return span_make(run, end);
}

static void add_atx_heading(struct blocks *blocks, cmark_node *node, uint32_t line)
{
    const struct parse *parse = blocks->parse;
    const char *data = parse->source->data;
    uint32_t column = (uint32_t)cmark_node_get_start_column(node) - 1;
    uint32_t start = parse_offset(parse, line, column);
    uint32_t end = blocks_line_end(blocks, line);
    uint32_t level = (uint32_t)cmark_node_get_heading_level(node);
    struct span content = span_make(start + level, end);
    struct node *heading;

    while (content.start < end && is_blank(data[content.start]))
        content.start++;
    tree_open(blocks->tree, NODE_HEADING, span_make(start, end));
    heading = tree_top(blocks->tree);
    heading->heading.closing = closing_run(data, content.start, end);
    heading->level = (uint8_t)level;
    heading->form = HEADING_ATX;
    if (!span_empty(heading->heading.closing)) {
        heading->form = HEADING_ATX_CLOSED;
        content.end = heading->heading.closing.start;
        while (content.end > content.start && is_blank(data[content.end - 1]))
            content.end--;
    }
    heading->content = content;
    if (cmark_node_first_child(node))
        set_content(blocks, node, line, column + (content.start - start));
    add_inlines(blocks, node);
    tree_close(blocks->tree);
}

static void add_heading(struct blocks *blocks, cmark_node *node)
{
    uint32_t line = parse_line(blocks->parse, cmark_node_get_start_line(node));

    /* Text was heard of on its first line: then it was a paragraph once. */
    if (blocks->parse->text_starts[line])
        add_setext_heading(blocks, node, line);
    else
        add_atx_heading(blocks, node, line);
}

static void add_thematic_break(struct blocks *blocks, uint32_t line, uint32_t start)
{
    struct node *node = tree_add(blocks->tree, NODE_THEMATIC_BREAK,
                                 span_make(start, blocks_line_end(blocks, line)));

    node->marker = blocks->parse->source->data[start];
    node->level = 0;
}

/* Lines of a literal; each ends in LF. */
static uint32_t count_lines(struct str text)
{
    uint32_t count = 0;
    const char *end = text.data + text.len;

    for (const char *at = text.data; (at = memchr(at, '\n', (size_t)(end - at))); at++)
        count++;
    return count;
}

static uint32_t count_text_lines(struct str text)
{
    while (text.len &&
           (text.data[text.len - 1] == '\n' || is_blank(text.data[text.len - 1])))
        text.len--;
    return text.len ? count_lines(text) + 1 : 0;
}

static struct str literal_of(struct blocks *blocks, cmark_node *node)
{
    struct str literal = str_from(cmark_node_get_literal(node));

    return blocks->flat ? markdown_keep(blocks->markdown, literal) : literal;
}

static void add_indented_code(struct blocks *blocks, cmark_node *node, uint32_t line,
                              uint32_t start)
{
    struct str literal = literal_of(blocks, node);
    uint32_t last = line + count_lines(literal) - 1;
    struct node *code = tree_add(blocks->tree, NODE_CODE_BLOCK,
                                 span_make(start, blocks_line_end(blocks, last)));

    code->code_block.literal = literal;
}

/* The info string of a fence that is on this line. */
static struct span fence_info(const struct blocks *blocks, uint32_t line,
                              uint32_t fence_end)
{
    const char *data = blocks->parse->source->data;
    uint32_t end = blocks_line_end(blocks, line);

    while (fence_end < end && is_blank(data[fence_end]))
        fence_end++;
    return span_make(fence_end, end);
}

/*
 * Was the block closed by a fence on this line? cmark says that a block ends one
 * line too late when its container ends; the container itself tells the truth.
 */
static bool fence_is_closed(const struct blocks *blocks, cmark_node *node, uint32_t line)
{
    cmark_node *parent = cmark_node_parent(node);
    int number = (int)(line + 1 + blocks->parse->head);

    if (cmark_node_get_end_line(node) < number)
        return false;
    return cmark_node_get_type(parent) == CMARK_NODE_CUSTOM_BLOCK
               ? ((struct footnote_place *)cmark_node_get_user_data(parent))->end >=
                     number
               : cmark_node_get_end_line(parent) >= number;
}

static void add_fenced_code(struct blocks *blocks, cmark_node *node, uint32_t line,
                            uint32_t start)
{
    const char *data = blocks->parse->source->data;
    struct str literal = literal_of(blocks, node);
    uint32_t lines = count_lines(literal);
    uint32_t fence_end = start;
    uint32_t end;
    struct node *code;

    while (data[fence_end] == data[start])
        fence_end++;
    code = tree_add(blocks->tree, NODE_CODE_BLOCK, span_make(start, fence_end));
    code->flags |= NODE_FENCED;
    code->marker = data[start];
    code->level = fence_end - start > 255 ? 255 : (uint8_t)(fence_end - start);
    code->code_block.literal = literal;
    code->code_block.info = fence_info(blocks, line, fence_end);
    end = blocks_line_end(blocks, line + count_text_lines(literal));
    code->content = lines ? span_make(blocks->parse->lines[line + 1].start,
                                      blocks->parse->lines[line + lines].end)
                          : span_make(end, end);
    if (fence_is_closed(blocks, node, line + lines + 1)) {
        uint32_t fence = end = blocks_line_end(blocks, line + lines + 1);

        while (fence > blocks->parse->lines[line + lines + 1].start &&
               data[fence - 1] == code->marker)
            fence--;
        code->code_block.closing = span_make(fence, end);
    }
    code->span.end = end;
    /* Blank lines at the end of a block that is not closed are left out. */
    if (code->content.end > end)
        code->content.end = end;
    if (code->content.start > code->content.end)
        code->content.start = code->content.end;
}

static void add_html(struct blocks *blocks, cmark_node *node, uint32_t line,
                     uint32_t start)
{
    struct str literal = literal_of(blocks, node);
    uint32_t lines = count_lines(literal);
    uint32_t end = blocks_line_end(blocks, line + count_text_lines(literal) - 1);

    tree_open(blocks->tree, NODE_HTML_BLOCK, span_make(start, end));
    tree_top(blocks->tree)->literal = literal;
    if (!blocks->flat && !html_is_comment_block(str_trim(literal)))
        markdown_html(blocks->markdown, blocks->parse, line, lines);
    tree_close(blocks->tree);
}

static void add_plain_leaf(struct blocks *blocks, cmark_node *node)
{
    uint32_t line = parse_line(blocks->parse, cmark_node_get_start_line(node));
    uint32_t start = parse_offset(blocks->parse, line,
                                  (uint32_t)cmark_node_get_start_column(node) - 1);
    int ignored;
    char fence;

    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_THEMATIC_BREAK:
        add_thematic_break(blocks, line, start);
        break;
    case CMARK_NODE_HTML_BLOCK:
        add_html(blocks, node, line, start);
        break;
    default:
        if (cmark_node_get_fenced(node, &ignored, &ignored, &fence))
            add_fenced_code(blocks, node, line, start);
        else
            add_indented_code(blocks, node, line, start);
    }
    if (tree_top(blocks->tree)->span.end <
        blocks->tree->nodes[blocks->tree->count - 1].span.end)
        tree_top(blocks->tree)->span.end =
            blocks->tree->nodes[blocks->tree->count - 1].span.end;
}

void blocks_add_leaf(struct blocks *blocks, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);

    if (type == CMARK_NODE_PARAGRAPH && cmark_node_get_start_line(node))
        add_paragraph(blocks, node);
    else if (type == CMARK_NODE_PARAGRAPH)
        add_paragraph_above(blocks, node);
    else if (type == CMARK_NODE_HEADING)
        add_heading(blocks, node);
    else if (cmark_node_get_syntax_extension(node) == blocks->markdown->table)
        blocks_add_table(blocks, node);
    else
        add_plain_leaf(blocks, node);
}
