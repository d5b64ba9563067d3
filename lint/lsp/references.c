/* references.c - textDocument/references and documentHighlight, and what leads to what */

#include "lint/lsp/markdown.h"
#include "lint/lsp/mentions.h"

/* DocumentHighlightKind of LSP 3.17. */
enum { HIGHLIGHT_READ = 2, HIGHLIGHT_WRITE = 3 };

static void write_range(struct question *question, struct span span)
{
    json_key(&question->out, "range");
    range_write(&question->out, &question->source, span, question->client->encoding);
}

static void write_location(struct question *question, struct span span)
{
    json_open(&question->out, '{');
    json_member(&question->out, "uri", question->errand.uri);
    write_range(question, span);
    json_close(&question->out, '}');
}

bool markdown_definition(struct question *question, uint32_t offset)
{
    struct mentions mentions;
    const struct mention *mention;

    mentions_find(&mentions, question_document(question), question->arena);
    mention = mention_under(&mentions, offset);
    if (!mention)
        return false;
    write_location(question, mention_definition(&mentions, mention)->span);
    return true;
}

static void write_highlight(struct question *question, const struct mention *mention)
{
    json_open(&question->out, '{');
    write_range(question, mention->span);
    json_member_uint(&question->out, "kind",
                     mention->defines ? HIGHLIGHT_WRITE : HIGHLIGHT_READ);
    json_close(&question->out, '}');
}

static enum answer_kind document_highlight(struct question *question)
{
    const struct mention *under;
    struct mentions mentions;
    uint32_t offset;

    if (!question_offset(question, &offset))
        return ANSWER_INVALID;
    mentions_find(&mentions, question_document(question), question->arena);
    under = mention_under(&mentions, offset);
    json_open(&question->out, '[');
    for (uint32_t i = 0; under && i < mentions.count; i++)
        if (mentions.items[i].target == under->target)
            write_highlight(question, &mentions.items[i]);
    json_close(&question->out, ']');
    return ANSWER_GIVEN;
}

const struct feature feature_document_highlight = {
    .method = "textDocument/documentHighlight",
    .capability = "documentHighlightProvider",
    .options = "true",
    .answer = document_highlight,
};

static bool with_declaration(const struct question *question)
{
    const struct value *context = value_get(question->params, "context");
    const struct value *wanted = value_get(context, "includeDeclaration");

    return wanted && wanted->kind == VALUE_BOOL && wanted->boolean;
}

static enum answer_kind references(struct question *question)
{
    const struct mention *under;
    struct mentions mentions;
    uint32_t offset;
    bool all = with_declaration(question);

    if (!question_offset(question, &offset))
        return ANSWER_INVALID;
    mentions_find(&mentions, question_document(question), question->arena);
    under = mention_under(&mentions, offset);
    json_open(&question->out, '[');
    for (uint32_t i = 0; under && i < mentions.count; i++)
        if (mentions.items[i].target == under->target &&
            (all || !mentions.items[i].defines))
            write_location(question, mentions.items[i].span);
    json_close(&question->out, ']');
    return ANSWER_GIVEN;
}

const struct feature feature_references = {
    .method = "textDocument/references",
    .capability = "referencesProvider",
    .options = "true",
    .answer = references,
};
