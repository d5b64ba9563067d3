/* no-multiple-space-blockquote.c - MD027: one blank after a quote marker */

#include "lint/rule.h"

struct settings {
    bool list_items;
};

struct state {
    struct quote_search quotes;
    struct list_search lists;
    uint32_t done; /* no line before this one is of interest */
};

static const struct option options[] = {
    {.name = "list_items",
     .type = OPTION_BOOL,
     .initial = "true",
     .help = "look at lists and what is in them, too",
     .offset = offsetof(struct settings, list_items)},
    {.type = OPTION_END},
};

/* More blanks than this may keep a text from being the start of another block. */
enum { SAFE_BLANKS = 3 };

/* Does what is above make something of the blanks before the block? Below a definition
 * they are text for cmark-gfm, and below a list they may be too few (ST116). */
static bool counts_blanks(const struct document *document, const struct node *block,
                          uint32_t line)
{
    const struct node *before = node_sibling_before(document, block);

    return (before && before->kind == NODE_LIST) ||
           (line && document_line_node(document, line - 1)->kind == NODE_DEFINITION);
}

/* Is it the text of the block that stands after the blanks, and not another marker? */
static bool begins_text(const struct document *document, const struct node *block,
                        uint32_t line, struct span blanks)
{
    if (block->span.start >= document->source->lines[line].start)
        return blanks.end == block->span.start;
    return blanks.start == document_text_start(document, block, line);
}

/* May the text after the blanks move, and nothing else changes? */
static bool is_safe(struct pass *pass, uint32_t line, struct quote_blanks blanks)
{
    const struct document *document = pass_document(pass);
    const struct source *source = pass_source(pass);
    const struct node *block = document_line_node(document, line);
    struct state *state = pass_state(pass);

    if (block->kind == NODE_TABLE_ROW)
        block = node_parent(document, block);
    if (blanks.span.end == source->lines[line].end)
        return block->kind == NODE_BLOCK_QUOTE;
    if ((blanks.in_list && !begins_text(document, block, line, blanks.span)) ||
        counts_blanks(document, block, line))
        return false;
    if (span_length(blanks.span) > SAFE_BLANKS ||
        memchr(source->data + blanks.span.start, '\t', span_length(blanks.span)))
        return false;
    return (block->kind == NODE_PARAGRAPH || block->kind == NODE_TABLE) &&
           node_parent(document, block)->kind == NODE_BLOCK_QUOTE &&
           document_list_is_plain(document, block, &state->lists);
}

static void check_line(struct pass *pass, uint32_t line)
{
    const struct settings *settings = pass_settings(pass);
    const struct document *document = pass_document(pass);
    struct state *state = pass_state(pass);
    struct quote_blanks *blanks;
    uint32_t count =
        document_quote_blanks(document, line, &state->quotes, &blanks, pass_arena(pass));

    for (uint32_t i = 0; i < count; i++) {
        struct finding *finding;

        if (!settings->list_items && blanks[i].in_list)
            continue;
        finding = report(pass, blanks[i].span, "%u blanks after `>`, expected one",
                         (unsigned)span_length(blanks[i].span) + 1);
        fix_replace(finding, blanks[i].span, STR(""));
        if (finding && !is_safe(pass, line, blanks[i]))
            fix_is_unsafe(finding);
    }
}

/* Quotes in a quote have their lines in common with it. */
static void node(struct pass *pass, const struct node *quote)
{
    const struct source *source = pass_source(pass);
    struct state *state = pass_state(pass);
    uint32_t last = source_line(source, quote->span.end);
    uint32_t line = source_line(source, quote->span.start);

    for (line = line < state->done ? state->done : line; line <= last; line++)
        check_line(pass, line);
    state->done = line;
}

const struct rule rule_no_multiple_space_blockquote = {
    .code = "MD027",
    .name = "no-multiple-space-blockquote",
    .tags = "blockquote whitespace indentation",
    .summary = "more than one blank stands after a quote marker",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_BLOCK_QUOTE),
    .node = node,
};
