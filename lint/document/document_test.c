/* document_test.c - members of nodes besides their spans */

#include "lint/document/document.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "lint/base/arena.h"
#include "lint/base/buf.h"

static void parse(struct document *document, struct arena *arena, struct source *source,
                  struct str text)
{
    arena_init(arena);
    source_init(source, arena, "test.md", text.data, text.len);
    document_parse(document, arena, source);
}

/* The first node of a kind in a document that lives as long as the parse. */
static const struct node *first_of(const struct document *document, enum node_kind kind)
{
    for (uint32_t i = 0; i < document->node_count; i++)
        if (document->nodes[i].kind == kind)
            return &document->nodes[i];
    fail_msg("no node of kind %d", kind);
    return NULL;
}

static struct span at(uint32_t start, uint32_t end)
{
    return span_make(start, end);
}

static void assert_span(struct span actual, struct span expected)
{
    assert_int_equal(actual.start, expected.start);
    assert_int_equal(actual.end, expected.end);
}

static void lists_and_items_know_their_markers(void **state)
{
    struct document document;
    struct source source;
    struct arena arena;
    const struct node *node;

    (void)state;
    parse(&document, &arena, &source, STR("07) [x] a\n\n08) b\n"));
    node = first_of(&document, NODE_LIST);
    assert_int_equal(node->list.first, 7);
    assert_int_equal(node->marker, ')');
    assert_int_equal(node->flags, NODE_ORDERED);
    node = first_of(&document, NODE_ITEM);
    assert_span(item_marker(node), at(0, 3));
    assert_span(node->content, at(8, 9));
    assert_int_equal(node->flags, NODE_ORDERED | NODE_TASK | NODE_CHECKED);
    node = node_sibling(&document, node);
    assert_int_equal(node->item.number, 8);
    assert_int_equal(node->flags, NODE_ORDERED);
    arena_release(&arena);
    parse(&document, &arena, &source, STR("* [ ] see [x]\n"));
    assert_int_equal(first_of(&document, NODE_LIST)->flags, NODE_TIGHT);
    assert_int_equal(first_of(&document, NODE_ITEM)->flags, NODE_TASK);
    arena_release(&arena);
}

static void headings_know_their_style(void **state)
{
    struct document document;
    struct source source;
    struct arena arena;
    const struct node *node;

    (void)state;
    parse(&document, &arena, &source, STR("## a #\n\nb\n  ---  \n\n###\n"));
    node = first_of(&document, NODE_HEADING);
    assert_int_equal(node->level, 2);
    assert_int_equal(node->form, HEADING_ATX_CLOSED);
    assert_span(node->content, at(3, 4));
    assert_span(node->heading.closing, at(5, 6));
    node = node_sibling(&document, node);
    assert_int_equal(node->form, HEADING_SETEXT);
    assert_int_equal(node->level, 2);
    assert_span(node->content, at(8, 9));
    assert_span(node->heading.closing, at(12, 15));
    node = node_sibling(&document, node);
    assert_int_equal(node->form, HEADING_ATX);
    assert_true(span_empty(node->heading.closing));
    assert_null(node_child(&document, node));
    arena_release(&arena);
}

static void code_blocks_know_their_fences(void **state)
{
    struct document document;
    struct source source;
    struct arena arena;
    const struct node *node;

    (void)state;
    parse(&document, &arena, &source, STR("~~~~ c&amp; d \n> a\n~~~~~\n\n    b\n"));
    node = first_of(&document, NODE_CODE_BLOCK);
    assert_int_equal(node->flags, NODE_FENCED);
    assert_int_equal(node->marker, '~');
    assert_int_equal(node->level, 4);
    assert_span(node->code_block->info, at(5, 13));
    assert_span(node->code_block->closing, at(19, 24));
    assert_span(node->content, at(15, 18));
    assert_true(str_is(node->code_block->literal, "> a\n"));
    node = node_sibling(&document, node);
    assert_int_equal(node->flags, 0);
    assert_true(str_is(node->code_block->literal, "b\n"));
    assert_true(document_line_is_code(&document, 1));
    assert_false(document_line_is_code(&document, 3));
    arena_release(&arena);
}

