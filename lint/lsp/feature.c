/* feature.c - the table of what a client may ask about documents */

#include "lint/lsp/feature.h"

/* One per line, so that changes to this list rarely conflict. */
/* clang-format off */
static const struct feature *const table[] = {
    &feature_check,
    &feature_diagnostic,
    &feature_workspace_diagnostic,
    &feature_document_symbol,
    &feature_folding_range,
    &feature_selection_range,
    &feature_formatting,
    &feature_range_formatting,
    &feature_code_action,
    &feature_code_action_resolve,
    &feature_completion,
    &feature_hover,
    &feature_definition,
    &feature_document_highlight,
    &feature_references,
    &feature_prepare_rename,
    &feature_rename,
    &feature_document_link,
};
/* clang-format on */

enum { FEATURE_COUNT = sizeof(table) / sizeof(*table) };

const struct feature *feature_at(uint32_t index)
{
    return index < FEATURE_COUNT ? table[index] : NULL;
}

bool feature_find(struct str method, uint32_t *index)
{
    for (uint32_t i = FEATURE_CHECK + 1; i < FEATURE_COUNT; i++)
        if (str_is(method, table[i]->method)) {
            *index = i;
            return true;
        }
    return false;
}

const struct document *question_document(struct question *question)
{
    if (question->parsed)
        return question->parsed;
    question->parsed = arena_alloc(question->arena, sizeof(*question->parsed));
    document_parse(question->parsed, question->arena, &question->source);
    return question->parsed;
}

bool question_offset(const struct question *question, uint32_t *offset)
{
    struct lsp_position position;

    if (!position_read(value_get(question->params, "position"), &position))
        return false;
    *offset = position_find(&question->source, position, question->client->encoding);
    return true;
}
