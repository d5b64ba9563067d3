/* shown_nodes.c - the nodes of a text, each with its place, as text */

#include "lint/tool/markdown/shown_nodes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/base/buf.h"
#include "lint/document/document.h"
#include "lint/markdown/markdown.h"

static const char *const names[NODE_KIND_COUNT] = {
    [NODE_DOCUMENT] = "document",
    [NODE_BLOCK_QUOTE] = "quote",
    [NODE_LIST] = "list",
    [NODE_ITEM] = "item",
    [NODE_FOOTNOTE_DEFINITION] = "footnote",
    [NODE_DIRECTIVE] = "directive",
    [NODE_HEADING] = "heading",
    [NODE_PARAGRAPH] = "paragraph",
    [NODE_CODE_BLOCK] = "code",
    [NODE_MATH_BLOCK] = "formulas",
    [NODE_HTML_BLOCK] = "html",
    [NODE_THEMATIC_BREAK] = "thematic",
    [NODE_DEFINITION] = "define",
    [NODE_TABLE] = "table",
    [NODE_TABLE_ROW] = "row",
    [NODE_TABLE_CELL] = "cell",
    [NODE_TEXT] = "text",
    [NODE_SOFT_BREAK] = "soft",
    [NODE_LINE_BREAK] = "hard",
    [NODE_CODE] = "span",
    [NODE_MATH] = "math",
    [NODE_HTML] = "tag",
    [NODE_EMPHASIS] = "emphasis",
    [NODE_STRONG] = "strong",
    [NODE_LINK] = "link",
    [NODE_IMAGE] = "image",
    [NODE_AUTOLINK] = "autolink",
    [NODE_BARE_URL] = "url",
    [NODE_FOOTNOTE_REFERENCE] = "reference",
    [NODE_STRIKETHROUGH] = "struck",
};

static void parse(struct document *document, struct arena *arena, struct source *source,
                  struct str text)
{
    arena_init(arena);
    source_init(source, arena, "test.md", text.data, text.len);
    document_parse(document, arena, source);
}

static void add_source(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '\n')
            buf_puts(out, "\\n");
        else if (text.data[i] == '\r')
            buf_puts(out, "\\r");
        else if (text.data[i] == '\t')
            buf_puts(out, "\\t");
        else
            buf_putc(out, text.data[i] ? text.data[i] : '0');
    }
}

/* A line per node: kind@start-end and the source there, + when it is in HTML; then,
 * for what has an unescaped literal, that. */
static void render(struct buf *out, const struct document *document)
{
    for (uint32_t i = 1; i < document->node_count; i++) {
        const struct node *node = &document->nodes[i];

        buf_printf(out, "%s%s@%u-%u `", node->flags & NODE_IN_HTML ? "+" : "",
                   names[node->kind], node->span.start, node->span.end);
        add_source(out, source_text(document->source, node->span));
        buf_puts(out, "`");
        if (node->kind == NODE_CODE || node->kind == NODE_MATH ||
            node->kind == NODE_MATH_BLOCK || node->flags & NODE_ESCAPED) {
            buf_puts(out, " = ");
            add_source(out, node->kind == NODE_MATH_BLOCK ? node->code_block->literal
                                                          : node_literal(node));
        }
        buf_putc(out, '\n');
    }
}

static bool is_markup(const struct node *node)
{
    return node->kind != NODE_TEXT && node->kind != NODE_SOFT_BREAK;
}

/* Read without texts, it has the same nodes but for these. */
static void check_without_text(const struct document *document, struct arena *arena)
{
    const struct node *node;
    struct tree tree;

    markdown_read(&tree, arena, document->source, document->body_line,
                  MARKDOWN_ARTICLE | MARKDOWN_NO_TEXT);
    node = tree.nodes;
    for (uint32_t i = 0; i < document->node_count; i++) {
        if (!is_markup(&document->nodes[i]))
            continue;
        assert_true(node < tree.nodes + tree.count);
        assert_int_equal(node->kind, document->nodes[i].kind);
        assert_int_equal(node->span.start, document->nodes[i].span.start);
        assert_int_equal(node->span.end, document->nodes[i].span.end);
        node++;
    }
    assert_ptr_equal(node, tree.nodes + tree.count);
    assert_int_equal(tree.loose_count, 0);
}

void shown_nodes_check_all(const struct shown_nodes *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct buf out = BUF_INIT;
        struct document document;
        struct source source;
        struct arena arena;

        parse(&document, &arena, &source, str_from(cases[i].text));
        render(&out, &document);
        buf_putc(&out, '\0');
        assert_string_equal(out.data, cases[i].nodes);
        check_without_text(&document, &arena);
        buf_release(&out);
        arena_release(&arena);
    }
}
