/* fence_blocks.c - blocks between fences that CommonMark does not have */

#include "lint/markdown/fence_blocks.h"

#include <string.h>

#include "lint/markdown/block_columns.h"
#include "lint/markdown/directive.h"
#include "lint/markdown/feature.h"

enum {
    DIRECTIVE_COLONS = 3, /* least of a container's fence; a leaf has two */
    MATH_DOLLARS = 2,     /* least of a fence of formulas */
};

static int run_length(const char *line, int at, char c)
{
    int end = at;

    while (line[end] == c)
        end++;
    return end - at;
}

static bool rest_is_blank(const char *line, size_t at)
{
    return strspn(line + at, " \t\r\n") == strlen(line + at);
}

static bool is_directive(const char *line, int at)
{
    struct str text = {line, strcspn(line, "\r\n")};
    size_t end = directive_head(text, (size_t)at);

    return end && rest_is_blank(line, end);
}

/* A dollar after the fence makes it math in a paragraph. */
static bool is_math(const char *line, int at)
{
    return !strchr(line + at, '$');
}

/* What the line opens at its start; false when that is nothing. */
static bool fence_read(struct fence *fence, unsigned features, const char *line)
{
    int colons = run_length(line, fence->start, ':');
    int dollars = run_length(line, fence->start, '$');

    if (features & MARKDOWN_DIRECTIVES && colons >= DIRECTIVE_COLONS - 1 &&
        is_directive(line, fence->start + colons)) {
        fence->kind = colons < DIRECTIVE_COLONS ? FENCE_LEAF : FENCE_DIRECTIVE;
        fence->size = colons;
        return true;
    }
    if (features & MARKDOWN_MATH && dollars >= MATH_DOLLARS &&
        is_math(line, fence->start + dollars)) {
        fence->kind = FENCE_MATH;
        fence->size = dollars;
        return true;
    }
    return false;
}

static cmark_node_type type_of(enum fence_kind kind)
{
    switch (kind) {
    case FENCE_DIRECTIVE:
        return CMARK_NODE_CUSTOM_BLOCK;
    case FENCE_MATH:
        return CMARK_NODE_CODE_BLOCK;
    default:
        return CMARK_NODE_THEMATIC_BREAK;
    }
}

static cmark_node *add(struct parse *parse, cmark_parser *parser, cmark_node *container,
                       struct fence fence)
{
    struct fence *kept = arena_alloc(parse->arena, sizeof(*kept));
    cmark_node *node =
        cmark_parser_add_child(parser, container, type_of(fence.kind), fence.start + 1);

    *kept = fence;
    cmark_node_set_syntax_extension(node, parse->listener);
    cmark_node_set_user_data(node, kept);
    parse->has_directive |= fence.kind == FENCE_DIRECTIVE;
    if (fence.kind == FENCE_MATH)
        cmark_node_set_fenced(node, 1, fence.size, 0, '$');
    return node;
}

/* To the line's end, which stays: cmark wants to see it. */
static void skip_line(cmark_parser *parser, const char *line)
{
    int left = (int)strcspn(line, "\r\n") - cmark_parser_get_offset(parser);

    cmark_parser_advance_offset(parser, line, left, 0);
}

static bool is_around(cmark_node *outer, cmark_node *node)
{
    while (node && node != outer)
        node = cmark_node_parent(node);
    return node;
}

/* Would text in the container go on lazily with a paragraph of a directive, which is
 * therefore at its end? */
static bool leaves_directive(const struct parse *parse, cmark_node *container)
{
    cmark_node *node = parse_tip(parse);
    cmark_node *directive = parse_around(node, CMARK_NODE_CUSTOM_BLOCK);

    return directive && cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH &&
           !is_around(directive, container);
}

cmark_node *fence_leave(const struct parse *parse, cmark_parser *parser,
                        cmark_node *container)
{
    if (!parse->has_directive || !leaves_directive(parse, container))
        return NULL;
    return cmark_parser_add_child(parser, container, CMARK_NODE_PARAGRAPH,
                                  cmark_parser_get_first_nonspace(parser) + 1);
}

cmark_node *fence_open(struct parse *parse, cmark_parser *parser, cmark_node *container,
                       const char *line)
{
    struct fence fence = {.indent = cmark_parser_get_indent(parser),
                          .line = cmark_parser_get_line_number(parser),
                          .start = cmark_parser_get_first_nonspace(parser)};
    cmark_node *node;

    if (parse->closing_fence == fence.line)
        fence.kind = FENCE_CLOSING;
    else if (fence.indent >= CODE_INDENT || !fence_read(&fence, parse->features, line))
        return NULL;
    parse->closing_fence = 0;
    node = add(parse, parser, container, fence);
    skip_line(parser, line);
    return node;
}

static bool is_closed_by(const struct fence *fence, cmark_parser *parser,
                         const char *line)
{
    int at = cmark_parser_get_first_nonspace(parser);
    int size = run_length(line, at, fence->kind == FENCE_MATH ? '$' : ':');

    return size >= fence->size && cmark_parser_get_indent(parser) < CODE_INDENT &&
           rest_is_blank(line, (size_t)(at + size));
}

bool fence_goes_on(struct parse *parse, cmark_parser *parser, cmark_node *node,
                   const char *line)
{
    struct fence *fence = cmark_node_get_user_data(node);
    int indent = cmark_parser_get_indent(parser);

    if (fence->kind == FENCE_LEAF || fence->kind == FENCE_CLOSING)
        return false;
    if (is_closed_by(fence, parser, line)) {
        fence->close = parse->closing_fence = cmark_parser_get_line_number(parser);
        return false;
    }
    if (indent > fence->indent)
        indent = fence->indent;
    cmark_parser_advance_offset(parser, line, indent, 1);
    return true;
}