struct link_case {
    const char *text;
    enum node_kind kind;
    enum link_form form;
    const char *destination;
    const char *title;
    const char *label;
    bool defined;
};

static const struct link_case link_cases[] = {
    {"[a](b 'c')", NODE_LINK, LINK_INLINE, "b", "'c'", "", false},
    {"[a](<b\\>> (c) )", NODE_LINK, LINK_INLINE, "b\\>", "(c)", "", false},
    {"[a]( b(c)d )", NODE_LINK, LINK_INLINE, "b(c)d", "", "", false},
    {"![](b\n\"c\nd\")", NODE_IMAGE, LINK_INLINE, "b", "\"c\nd\"", "", false},
    {"[x][ A\nb ]\n\n[a  B]: c", NODE_LINK, LINK_FULL, "", "", "A\nb", true},
    {"[a][]\n\n[A]: c", NODE_LINK, LINK_COLLAPSED, "", "", "a", true},
    {"![a]\n\n[a]: c\n[A]: d", NODE_IMAGE, LINK_SHORTCUT, "", "", "a", true},
    {"[a](b c)\n\n[a]: d", NODE_LINK, LINK_SHORTCUT, "", "", "a", true},
    {"[STRASSE]\n\n[stra\xC3\x9F"
     "e]: c",
     NODE_LINK, LINK_SHORTCUT, "", "", "STRASSE", true},
    {"[a]: <b c>\n 'd'", NODE_DEFINITION, LINK_INLINE, "b c", "'d'", "a", false},
    {"<bc:d>", NODE_AUTOLINK, LINK_INLINE, "bc:d", "", "", false},
};

static void links_know_their_parts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(link_cases) / sizeof(link_cases[0]); i++) {
        const struct link_case *c = &link_cases[i];
        struct document document;
        struct source source;
        struct arena arena;
        const struct node *node;

        parse(&document, &arena, &source, str_from(c->text));
        node = first_of(&document, c->kind);
        assert_int_equal(node->form, c->form);
        assert_true(
            str_is(source_text(&source, node->link->destination), c->destination));
        assert_true(str_is(source_text(&source, node->link->title), c->title));
        assert_true(str_is(source_text(&source, node->link->label), c->label));
        if (c->defined)
            assert_ptr_equal(&document.nodes[node->link->definition],
                             first_of(&document, NODE_DEFINITION));
        arena_release(&arena);
    }
}

static void rows_know_their_pipes(void **state)
{
    struct document document;
    struct source source;
    struct arena arena;
    const struct node *row;

    (void)state;
    parse(&document, &arena, &source, STR("| a | b\n-- | -- |\nc\n|||||\n"));
    assert_int_equal(first_of(&document, NODE_TABLE)->table.columns, 2);
    row = first_of(&document, NODE_TABLE_ROW);
    assert_int_equal(row->form, ROW_HEADER);
    assert_true(row->row.leading_pipe && !row->row.trailing_pipe);
    assert_span(node_child(&document, row)->content, at(2, 3));
    row = node_sibling(&document, row);
    assert_int_equal(row->form, ROW_DELIMITER);
    assert_true(!row->row.leading_pipe && row->row.trailing_pipe);
    row = node_sibling(&document, row);
    assert_int_equal(row->form, ROW_BODY);
    assert_int_equal(row->row.cells, 1);
    row = node_sibling(&document, row);
    assert_int_equal(row->row.cells, 4);
    arena_release(&arena);
}

