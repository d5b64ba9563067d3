/* verbatim.c - where white space is part of what an article says */

#include "lint/document/verbatim.h"

#include "lint/base/ascii.h"
#include "lint/document/lines.h"

/* Inlines that are verbatim, or have a part that is. */
#define VERBATIM_KINDS                                                                   \
    (NODE_BIT(NODE_CODE) | NODE_BIT(NODE_MATH) | NODE_BIT(NODE_HTML) |                   \
     NODE_BIT(NODE_LINK) | NODE_BIT(NODE_IMAGE) | NODE_BIT(NODE_DEFINITION))

static bool is_of_interest(const struct node *node)
{
    return (NODE_BIT(node->kind) & VERBATIM_KINDS) && !(node->flags & NODE_IN_HTML);
}

static struct span verbatim_part(const struct node *node)
{
    bool is_link = node->kind == NODE_LINK || node->kind == NODE_DEFINITION;

    /* Nobody sees a comment. */
    if (node->kind == NODE_HTML && str_starts(node_literal(node), STR("<!--")))
        return span_make(node->span.start, node->span.start);
    return is_link ? node->link->title : node->span;
}

/* A destination in `<>` may have white space in it. */
static bool is_in_destination(const struct node *node, struct span place)
{
    return (node->kind == NODE_LINK || node->kind == NODE_DEFINITION) &&
           span_overlaps(node->link->destination, place);
}

/* The block, or row of a table, around an inline node. */
static uint32_t block_around(const struct document *document, const struct node *node)
{
    while (node->kind >= NODE_TABLE_CELL)
        node = node_parent(document, node);
    return node_index(document, node);
}

static void pass_tag(const struct document *document, const struct node *node,
                     struct verbatim_search *search)
{
    struct str tag = node_literal(node);
    uint32_t block = block_around(document, node);

    if (block != search->block)
        search->open = 0;
    search->block = block;
    if (verbatim_element_starts(tag))
        search->open++;
    else if (search->open && str_starts(tag, STR("</")))
        search->open -= verbatim_element_starts((struct str){tag.data + 1, tag.len - 1});
}

/* `<pre>` in a text reaches to `</pre>`, or to the end of its block. */
static bool is_in_element(const struct document *document, uint32_t offset,
                          const struct node *block, struct verbatim_search *search)
{
    uint32_t next;

    while ((next = document_next(document, search->tag, NODE_BIT(NODE_HTML))) <
               document->node_count &&
           document->nodes[next].span.end <= offset) {
        if (!(document->nodes[next].flags & NODE_IN_HTML))
            pass_tag(document, &document->nodes[next], search);
        search->tag = next + 1;
    }
    search->tag = next;
    return search->open && search->block == node_index(document, block);
}

static bool is_in_inline(const struct document *document, struct span place,
                         struct verbatim_search *search)
{
    const struct node *nodes = document->nodes;

    document_ends_after(document, VERBATIM_KINDS, place.start, &search->next);
    for (uint32_t i = search->next;
         i < document->node_count && nodes[i].span.start < place.end; i++)
        if (is_of_interest(&nodes[i]) &&
            (span_overlaps(verbatim_part(&nodes[i]), place) ||
             is_in_destination(&nodes[i], place)))
            return true;
    return false;
}

/* A name goes on with these. */
static bool is_name_byte(char c)
{
    return is_ascii_alnum(c) || c == '-';
}

bool verbatim_element_starts(struct str text)
{
    static const char *const names[] = {"pre", "textarea", "script", "style"};

    if (text.len < 2 || !is_one_of(text.data[1], "pPsStT"))
        return false;
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        struct str name = str_from(names[i]);

        if (text.len > name.len + 1 &&
            str_equal_ignore_case((struct str){text.data + 1, name.len}, name) &&
            !is_name_byte(text.data[name.len + 1]))
            return true;
    }
    return false;
}

static bool has_verbatim_element(struct str html)
{
    for (size_t at = 0; at < html.len; at++)
        if (html.data[at] == '<' &&
            verbatim_element_starts((struct str){html.data + at, html.len - at}))
            return true;
    return false;
}

static bool is_verbatim_html(const struct document *document, const struct node *block,
                             struct verbatim_search *search)
{
    if (search->html_block != node_index(document, block)) {
        search->html_block = node_index(document, block);
        search->html_is_verbatim =
            has_verbatim_element(source_text(document->source, block->span));
    }
    return search->html_is_verbatim;
}

/* Is the line in a fenced block that nothing closes? Its last one is content, too. */
static bool is_in_open_fence(const struct source *source, const struct node *block,
                             uint32_t line)
{
    return block->kind == NODE_CODE_BLOCK && (block->flags & NODE_FENCED) &&
           span_empty(block->code_block->closing) &&
           line > source_line(source, block->span.start);
}

/* What is in other blocks before this one does not matter. */
static void skip_to(const struct document *document, const struct node *block,
                    struct verbatim_search *search)
{
    uint32_t index = node_index(document, block);

    if (search->next < index)
        search->next = index;
    if (search->tag < index)
        search->tag = index;
}

bool document_is_verbatim(const struct document *document, struct span place,
                          struct verbatim_search *search)
{
    uint32_t line = source_line(document->source, place.start);
    const struct node *block = document_line_node(document, line);

    if (block == document->nodes)
        return false;
    if (block->kind == NODE_MATH_BLOCK || document_line_is_code_content(document, line) ||
        is_in_open_fence(document->source, block, line))
        return true;
    if (block->kind == NODE_HTML_BLOCK)
        return is_verbatim_html(document, block, search);
    skip_to(document, block, search);
    return is_in_element(document, place.start, block, search) ||
           is_in_inline(document, place, search);
}
