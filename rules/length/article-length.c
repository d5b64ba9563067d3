/* article-length.c - ST109: an article is neither too short nor too long */

#include "lint/rule.h"

enum { WORDS_MAX = 1000000 }; /* as many as the longest books have */

struct settings {
    int minimum;
    int maximum;
};

static const struct option options[] = {
    {.name = "minimum",
     .type = OPTION_INTEGER,
     .initial = "0",
     .help = "the fewest words of an article",
     .offset = offsetof(struct settings, minimum),
     .maximum = WORDS_MAX},
    {.name = "maximum",
     .type = OPTION_INTEGER,
     .initial = "0",
     .help = "the most words of an article; 0: any number",
     .offset = offsetof(struct settings, maximum),
     .maximum = WORDS_MAX},
    {.type = OPTION_END},
};

/* The finding stands where the text begins. */
static void finish(struct pass *pass)
{
    const struct settings *settings = pass_settings(pass);
    const struct document *document = pass_document(pass);
    uint32_t line = document->body_line;
    struct span place = source_line_span(pass_source(pass), line);
    uint32_t words;

    if (settings->minimum == 0 && settings->maximum == 0)
        return;
    words = document_words(document, 0, document->node_count);
    if (words < (uint32_t)settings->minimum)
        report(pass, place,
               "the article has %u words, expected %d at least; write %u more",
               (unsigned)words, settings->minimum,
               (unsigned)(settings->minimum - (int)words));
    else if (settings->maximum && words > (uint32_t)settings->maximum)
        report(pass, place,
               "the article has %u words, expected %d at most; cut or split it",
               (unsigned)words, settings->maximum);
}

const struct rule rule_article_length = {
    .code = "ST109",
    .name = "article-length",
    .tags = "length",
    .summary = "an article has fewer or more words than is wanted",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .finish = finish,
};
