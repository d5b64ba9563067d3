/* blanks-around-fences.c - MD031: fenced code has blank lines around it */

#include "lint/rule.h"

struct settings {
    bool list_items;
};

static const struct option options[] = {
    {.name = "list_items",
     .type = OPTION_BOOL,
     .initial = "true",
     .help = "look at code blocks in lists, too",
     .offset = offsetof(struct settings, list_items)},
    {.type = OPTION_END},
};

static uint32_t end_of_opening(const struct node *block)
{
    if (span_empty(block->code_block->info))
        return block->span.start + block->level;
    return block->code_block->info.end;
}

/* The place of an unclosed fence: the line that it ends on. */
static struct span end_of(struct pass *pass, const struct node *block, uint32_t line)
{
    struct span last = source_line_span(pass_source(pass), line);

    if (!span_empty(block->code_block->closing))
        return block->code_block->closing;
    if (last.start < block->span.start)
        last.start = block->span.start;
    return last;
}

static void check_below(struct pass *pass, const struct node *block)
{
    const struct document *document = pass_document(pass);
    uint32_t last = document_fence_end(document, block);
    struct finding *finding;

    if (document_line_is_blank(document, last + 1) ||
        document_line_is_blank(document, last))
        return;
    finding = report(pass, end_of(pass, block, last),
                     "the code block needs a blank line below it");
    if (!span_empty(block->code_block->closing))
        fix_blank_lines(pass, finding, &(struct blank_line_gap){last + 1, last, 1});
}

static void node(struct pass *pass, const struct node *block)
{
    const struct document *document = pass_document(pass);
    const struct settings *settings = pass_settings(pass);
    uint32_t first = source_line(pass_source(pass), block->span.start);

    if (!(block->flags & NODE_FENCED) ||
        (!settings->list_items && node_ancestor(document, block, NODE_LIST)))
        return;
    if (!document_line_is_blank(document, first - 1)) {
        struct span fence = span_make(block->span.start, end_of_opening(block));

        fix_blank_lines(pass,
                        report(pass, fence, "the code block needs a blank line above it"),
                        &(struct blank_line_gap){first, first, 1});
    }
    check_below(pass, block);
}

const struct rule rule_blanks_around_fences = {
    .code = "MD031",
    .name = "blanks-around-fences",
    .tags = "code blank_lines",
    .summary = "a fenced code block has no blank line around it",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .nodes = NODE_BIT(NODE_CODE_BLOCK),
    .node = node,
};
