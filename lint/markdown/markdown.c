/* markdown.c - runs cmark-gfm, in the arena and with an ear at its parser */

#include "lint/markdown/markdown.h"

#include <stdlib.h>
#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/memory.h"
#include "lint/markdown/blocks.h"
#include "lint/markdown/feed.h"
#include "lint/markdown/fill.h"

enum {
    GRAIN = 8,           /* sizes are rounded up to this; enough for all of cmark */
    BLOCK = 64 * 1024,   /* taken from the arena at a time */
    RECYCLED_MAX = 1024, /* larger pieces are not used again */
    RECYCLED_SIZES = RECYCLED_MAX / GRAIN + 1,
};

/* The Markdown that is being read: cmark's memory and parser hooks have no context
 * argument. */
static struct parse *current;

static void take_block(struct parse *parse, size_t size)
{
    size_t block = size > BLOCK ? size : BLOCK;

    parse->free = arena_raw(parse->arena, block);
    parse->end = parse->free + block;
}

static inline void *cut(size_t size)
{
    struct parse *parse = current;
    size_t *piece;

    if (size <= RECYCLED_MAX && parse->recycled[size / GRAIN]) {
        void **again = parse->recycled[size / GRAIN];

        parse->recycled[size / GRAIN] = *again;
        return again;
    }
    if (size + sizeof(*piece) > (size_t)(parse->end - parse->free))
        take_block(parse, size + sizeof(*piece));
    /* realloc needs the old size, so it stands in front of every piece. */
    piece = (size_t *)(void *)parse->free;
    *piece = size;
    parse->free += sizeof(*piece) + size;
    return piece + 1;
}

/* What is larger than any file can need ends like memory that has run out. */
static size_t rounded(size_t size)
{
    if (size > SIZE_MAX / 4)
        out_of_memory();
    return size ? (size + GRAIN - 1) & ~(size_t)(GRAIN - 1) : GRAIN;
}

static void memory_free(void *memory)
{
    size_t size;

    if (!memory)
        return;
    size = ((size_t *)memory)[-1];
    if (size > RECYCLED_MAX)
        return;
    *(void **)memory = current->recycled[size / GRAIN];
    current->recycled[size / GRAIN] = memory;
}

static void *memory_calloc(size_t count, size_t size)
{
    size_t total = rounded(size && count > SIZE_MAX / size ? SIZE_MAX : count * size);

    return memset(cut(total), 0, total);
}

/* The newest piece, as a growing code block's text is, grows where it lies. */
static bool grow_in_place(char *memory, size_t old, size_t size)
{
    if (memory + old != current->free ||
        size - old > (size_t)(current->end - memory) - old)
        return false;
    current->free += size - old;
    ((size_t *)(void *)memory)[-1] = size;
    return true;
}

static void *memory_realloc(void *memory, size_t size)
{
    size_t wanted = rounded(size);
    size_t old;
    void *grown;

    if (!memory)
        return cut(wanted);
    old = ((size_t *)memory)[-1];
    if (wanted <= old || grow_in_place(memory, old, wanted))
        return memory;
    grown = memcpy(cut(wanted), memory, old);
    memory_free(memory);
    return grown;
}

static void add_opening(struct parse *parse, uint32_t line, const cmark_node *owner)
{
    parse->openings = arena_make_room(parse->arena, parse->openings, parse->opening_count,
                                      &parse->opening_capacity, sizeof(*parse->openings));
    parse->openings[parse->opening_count++] = (struct opening){line, owner};
}

/*
 * Does a line of text in `owner` start a paragraph? Not when the line above is text
 * and no container starts on this one: then it goes on lazily (CommonMark 5.1).
 */
static bool starts_paragraph(const struct parse *parse, uint32_t line, cmark_node *owner)
{
    if (cmark_node_get_type(owner) == CMARK_NODE_PARAGRAPH)
        return parse_line(cmark_node_get_start_line(owner)) == line;
    if (cmark_node_get_syntax_extension(owner) == parse->table)
        return false;
    return line == 0 || !parse->text_starts[line - 1] ||
           parse->text_starts[line - 1] & TEXT_IS_ROW ||
           parse_line(cmark_node_get_start_line(owner)) == line;
}

/* The block that a paragraph gets into: cmark closes those that can contain none. The
 * document is NULL. */
static cmark_node *holder(cmark_node *node)
{
    for (;;) {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_LIST:
        case CMARK_NODE_PARAGRAPH:
        case CMARK_NODE_HEADING:
        case CMARK_NODE_THEMATIC_BREAK:
            node = cmark_node_parent(node);
            break;
        case CMARK_NODE_DOCUMENT:
            return NULL;
        default:
            return node;
        }
    }
}

/* A row has been read whole: no paragraph goes on below it. */
static void end_row(struct parse *parse, uint32_t line, cmark_node *container)
{
    if (parse->text_starts[line] &&
        cmark_node_get_syntax_extension(container) == parse->table)
        parse->text_starts[line] |= TEXT_IS_ROW;
}

/* Keeps where the text of a line starts: what stands before it (>, list indent) is known
 * to no later step. */
static void keep_text_start(struct parse *parse, uint32_t line, cmark_parser *parser,
                            cmark_node *container, const char *input)
{
    int start = cmark_parser_get_offset(parser);
    uint32_t flags = 0;

    while (is_space_or_tab(input[start]))
        start++;
    /* After a task's box there may be nothing, which cmark has not seen yet. */
    if (input[start] == '\n')
        return;
    if (starts_paragraph(parse, line, container)) {
        if (input[start] == '[' && !parse->text_starts[line])
            add_opening(parse, line, holder(container));
        flags = TEXT_STARTS_PARAGRAPH;
    }
    parse->text_starts[line] = ((uint32_t)start + 1) | flags;
    parse->text_owner = container;
}

