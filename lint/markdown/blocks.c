/* blocks.c - line by line: which blocks go on, which end, which start */

#include "lint/markdown/blocks.h"

#include "lint/markdown/block_parser.h"
#include "lint/markdown/feature.h"
#include "lint/markdown/html_start.h"

enum match { GOES_ON, ENDS, CLOSES /* the line is its closing fence */ };

uint32_t blocks_line_end(const struct blocks *blocks, uint32_t line)
{
    const char *data = blocks->source->data;
    const struct line *here = &blocks->lines[line];
    uint32_t end = here->end;

    while (end > here->start && is_space_or_tab(data[end - 1]))
        end--;
    return end;
}

static enum match match_quote(struct open_block *quote, struct line_cursor *cursor)
{
    if (cursor_is_indented(cursor) || cursor_is_blank(cursor) ||
        cursor->data[cursor->text] != '>')
        return ENDS;
    blocks_skip_quote_mark(quote, cursor);
    return GOES_ON;
}

/* An item or a footnote; blank lines belong to it, but to an item without blocks. */
static enum match match_indented(const struct open_block *block,
                                 struct line_cursor *cursor)
{
    bool blank = cursor_is_blank(cursor);

    if (blank && block->kind == NODE_ITEM && block->child_line == NO_LINE)
        return ENDS;
    if (cursor->indent < block->columns && !blank)
        return ENDS;
    cursor_skip_columns(cursor, cursor->indent < block->columns ? cursor->indent
                                                                : block->columns);
    return GOES_ON;
}

/* Code, formulas or a directive between fences. */
static enum match match_fenced(const struct open_block *block, struct line_cursor *cursor)
{
    struct str text = {cursor->data + cursor->text, cursor->end - cursor->text};

    if (!cursor_is_indented(cursor) &&
        is_closing_fence(text, block->marker, block->length))
        return CLOSES;
    cursor_skip_columns(cursor, cursor->indent < block->columns ? cursor->indent
                                                                : block->columns);
    return GOES_ON;
}

static enum match match_indented_code(struct line_cursor *cursor)
{
    if (!cursor_is_indented(cursor) && !cursor_is_blank(cursor))
        return ENDS;
    cursor_skip_columns(cursor,
                        cursor_is_indented(cursor) ? CODE_INDENT : cursor->indent);
    return GOES_ON;
}

static enum match match_block(struct open_block *block, struct line_cursor *cursor)
{
    switch (block->kind) {
    case NODE_BLOCK_QUOTE:
        return match_quote(block, cursor);
    case NODE_ITEM:
    case NODE_FOOTNOTE_DEFINITION:
        return match_indented(block, cursor);
    case NODE_CODE_BLOCK:
        if (!block->length)
            return match_indented_code(cursor);
        return match_fenced(block, cursor);
    case NODE_DIRECTIVE:
    case NODE_MATH_BLOCK:
        return match_fenced(block, cursor);
    case NODE_HTML_BLOCK:
        return cursor_is_blank(cursor) && block->length >= HTML_BLOCK_NAMED ? ENDS
                                                                            : GOES_ON;
    case NODE_PARAGRAPH:
    case NODE_TABLE:
        return cursor_is_blank(cursor) ? ENDS : GOES_ON;
    default: /* the document, and lists, which end when something else starts */
        return GOES_ON;
    }
}

bool blocks_goes_on(struct open_block *block, struct line_cursor *cursor)
{
    return match_block(block, cursor) != ENDS;
}

static void close_fence(struct block_parser *parser)
{
    struct open_block *block;

    blocks_close_to(parser, parser->matched + 1);
    block = parser_tip(parser);
    block->closed = true;
    block->last_line = parser->line;
    blocks_close_to(parser, parser->matched);
}

/* Finds the blocks that go on on the line; false when it closes one of them. */
static bool match_blocks(struct block_parser *parser)
{
    for (parser->matched = 1; parser->matched < parser->depth; parser->matched++) {
        struct open_block *block = &parser->open[parser->matched];
        enum match match = match_block(block, &parser->cursor);

        if (match == CLOSES)
            close_fence(parser);
        if (match != GOES_ON)
            return match == ENDS;
        if (block->kind == NODE_BLOCK_QUOTE)
            block->last_line = parser->line;
    }
    return true;
}

static bool is_verbatim(enum node_kind kind)
{
    return kind == NODE_CODE_BLOCK || kind == NODE_MATH_BLOCK || kind == NODE_HTML_BLOCK;
}

/* The line, an HTML block's, may be its last. */
static void end_html(struct block_parser *parser)
{
    struct line_cursor *cursor = &parser->cursor;
    struct str text = {cursor->data + cursor->at, cursor->end - cursor->at};

    if (html_block_ends(parser_tip(parser)->length, text))
        blocks_close_to(parser, parser->depth - 1);
}

static void add_verbatim(struct block_parser *parser)
{
    blocks_add_verbatim_line(parser);
    if (parser_tip(parser)->kind == NODE_HTML_BLOCK)
        end_html(parser);
}

/* Does the line go on with the innermost paragraph? It does so lazily (CommonMark 5.1)
 * without the marks of the containers around, but not into a directive. */
static bool is_continuation(const struct block_parser *parser)
{
    const struct open_block *tip = parser_tip(parser);

    return tip->kind == NODE_PARAGRAPH && tip->directive <= parser->matched;
}

static void open_indented_code(struct block_parser *parser)
{
    cursor_skip_columns(&parser->cursor, CODE_INDENT);
    blocks_make_place(parser, NODE_CODE_BLOCK);
    blocks_open(parser, NODE_CODE_BLOCK)->start = parser->cursor.at;
    blocks_add_verbatim_line(parser);
}

