/* markdown.c - runs cmark-gfm, in the arena and with an ear at its parser */

#include "lint/markdown/markdown.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/memory.h"
#include "lint/markdown/cmark.h"
#include "lint/markdown/fence_blocks.h"
#include "lint/markdown/raw_inline.h"

enum {
    GRAIN = 8,           /* sizes are rounded up to this; enough for all of cmark */
    BLOCK = 64 * 1024,   /* taken from the arena at a time */
    RECYCLED_MAX = 1024, /* larger pieces are not used again */
    RECYCLED_SIZES = RECYCLED_MAX / GRAIN + 1,
};

/* The Markdown that is being read: cmark's memory and parser hooks have no context
 * argument. */
static struct markdown *current;

static void take_block(struct markdown *markdown, size_t size)
{
    size_t block = size > BLOCK ? size : BLOCK;

    markdown->free = arena_raw(markdown->arena, block);
    markdown->end = markdown->free + block;
}

static inline void *cut(size_t size)
{
    struct markdown *markdown = current;
    size_t *piece;

    if (size <= RECYCLED_MAX && markdown->recycled[size / GRAIN]) {
        void **again = markdown->recycled[size / GRAIN];

        markdown->recycled[size / GRAIN] = *again;
        return again;
    }
    if (size + sizeof(*piece) > (size_t)(markdown->end - markdown->free))
        take_block(markdown, size + sizeof(*piece));
    /* realloc needs the old size, so it stands in front of every piece. */
    piece = (size_t *)(void *)markdown->free;
    *piece = size;
    markdown->free += sizeof(*piece) + size;
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
    if (cmark_node_get_type(owner) == CMARK_NODE_PARAGRAPH ||
        cmark_node_get_syntax_extension(owner) == current->table)
        return false;
    return line == 0 || !parse->text_starts[line - 1] ||
           parse->text_starts[line - 1] & TEXT_IS_ROW ||
           parse_line(parse, cmark_node_get_start_line(owner)) == line;
}

/* The block that a paragraph gets into: cmark closes those that can hold none. */
static cmark_node *holder(cmark_node *node)
{
    for (;;) {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_LIST:
        case CMARK_NODE_HEADING:
        case CMARK_NODE_THEMATIC_BREAK:
            node = cmark_node_parent(node);
            break;
        default:
            return node;
        }
    }
}

/*
 * cmark asks its extensions about every line that starts no block of another kind.
 * This one wants the fences that cmark does not know. Of other lines it keeps where
 * the text starts: what stands before it (>, list indent) is known to nobody later.
 */
static cmark_node *hear_line(cmark_syntax_extension *self, int indented,
                             cmark_parser *parser, cmark_node *container,
                             unsigned char *input, int len)
{
    struct parse *parse = current->parse;
    int number = cmark_parser_get_line_number(parser);
    int start;
    uint32_t line;
    uint32_t flags = 0;
    cmark_node *fence;

    (void)indented;
    (void)len;
    if (parse->keeps_footnotes && number == 1)
        cmark_node_set_syntax_extension(container, current->listener);
    line = parse_line(parse, number);
    if ((uint32_t)number <= parse->head || line >= parse->line_count)
        return NULL;
    if (cmark_parser_is_blank(parser)) {
        /* A row has been read whole: no paragraph goes on below it. */
        if (parse->text_starts[line] &&
            cmark_node_get_syntax_extension(container) == current->table)
            parse->text_starts[line] |= TEXT_IS_ROW;
        return NULL;
    }
    fence = fence_open(parse, self, parser, container, (const char *)input);
    if (fence)
        return fence;
    start = cmark_parser_get_offset(parser);
    while (is_space_or_tab(input[start]))
        start++;
    /* Behind a task's box there may be nothing, which cmark has not seen yet. */
    if (input[start] == '\n')
        return NULL;
    if (starts_paragraph(parse, line, container)) {
        if (input[start] == '[' && !parse->text_starts[line])
            add_opening(parse, line, holder(container));
        flags = TEXT_STARTS_PARAGRAPH;
    } else if (start > cmark_parser_get_offset(parser) &&
               cmark_node_get_type(container) != CMARK_NODE_PARAGRAPH) {
        flags = TEXT_IS_INDENTED;
    }
    parse->text_starts[line] = ((uint32_t)start + 1) | flags;
    return NULL;
}

/* cmark asks this about every line below a node that fence_open() has made. */
static int hear_fence(cmark_syntax_extension *self, cmark_parser *parser,
                      unsigned char *input, int len, cmark_node *container)
{
    (void)self;
    (void)len;
    return fence_goes_on(current->parse, parser, container, (const char *)input);
}

/* cmark asks this about the bytes that raw_listen() named. */
static cmark_node *hear_inline(cmark_syntax_extension *self, cmark_parser *parser,
                               cmark_node *parent, unsigned char character,
                               cmark_inline_parser *inlines)
{
    (void)self;
    (void)parser;
    (void)character;
    return raw_match(current, parent, inlines);
}

/* All footnote definitions of the tree below root, in order. */
static cmark_node **footnotes_of(struct parse *parse, cmark_node *root, uint32_t *count)
{
    cmark_iter *iter = cmark_iter_new(root);
    cmark_node **found = NULL;
    uint32_t capacity = 0;

    *count = 0;
    while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);

        if (cmark_iter_get_event_type(iter) != CMARK_EVENT_ENTER ||
            cmark_node_get_type(node) != CMARK_NODE_FOOTNOTE_DEFINITION)
            continue;
        found =
            arena_make_room(parse->arena, found, *count, &capacity, sizeof(cmark_node *));
        found[(*count)++] = node;
    }
    cmark_iter_free(iter);
    return found;
}

