/* folding.c - textDocument/foldingRange: what can be folded away */

#include "lint/lsp/feature.h"
#include "lint/lsp/sections.h"

static const uint64_t foldable =
    NODE_BIT(NODE_BLOCK_QUOTE) | NODE_BIT(NODE_LIST) | NODE_BIT(NODE_ITEM) |
    NODE_BIT(NODE_FOOTNOTE_DEFINITION) | NODE_BIT(NODE_DIRECTIVE) |
    NODE_BIT(NODE_CODE_BLOCK) | NODE_BIT(NODE_MATH_BLOCK) | NODE_BIT(NODE_HTML_BLOCK) |
    NODE_BIT(NODE_TABLE);

/* One line is not folded. kind is NULL, "comment" or "region". */
static void fold(struct question *question, uint32_t first, uint32_t last,
                 const char *kind)
{
    struct json_writer *json = &question->out;

    if (last <= first)
        return;
    json_open(json, '{');
    json_member_uint(json, "startLine", first);
    json_member_uint(json, "endLine", last);
    if (kind)
        json_member(json, "kind", str_from(kind));
    json_close(json, '}');
}

static void fold_span(struct question *question, struct span span, const char *kind)
{
    fold(question, source_line(&question->source, span.start),
         source_line(&question->source, span.end), kind);
}

static void fold_front_matter(struct question *question)
{
    const struct front_matter *block = &question_document(question)->front_matter;

    if (block->syntax == FRONT_MATTER_JSON)
        fold_span(question, block->text, "region");
    else if (block->syntax != FRONT_MATTER_NONE)
        fold_span(question, span_make(block->open.start, block->close.end), "region");
}

/* Blank lines at the end of a section stay to be seen. */
static void fold_sections(struct question *question)
{
    const struct document *document = question_document(question);
    uint32_t count;
    const struct section *sections = sections_of(document, question->arena, &count);

    for (uint32_t i = 0; i < count; i++) {
        uint32_t first = source_line(&question->source, sections[i].heading->span.start);
        uint32_t last = sections[i].last_line;

        while (last > first && question->source.lines[last].flags & LINE_BLANK)
            last--;
        fold(question, first, last, NULL);
    }
}

static void fold_blocks(struct question *question)
{
    const struct document *document = question_document(question);

    for (uint32_t i = 1; i < document->node_count; i++) {
        const struct node *node = &document->nodes[i];

        if (NODE_BIT(node->kind) & foldable && !(node->flags & NODE_IN_HTML))
            fold_span(question, node->span,
                      node->flags & NODE_COMMENT ? "comment" : NULL);
    }
}

static enum answer_kind folding_range(struct question *question)
{
    json_open(&question->out, '[');
    fold_front_matter(question);
    fold_sections(question);
    fold_blocks(question);
    json_close(&question->out, ']');
    return ANSWER_GIVEN;
}

const struct feature feature_folding_range = {
    .method = "textDocument/foldingRange",
    .capability = "foldingRangeProvider",
    .options = "true",
    .answer = folding_range,
};