static bool open_fence(struct block_parser *parser, enum node_kind kind, uint32_t length)
{
    struct open_block *block;

    if (!length)
        return false;
    blocks_make_place(parser, kind);
    block = blocks_open(parser, kind);
    block->marker = parser->cursor.data[block->start];
    block->length = length;
    block->columns = parser->cursor.indent;
    return true;
}

static bool open_html(struct block_parser *parser)
{
    enum html_block_kind kind = html_block_start(parser_text(parser));

    if (kind == HTML_BLOCK_NONE ||
        (kind == HTML_BLOCK_TAG && parser_tip(parser)->kind == NODE_PARAGRAPH))
        return false;
    blocks_make_place(parser, NODE_HTML_BLOCK);
    blocks_open(parser, NODE_HTML_BLOCK)->length = kind;
    add_verbatim(parser);
    return true;
}

static bool add_heading(struct block_parser *parser)
{
    uint32_t level = atx_level(parser_text(parser));

    if (level)
        blocks_add_atx_heading(parser, level);
    return level;
}

static bool add_break(struct block_parser *parser)
{
    if (!is_thematic_break(parser_text(parser)))
        return false;
    blocks_add_thematic_break(parser);
    return true;
}

static bool underline(struct block_parser *parser)
{
    uint32_t level;

    if (!parser_is_in(parser, NODE_PARAGRAPH))
        return false;
    level = setext_level(parser_text(parser));
    return level && blocks_underline(parser, level);
}

static bool add_directive(struct block_parser *parser)
{
    uint32_t colons = parser->blocks->features & MARKDOWN_DIRECTIVES
                          ? directive_start(parser_text(parser))
                          : 0;

    if (colons != LEAF_DIRECTIVE_COLONS)
        return false;
    blocks_add_leaf_directive(parser);
    return true;
}

/* Starts what is no container and no text; false when the line is text. */
static bool start_leaf(struct block_parser *parser)
{
    struct str text = parser_text(parser);
    unsigned features = parser->blocks->features;

    switch (text.data[0]) {
    case '#':
        return add_heading(parser);
    case '`':
    case '~':
        return open_fence(parser, NODE_CODE_BLOCK, code_fence(text));
    case '$':
        return features & MARKDOWN_MATH &&
               open_fence(parser, NODE_MATH_BLOCK, math_fence(text));
    case '<':
        return open_html(parser);
    case '=':
        return underline(parser);
    case '-':
        return underline(parser) || add_break(parser) || blocks_open_table(parser);
    case '*':
    case '_':
        return add_break(parser);
    case ':':
        return blocks_open_table(parser) || add_directive(parser);
    case '|':
        return blocks_open_table(parser);
    default:
        return false;
    }
}

static void read_leaf(struct block_parser *parser)
{
    bool indented = cursor_is_indented(&parser->cursor);

    if (!indented && start_leaf(parser))
        return;
    if (is_continuation(parser)) {
        blocks_add_text_line(parser);
    } else if (indented) {
        open_indented_code(parser);
    } else if (parser_is_in(parser, NODE_TABLE)) {
        blocks_add_row(parser);
    } else {
        blocks_make_place(parser, NODE_PARAGRAPH);
        blocks_open(parser, NODE_PARAGRAPH);
        blocks_add_text_line(parser);
    }
}

static void read_line(struct block_parser *parser)
{
    cursor_set_line(&parser->cursor, &parser->blocks->lines[parser->line]);
    if (!match_blocks(parser))
        return;
    if (is_verbatim(parser->open[parser->matched - 1].kind)) {
        add_verbatim(parser);
        return;
    }
    while (!cursor_is_blank(&parser->cursor) && blocks_open_container(parser))
        ;
    if (cursor_is_blank(&parser->cursor))
        blocks_close_to(parser, parser->matched);
    else
        read_leaf(parser);
}

/* The empty line after a final line end is a line of the file, but not of Markdown. */
static uint32_t count_lines(const struct source *source, uint32_t body_line)
{
    uint32_t end = source->line_count;

    if (end > body_line && source->lines[end - 1].start == source->size)
        end--;
    return end - body_line;
}

struct blocks *blocks_new(struct arena *arena, struct arena *kept,
                          const struct source *source, uint32_t body_line,
                          unsigned features)
{
    struct blocks *blocks = arena_alloc(arena, sizeof(*blocks));

    blocks->arena = arena;
    blocks->kept = kept;
    blocks->source = source;
    blocks->features = features;
    blocks->lines = source->lines + body_line;
    blocks->line_count = count_lines(source, body_line);
    blocks->text_starts =
        arena_raw(arena, blocks->line_count * sizeof(*blocks->text_starts));
    /* A line of a list begins two. What is not used of the room is never touched. */
    tree_init(&blocks->tree, arena, span_make(blocks->lines[0].start, source->size),
              2 * blocks->line_count + 64);
    blocks->leaf_capacity = blocks->line_count / 2 + 32; /* of a usual article */
    blocks->leaves = arena_raw(arena, blocks->leaf_capacity * sizeof(*blocks->leaves));
    return blocks;
}

void blocks_read_lines(struct block_parser *parser, uint32_t line, uint32_t end)
{
    if (end > parser->blocks->line_count)
        end = parser->blocks->line_count;
    for (parser->line = line; parser->line < end; parser->line++)
        read_line(parser);
}

struct blocks *blocks_read(struct arena *arena, struct arena *kept,
                           const struct source *source, uint32_t body_line,
                           unsigned features)
{
    struct blocks *blocks = blocks_new(arena, kept, source, body_line, features);
    struct block_parser parser = {.blocks = blocks, .cursor.data = source->data};

    blocks_open(&parser, NODE_DOCUMENT);
    blocks_read_lines(&parser, 0, blocks->line_count);
    blocks_close_to(&parser, 1);
    return blocks;
}