/*
 * cmark asks its extensions about every line that starts no block of another kind.
 * This one wants the fences that cmark does not know, and hangs itself on the document
 * on the first line, which is not of the file.
 */
static cmark_node *hear_line(cmark_syntax_extension *self, int indented,
                             cmark_parser *parser, cmark_node *container,
                             unsigned char *input, int len)
{
    struct parse *parse = current;
    int number = cmark_parser_get_line_number(parser);
    uint32_t line = parse_line(number);
    cmark_node *block;

    (void)indented;
    (void)len;
    if (number == 1) {
        cmark_node_set_syntax_extension(container, self);
        parse->document = container;
    }
    if (number <= HEAD_LINES || line >= parse->line_count)
        return NULL;
    if (cmark_parser_is_blank(parser)) {
        end_row(parse, line, container);
        return NULL;
    }
    block = fence_open(parse, parser, container, (const char *)input);
    if (block)
        return block;
    block = fence_leave(parse, parser, container);
    keep_text_start(parse, line, parser, block ? block : container, (const char *)input);
    return block;
}

/* cmark asks this about every line below a node that fence_open() has made. */
static int hear_fence(cmark_syntax_extension *self, cmark_parser *parser,
                      unsigned char *input, int len, cmark_node *container)
{
    (void)self;
    (void)len;
    return fence_goes_on(current, parser, container, (const char *)input);
}

/*
 * cmark asks this about the document's node between its two phases, when all blocks are
 * there and no inlines: takes the blocks away, so that no inlines are looked for and no
 * footnote is moved or dropped. The head's paragraph stays: cmark is about to go on
 * there.
 */
static int hear_inlines(cmark_syntax_extension *self, cmark_node *root)
{
    cmark_node *head = cmark_node_first_child(root);
    cmark_node *block;

    (void)self;
    while ((block = cmark_node_next(head)))
        cmark_node_append_child(current->root, block);
    return 0;
}

static void listen(struct parse *parse)
{
    cmark_syntax_extension *listener = cmark_syntax_extension_new("listener");

    cmark_syntax_extension_set_open_block_func(listener, hear_line);
    cmark_syntax_extension_set_match_block_func(listener, hear_fence);
    cmark_syntax_extension_set_contains_inlines_func(listener, hear_inlines);
    parse->listener = listener;
}

/* The blocks of the text, in parse->root. */
static void read_blocks(struct parse *parse)
{
    static const char head[] = "x\n\n"; /* HEAD_LINES */
    bool footnotes = parse->features & MARKDOWN_FOOTNOTES;
    cmark_parser *parser = cmark_parser_new_with_mem(
        footnotes ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT, &parse->memory);

    parse->table = cmark_find_syntax_extension("table");
    parse->tasklist = cmark_find_syntax_extension("tasklist");
    parse->root = cmark_node_new_with_mem(CMARK_NODE_DOCUMENT, &parse->memory);
    /* The listener hears of text after a task's box, and of rows before they are. */
    if (parse->features & MARKDOWN_TASKS)
        cmark_parser_attach_syntax_extension(parser, parse->tasklist);
    cmark_parser_attach_syntax_extension(parser, parse->listener);
    if (parse->features & MARKDOWN_TABLES)
        cmark_parser_attach_syntax_extension(parser, parse->table);
    cmark_parser_feed(parser, head, sizeof(head) - 1);
    feed_lines(parse, parser);
    cmark_parser_finish(parser);
}

/* Extensions live outside of any document, in memory that cmark takes itself. When there
 * is none it writes to stderr and aborts: ours ends as everywhere. */
static void take_over_memory(void)
{
    *cmark_get_default_mem_allocator() = (cmark_mem){memory_zeroed, memory_grow, free};
}

struct blocks *markdown_blocks(struct arena *arena, const struct source *source,
                               uint32_t body_line, unsigned features)
{
    struct parse *parse = arena_alloc(arena, sizeof(*parse));
    struct blocks *blocks = arena_alloc(arena, sizeof(*blocks));
    struct str text;

    parse->arena = arena;
    parse->source = source;
    parse->features = features;
    parse->lines = source->lines + body_line;
    parse->line_count = source->line_count - body_line;
    parse->memory = (cmark_mem){memory_calloc, memory_realloc, memory_free};
    parse->recycled = arena_array(arena, RECYCLED_SIZES, sizeof(void *));
    parse->text_starts =
        arena_array(arena, parse->line_count + 1, sizeof(*parse->text_starts));
    text = blocks_text(parse);
    parse->has_nul = text.len && memchr(text.data, '\0', text.len);
    blocks->parse = parse;
    take_over_memory();
    cmark_gfm_core_extensions_ensure_registered();
    current = parse;
    listen(parse);
    read_blocks(parse);
    blocks_read(blocks, span_make(parse->lines[0].start, source->size));
    cmark_syntax_extension_free(cmark_get_default_mem_allocator(), parse->listener);
    current = NULL;
    return blocks;
}

void markdown_read(struct tree *tree, const struct source *source, uint32_t body_line,
                   unsigned features)
{
    blocks_fill(markdown_blocks(tree->arena, source, body_line, features), tree);
}
