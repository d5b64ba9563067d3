/* introduction-before-heading.c - ST113: an article begins with a paragraph */

#include "lint/rule.h"

enum { WORDS_MAX = 1000 }; /* more is no introduction */

struct settings {
    int minimum;
};

static const struct option options[] = {
    {.name = "minimum",
     .type = OPTION_INTEGER,
     .initial = "1",
     .help = "the fewest words of the introduction",
     .offset = offsetof(struct settings, minimum),
     .minimum = 1,
     .maximum = WORDS_MAX},
    {.type = OPTION_END},
};

/* The words of the paragraphs from the block on, at least as far as they are wanted;
 * stores the heading that follows them, or NULL. */
static uint32_t count_words(const struct document *document, const struct node *block,
                            int wanted, const struct node **heading)
{
    uint32_t words = 0;

    for (; block && block->kind != NODE_HEADING; block = node_sibling(document, block))
        if (block->kind == NODE_PARAGRAPH && words < (uint32_t)wanted)
            words += document_words(document, node_index(document, block), block->next);
    *heading = block;
    return words;
}

static void complain(struct pass *pass, const struct node *heading, uint32_t words)
{
    const struct settings *settings = pass_settings(pass);
    struct span place = document_first_line(pass_source(pass), heading);

    if (words)
        report(pass, place,
               "the introduction before this heading has %u words, expected %d at least; "
               "write %u more",
               (unsigned)words, settings->minimum,
               (unsigned)settings->minimum - (unsigned)words);
    else
        report(pass, place,
               "no introduction stands before this heading; write a paragraph that says "
               "what the article is about");
}

/* A heading of the first level that comes first is the title. */
static void finish(struct pass *pass)
{
    const struct settings *settings = pass_settings(pass);
    const struct document *document = pass_document(pass);
    const struct node *heading;
    uint32_t words = count_words(document, node_child(document, document->nodes),
                                 settings->minimum, &heading);

    if (heading && heading->level == 1 && !words)
        words = count_words(document, node_sibling(document, heading), settings->minimum,
                            &heading);
    if (heading && words < (uint32_t)settings->minimum)
        complain(pass, heading, words);
}

const struct rule rule_introduction_before_heading = {
    .code = "ST113",
    .name = "introduction-before-heading",
    .tags = "headings",
    .summary = "no paragraph stands before the first heading",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .finish = finish,
};
