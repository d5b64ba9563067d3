/* verify.c - every node on the markers of its kind */

#include "lint/base/ascii.h"
#include "lint/tool/spans/spans.h"

static const char *data_of(const struct spans *spans)
{
    return spans->document->source->data;
}

static struct str text_of(const struct spans *spans, struct span span)
{
    return source_text(spans->document->source, span);
}

static bool starts(const struct spans *spans, const struct node *node, const char *text)
{
    return str_starts(text_of(spans, node->span), str_from(text));
}

static bool ends(const struct spans *spans, const struct node *node, const char *text)
{
    return str_ends(text_of(spans, node->span), str_from(text));
}

/* The bytes that matter of code or HTML: no white space, no quote markers. */
static bool equal_but_for_prefixes(struct str a, struct str b)
{
    size_t i = 0;
    size_t j = 0;

    for (;;) {
        while (i < a.len && (is_space_tab_or_line_end(a.data[i]) || a.data[i] == '>'))
            i++;
        while (j < b.len && (is_space_tab_or_line_end(b.data[j]) || b.data[j] == '>'))
            j++;
        if (i == a.len || j == b.len)
            return i == a.len && j == b.len;
        /* NUL is U+FFFD. */
        if (b.data[j] == '\0' && a.len - i >= 3 && a.data[i] == '\xEF')
            i += 2;
        else if (b.data[j] == '\\' && j + 1 < b.len && a.data[i] == '|' &&
                 b.data[j + 1] == '|')
            j++;
        else if (a.data[i] != b.data[j])
            return false;
        i++;
        j++;
    }
}

/* In tables \| is | before anything else is. */
static struct str without_escaped_pipes(struct arena *arena, struct str text)
{
    struct str copy = arena_str(arena, text);
    char *out = (char *)copy.data;

    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] != '\\' || i + 1 == text.len || text.data[i + 1] != '|')
            *out++ = text.data[i];
    return (struct str){copy.data, (size_t)(out - copy.data)};
}

static const char *check_text(struct spans *spans, const struct node *node)
{
    struct str source = text_of(spans, node->span);
    struct str piped = without_escaped_pipes(spans->arena, source);
    bool equal = str_equal(node_literal(node), source);

    if (node->flags & NODE_ESCAPED)
        equal = str_equal(node_literal(node), spans_unescaped(spans->arena, source)) ||
                str_equal(node_literal(node), spans_unescaped(spans->arena, piped));
    if (!equal)
        return "its literal is not what the source says";
    if (memchr(source.data, '\n', source.len))
        return "is on more than one line";
    return NULL;
}

static const char *check_heading(struct spans *spans, const struct node *node)
{
    struct span closing = node->heading.closing;
    char first = data_of(spans)[node->span.start];

    if (is_space_tab_or_line_end(first) ||
        is_space_or_tab(data_of(spans)[node->span.end - 1]))
        return "has white space at its edges";
    if ((node->form == HEADING_ATX) != span_empty(closing))
        return "has no closing run or underline";
    if (node->form == HEADING_SETEXT) {
        char c = data_of(spans)[closing.start];

        return c == (node->level == 1 ? '=' : '-') ? NULL : "has a wrong underline";
    }
    for (uint32_t i = 0; i < node->level; i++)
        if (data_of(spans)[node->span.start + i] != '#')
            return "does not start with its markers";
    if (node->form == HEADING_ATX_CLOSED && data_of(spans)[closing.start] != '#')
        return "has a wrong closing run";
    return NULL;
}

static const char *check_code_block(struct spans *spans, const struct node *node)
{
    const char *data = data_of(spans);
    struct span closing = node->code_block->closing;

    if (is_space_tab_or_line_end(data[node->span.end - 1]))
        return "ends in white space";
    if (!equal_but_for_prefixes(node->code_block->literal, text_of(spans, node->content)))
        return "its literal is not what the source says";
    if (!(node->flags & NODE_FENCED))
        return NULL;
    for (uint32_t i = 0; i < 3; i++)
        if (data[node->span.start + i] != node->marker)
            return "does not start with a fence";
    for (uint32_t i = closing.start; i < closing.end; i++)
        if (data[i] != node->marker)
            return "has a wrong closing fence";
    if (!span_empty(closing) && span_length(closing) < node->level)
        return "has a closing fence that is too short";
    return NULL;
}

