/* formatting.c - textDocument/formatting and rangeFormatting: the safe fixes */

#include "lint/lsp/edits.h"

static enum answer_kind formatting(struct question *question)
{
    struct mend_choice all = {.rule = NULL};

    edits_write(question, edits_mend(question, &all));
    return ANSWER_GIVEN;
}

const struct feature feature_formatting = {
    .method = "textDocument/formatting",
    .capability = "documentFormattingProvider",
    .options = "true",
    .answer = formatting,
};

static enum answer_kind range_formatting(struct question *question)
{
    struct span range;
    struct mend_choice some = {.range = &range};

    if (!range_find(&question->source, value_get(question->params, "range"),
                    question->client->encoding, &range))
        return ANSWER_INVALID;
    edits_write(question, edits_mend(question, &some));
    return ANSWER_GIVEN;
}

const struct feature feature_range_formatting = {
    .method = "textDocument/rangeFormatting",
    .capability = "documentRangeFormattingProvider",
    .options = "true",
    .answer = range_formatting,
};
