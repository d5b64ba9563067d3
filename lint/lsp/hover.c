/* hover.c - textDocument/hover and definition: in front matter, and in Markdown */

#include "lint/lsp/front_matter.h"
#include "lint/lsp/markdown.h"
#include "lint/lsp/under.h"

static bool hovers(struct question *question, uint32_t offset)
{
    if (front_matter_under(question_document(question), offset))
        return front_matter_hover(question, offset) || markdown_hover(question, offset);
    return markdown_hover(question, offset);
}

static enum answer_kind hover(struct question *question)
{
    uint32_t offset;

    if (!question_offset(question, &offset))
        return ANSWER_INVALID;
    if (!hovers(question, offset))
        json_raw(&question->out, STR("null"));
    return ANSWER_GIVEN;
}

const struct feature feature_hover = {
    .method = "textDocument/hover",
    .capability = "hoverProvider",
    .options = "true",
    .answer = hover,
};

static bool defines(struct question *question, uint32_t offset)
{
    if (front_matter_under(question_document(question), offset))
        return front_matter_definition(question, offset);
    return markdown_definition(question, offset);
}

static enum answer_kind definition(struct question *question)
{
    uint32_t offset;

    if (!question_offset(question, &offset))
        return ANSWER_INVALID;
    if (!defines(question, offset))
        json_raw(&question->out, STR("null"));
    return ANSWER_GIVEN;
}

const struct feature feature_definition = {
    .method = "textDocument/definition",
    .capability = "definitionProvider",
    .options = "true",
    .answer = definition,
};
