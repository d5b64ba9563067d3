/* paragraph-length.c - ST111: a paragraph is not too long */

#include "lint/rule.h"

enum { WORDS_MAX = 1000000 }; /* as many as the longest books have */

struct settings {
    int maximum;
};

static const struct option options[] = {
    {.name = "maximum",
     .type = OPTION_INTEGER,
     .initial = "150",
     .help = "the most words of a paragraph",
     .offset = offsetof(struct settings, maximum),
     .minimum = 1,
     .maximum = WORDS_MAX},
    {.type = OPTION_END},
};

static void check(struct pass *pass, const struct node *paragraph)
{
    const struct settings *settings = pass_settings(pass);
    const struct document *document = pass_document(pass);
    uint32_t maximum = (uint32_t)settings->maximum;
    uint32_t first = node_index(document, paragraph);
    uint32_t words;

    if (!document_words_may_exceed(document, first, paragraph->next, maximum))
        return;
    words = document_words(document, first, paragraph->next);
    if (words > maximum)
        report(pass, document_first_line(pass_source(pass), paragraph),
               "the paragraph has %u words, expected %u at most; part it by a blank line",
               (unsigned)words, (unsigned)maximum);
}

const struct rule rule_paragraph_length = {
    .code = "ST111",
    .name = "paragraph-length",
    .tags = "length",
    .summary = "a paragraph has more words than is wanted",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .nodes = NODE_BIT(NODE_PARAGRAPH),
    .node = check,
};