static void emphasis_knows_its_marker(void **state)
{
    struct document document;
    struct source source;
    struct arena arena;

    (void)state;
    parse(&document, &arena, &source, STR("_a_ **b** ``  c ``\n"));
    assert_int_equal(first_of(&document, NODE_EMPHASIS)->marker, '_');
    assert_int_equal(first_of(&document, NODE_STRONG)->marker, '*');
    assert_int_equal(first_of(&document, NODE_STRONG)->level, 2);
    assert_span(first_of(&document, NODE_STRONG)->content, at(6, 7));
    assert_int_equal(first_of(&document, NODE_CODE)->level, 2);
    assert_span(first_of(&document, NODE_CODE)->content, at(14, 15));
    assert_true(str_is(node_literal(first_of(&document, NODE_CODE)), " c"));
    arena_release(&arena);
}

static void bytes_that_are_no_text_stay_in_place(void **state)
{
    static const char text[] = "a\0b *c\xFF"
                               "d* \0\n";
    struct document document;
    struct source source;
    struct arena arena;

    (void)state;
    parse(&document, &arena, &source, (struct str){text, sizeof(text) - 1});
    assert_span(first_of(&document, NODE_EMPHASIS)->span, at(4, 9));
    assert_true(str_is(node_literal(first_of(&document, NODE_TEXT)), "a\xEF\xBF\xBD"
                                                                     "b "));
    assert_span(first_of(&document, NODE_PARAGRAPH)->span, at(0, 11));
    arena_release(&arena);
}

static void lines_know_their_innermost_block(void **state)
{
    static const enum node_kind kinds[] = {
        NODE_PARAGRAPH,  NODE_DOCUMENT,   NODE_PARAGRAPH,  NODE_BLOCK_QUOTE,
        NODE_CODE_BLOCK, NODE_CODE_BLOCK, NODE_CODE_BLOCK, NODE_DOCUMENT,
        NODE_TABLE_ROW,  NODE_TABLE_ROW,  NODE_DOCUMENT,
    };
    struct document document;
    struct source source;
    struct arena arena;

    (void)state;
    parse(&document, &arena, &source,
          STR("- a\n\n> b\n>\n> ```\n>\n> ```\n\n|c|\n|-|\n"));
    assert_int_equal(source.line_count, sizeof(kinds) / sizeof(kinds[0]));
    for (uint32_t line = 0; line < source.line_count; line++)
        assert_int_equal(document_line_node(&document, line)->kind, kinds[line]);
    arena_release(&arena);
}

static void ancestors_are_found(void **state)
{
    struct document document;
    struct source source;
    struct arena arena;
    const struct node *text;

    (void)state;
    parse(&document, &arena, &source, STR("> - a\n"));
    text = first_of(&document, NODE_TEXT);
    assert_ptr_equal(node_ancestor(&document, text, NODE_BLOCK_QUOTE),
                     &document.nodes[1]);
    assert_null(node_ancestor(&document, text, NODE_TEXT));
    assert_ptr_equal(node_ancestor(&document, text, NODE_DOCUMENT), document.nodes);
    arena_release(&arena);
}

/* Nothing recurses on what an author can nest: a stack overflow would end the test. */
static void depth_costs_no_stack(void **state)
{
    static const char *const pieces[] = {">", "[", "*a ", "![a", "> - ", "<b>\n"};
    enum { COUNT = 50000 };

    (void)state;
    for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++) {
        struct buf text = BUF_INIT;
        struct document document;
        struct source source;
        struct arena arena;

        for (int k = 0; k < COUNT; k++)
            buf_puts(&text, pieces[i]);
        buf_puts(&text, "x\n");
        buf_putc(&text, '\0');
        parse(&document, &arena, &source, (struct str){text.data, text.len - 1});
        assert_true(document.node_count > 1);
        arena_release(&arena);
        buf_release(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_and_items_know_their_markers),
        cmocka_unit_test(headings_know_their_style),
        cmocka_unit_test(code_blocks_know_their_fences),
        cmocka_unit_test(links_know_their_parts),
        cmocka_unit_test(rows_know_their_pipes),
        cmocka_unit_test(emphasis_knows_its_marker),
        cmocka_unit_test(bytes_that_are_no_text_stay_in_place),
        cmocka_unit_test(lines_know_their_innermost_block),
        cmocka_unit_test(ancestors_are_found),
        cmocka_unit_test(depth_costs_no_stack),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