/*
 * Puts a custom block in the place of a footnote definition and moves its children
 * there. The empty definition goes to the end of the document, where references
 * find it and where it does not matter that cmark moves or drops it.
 */
static void replace_footnote(struct parse *parse, cmark_node *root, cmark_node *footnote)
{
    struct footnote_place *place = arena_alloc(parse->arena, sizeof(*place));
    cmark_node *block =
        cmark_node_new_with_mem(CMARK_NODE_CUSTOM_BLOCK, &current->memory);
    cmark_node *child;

    place->owner = footnote;
    place->line = cmark_node_get_start_line(footnote);
    place->column = cmark_node_get_start_column(footnote);
    place->end = cmark_node_get_end_line(footnote);
    cmark_node_set_user_data(block, place);
    cmark_node_insert_before(footnote, block);
    while ((child = cmark_node_first_child(footnote)))
        cmark_node_append_child(block, child);
    cmark_node_append_child(root, footnote);
}

/*
 * cmark asks this about the document's node between its two phases, when all
 * blocks are there and no inlines: the one moment to rescue footnote definitions.
 */
static int hear_inlines(cmark_syntax_extension *self, cmark_node *root)
{
    struct parse *parse = current->parse;
    uint32_t count;
    cmark_node **footnotes;

    (void)self;
    if (!parse->keeps_footnotes)
        return 0;
    parse->keeps_footnotes = false;
    footnotes = footnotes_of(parse, root, &count);
    for (uint32_t i = 0; i < count; i++)
        replace_footnote(parse, root, footnotes[i]);
    return 0;
}

static bool may_have_footnotes(struct str text)
{
    const char *at = text.data;
    const char *end = text.data + text.len;

    while (at < end && (at = memchr(at, '^', (size_t)(end - at)))) {
        if (at > text.data && at[-1] == '[')
            return true;
        at++;
    }
    return false;
}

void markdown_cmark(struct markdown *markdown, struct parse *parse, struct str text)
{
    /* A line for hear_line to hang the listener on the document. */
    static const char head[] = "x\n\n";
    struct parse *outer = markdown->parse;
    cmark_parser *parser;

    parse->text_starts =
        arena_array(markdown->arena, parse->line_count + 1, sizeof(*parse->text_starts));
    parse->has_nul = text.len && memchr(text.data, '\0', text.len);
    /* Without them cmark need not walk the whole tree for footnotes, twice. */
    parse->keeps_footnotes = may_have_footnotes(text);
    parse->head = parse->keeps_footnotes ? 2 : 0;
    markdown->parse = parse;
    parser = cmark_parser_new_with_mem(parse->keeps_footnotes ? CMARK_OPT_FOOTNOTES
                                                              : CMARK_OPT_DEFAULT,
                                       &markdown->memory);
    /* The listener hears of text behind a task's box, and of rows before they are. */
    cmark_parser_attach_syntax_extension(parser, markdown->tasklist);
    cmark_parser_attach_syntax_extension(parser, markdown->listener);
    cmark_parser_attach_syntax_extension(parser, markdown->table);
    if (parse->head)
        cmark_parser_feed(parser, head, sizeof(head) - 1);
    cmark_parser_feed(parser, text.data, text.len);
    parse->root = cmark_parser_finish(parser);
    markdown->parse = outer;
}

static void feed_source(struct parse *parse, uint32_t body_line)
{
    const struct source *source = parse->source;

    parse->line_count = source->line_count - body_line;
    parse->lines = arena_raw(parse->arena, parse->line_count * sizeof(*parse->lines));
    for (uint32_t i = 0; i < parse->line_count; i++) {
        const struct line *line = &source->lines[body_line + i];

        parse->lines[i] = (struct fed_line){line->start, line->end, NO_SENTINEL};
    }
}

void markdown_read(struct tree *tree, const struct source *source, uint32_t body_line)
{
    struct markdown markdown = {.arena = tree->arena, .tree = tree, .source = source};
    struct parse parse = {.arena = tree->arena, .source = source};
    uint32_t body = source->lines[body_line].start;

    cmark_gfm_core_extensions_ensure_registered();
    markdown.memory = (cmark_mem){memory_calloc, memory_realloc, memory_free};
    markdown.recycled = arena_array(tree->arena, RECYCLED_SIZES, sizeof(void *));
    markdown.table = cmark_find_syntax_extension("table");
    markdown.tasklist = cmark_find_syntax_extension("tasklist");
    markdown.listener = cmark_syntax_extension_new("listener");
    cmark_syntax_extension_set_open_block_func(markdown.listener, hear_line);
    cmark_syntax_extension_set_match_block_func(markdown.listener, hear_fence);
    cmark_syntax_extension_set_contains_inlines_func(markdown.listener, hear_inlines);
    cmark_syntax_extension_set_match_inline_func(markdown.listener, hear_inline);
    raw_listen(markdown.listener, (struct str){source->data + body, source->size - body});
    current = &markdown;
    feed_source(&parse, body_line);
    markdown_cmark(&markdown, &parse,
                   (struct str){source->data + body, source->size - body});
    markdown_blocks(&markdown, &parse);
    cmark_syntax_extension_free(cmark_get_default_mem_allocator(), markdown.listener);
    current = NULL;
}