static const char *check_item(struct spans *spans, const struct node *node)
{
    struct str marker = text_of(spans, item_marker(node));
    bool digit = is_ascii_digit(marker.data[0]);
    char last = marker.data[marker.len - 1];

    if (last != node->marker)
        return "does not start with its marker";
    if (digit != !!(node->flags & NODE_ORDERED))
        return "is ordered or not, wrongly";
    if (digit ? last != '.' && last != ')' : !memchr("-+*", last, 3))
        return "has no marker";
    if (node_parent(spans->document, node)->marker != node->marker)
        return "is in a list of other items";
    return NULL;
}

static const char *check_definition(struct spans *spans, const struct node *node)
{
    const char *data = data_of(spans);
    uint32_t end = node->link->label.end;

    while (is_space_tab_or_line_end(data[end]) || data[end] == '>')
        end++;
    if (!starts(spans, node, "[") || data[end] != ']' || data[end + 1] != ':')
        return "does not look like one";
    if (!span_contains(node->span, node->link->destination) ||
        !span_contains(node->span, node->link->title))
        return "does not contain its parts";
    if (!span_empty(node->link->title) && node->link->title.end != node->span.end)
        return "does not end with its title";
    return NULL;
}

static const char *check_reference(struct spans *spans, const struct node *node)
{
    const struct document *document = spans->document;
    uint32_t index = node->link->definition;

    if (index == 0 || index >= document->node_count ||
        document->nodes[index].kind != NODE_DEFINITION)
        return "has no definition";
    if (!ends(spans, node, "]"))
        return "does not end with ]";
    if (node->form == LINK_COLLAPSED && !ends(spans, node, "[]")) {
        const char *data = data_of(spans);
        uint32_t at = node->span.end - 2;

        while (is_space_tab_or_line_end(data[at]))
            at--;
        return data[at] == '[' ? NULL : "does not end with []";
    }
    return NULL;
}

static const char *check_link(struct spans *spans, const struct node *node)
{
    const char *data = data_of(spans);
    uint32_t end = node->content.end;

    if (!starts(spans, node, node->kind == NODE_LINK ? "[" : "!["))
        return "does not start with its bracket";
    if (data[node->content.start - 1] != '[')
        return "its content does not start after a bracket";
    while (is_space_tab_or_line_end(data[end]) || data[end] == '>')
        end++;
    if (data[end] != ']')
        return "its content does not end before a bracket";
    if (node->form != LINK_INLINE)
        return check_reference(spans, node);
    if (data[end + 1] != '(' || !ends(spans, node, ")"))
        return "has no ( ) after its content";
    if (!span_contains(node->span, node->link->destination) ||
        !span_contains(node->span, node->link->title))
        return "does not contain its parts";
    return NULL;
}

static const char *check_emphasis(struct spans *spans, const struct node *node)
{
    const char *data = data_of(spans);

    if (span_length(node->span) < 2u * node->level)
        return "is too short";
    for (uint32_t i = 0; i < node->level; i++)
        if (data[node->span.start + i] != node->marker ||
            data[node->span.end - 1 - i] != node->marker)
            return "does not start and end with its markers";
    return NULL;
}

static const char *check_row(struct spans *spans, const struct node *node)
{
    const char *data = data_of(spans);
    uint32_t cells = 0;

    for (const struct node *cell = node_child(spans->document, node); cell;
         cell = node_sibling(spans->document, cell)) {
        if (cell->span.start != node->span.start && data[cell->span.start - 1] != '|')
            return "a cell does not start after a pipe";
        if (cell->span.end != node->span.end && data[cell->span.end] != '|')
            return "a cell does not end before a pipe";
        cells++;
    }
    if (cells != node->row.cells)
        return "its number of cells is wrong";
    if (node->form != ROW_BODY &&
        cells != node_parent(spans->document, node)->table.columns)
        return "has not as many cells as the table has columns";
    if (node->row.leading_pipe != starts(spans, node, "|"))
        return "has a leading pipe or not, wrongly";
    return NULL;
}

static const char *check_code(struct spans *spans, const struct node *node)
{
    struct str source = text_of(spans, node->content);

    if (!starts(spans, node, "`") || !ends(spans, node, "`"))
        return "does not start and end with backticks";
    if (!equal_but_for_prefixes(node_literal(node), source))
        return "its literal is not what the source says";
    return NULL;
}

static const char *check_around(struct spans *spans, const struct node *node,
                                const char *start, const char *end)
{
    return starts(spans, node, start) && ends(spans, node, end)
               ? NULL
               : "does not start and end with its markers";
}

static const char *check_math(struct spans *spans, const struct node *node)
{
    struct str literal =
        node->kind == NODE_MATH_BLOCK ? node->code_block->literal : node_literal(node);

    if (!equal_but_for_prefixes(literal, text_of(spans, node->content)))
        return "its literal is not what the source says";
    return check_around(spans, node, "$", "");
}

static const char *check_break(struct spans *spans, const struct node *node)
{
    if (!ends(spans, node, "\n") && !ends(spans, node, "\r"))
        return "does not end with a line end";
    if (node->kind == NODE_LINE_BREAK && !starts(spans, node, "\\") &&
        !starts(spans, node, "  "))
        return "does not start with a backslash or two spaces";
    return NULL;
}

static const char *check_html(struct spans *spans, const struct node *node)
{
    if (!equal_but_for_prefixes(node_literal(node), text_of(spans, node->span)))
        return "its literal is not what the source says";
    return node->kind == NODE_HTML ? check_around(spans, node, "<", ">")
                                   : check_around(spans, node, "<", "");
}

static const char *check_block_edges(struct spans *spans, const struct node *node)
{
    if (is_space_tab_or_line_end(data_of(spans)[node->span.start]) ||
        is_space_tab_or_line_end(data_of(spans)[node->span.end - 1]))
        return "has white space at its edges";
    return NULL;
}

static const char *check_kind(struct spans *spans, const struct node *node)
{
    switch (node->kind) {
    case NODE_BLOCK_QUOTE:
        return check_around(spans, node, ">", "");
    case NODE_ITEM:
        return check_item(spans, node);
    case NODE_FOOTNOTE_DEFINITION:
        return check_around(spans, node, "[^", "");
    case NODE_HEADING:
        return check_heading(spans, node);
    case NODE_CODE_BLOCK:
        return check_code_block(spans, node);
    case NODE_DEFINITION:
        return check_definition(spans, node);
    case NODE_TABLE_ROW:
        return check_row(spans, node);
    case NODE_TEXT:
        return check_text(spans, node);
    case NODE_SOFT_BREAK:
    case NODE_LINE_BREAK:
        return check_break(spans, node);
    case NODE_MATH_BLOCK:
    case NODE_MATH:
        return check_math(spans, node);
    case NODE_CODE:
        return check_code(spans, node);
    case NODE_HTML:
    case NODE_HTML_BLOCK:
        return check_html(spans, node);
    case NODE_EMPHASIS:
    case NODE_STRONG:
    case NODE_STRIKETHROUGH:
        return check_emphasis(spans, node);
    case NODE_LINK:
    case NODE_IMAGE:
        return check_link(spans, node);
    case NODE_AUTOLINK:
        return check_around(spans, node, "<", ">");
    case NODE_FOOTNOTE_REFERENCE:
        return check_around(spans, node, "[^", "]");
    case NODE_LIST:
    case NODE_DIRECTIVE:
    case NODE_PARAGRAPH:
    case NODE_THEMATIC_BREAK:
    case NODE_TABLE:
    case NODE_BARE_URL:
        return check_block_edges(spans, node);
    default:
        return NULL;
    }
}

void spans_check_nodes(struct spans *spans)
{
    const struct document *document = spans->document;

    for (uint32_t i = 1; i < document->node_count; i++) {
        const struct node *node = &document->nodes[i];
        const char *what = check_kind(spans, node);

        if (!what)
            what = spans_check_content(spans, node);
        if (what)
            spans_violation(spans, node, what);
        spans_check_place(spans, node);
    }
}
