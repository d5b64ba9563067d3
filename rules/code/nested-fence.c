/* nested-fence.c - ST119: an example with code in it needs a longer fence */

#include "lint/rule.h"

/* Are fences inside it likely? In code of other languages they are text. */
static bool may_have_fences(const struct source *source, const struct node *block)
{
    struct str language = source_text(source, document_code_language(source, block));

    return !language.len || str_equal_ignore_case(language, STR("md")) ||
           str_equal_ignore_case(language, STR("markdown"));
}

/* The fence that the line begins with after its indent, when it can only open a block:
 * what is in the info string follows. Else empty. */
static struct span opening_fence(const struct source *source, struct span line,
                                 const struct node *block)
{
    uint32_t start = line.start;
    uint32_t end, info;

    while (start < line.end && is_space_or_tab(source->data[start]))
        start++;
    for (end = start; end < line.end && source->data[end] == block->marker;)
        end++;
    info = end;
    while (info < line.end && is_space_or_tab(source->data[info]))
        info++;
    if (end - start < block->level || info == line.end ||
        !(is_ascii_alnum(source->data[info]) || source->data[info] == '{'))
        return span_make(start, start);
    return span_make(start, end);
}

/* The first such fence in the block, or an empty span. */
static struct span find_inner(const struct document *document, const struct node *block)
{
    const struct source *source = document->source;
    uint32_t last = source_line(source, block->code_block->closing.start);

    for (uint32_t line = source_line(source, block->span.start) + 1; line < last;
         line++) {
        struct span text = span_make(document_text_start(document, block, line),
                                     source->lines[line].end);
        struct span inner = opening_fence(source, text, block);

        if (!span_empty(inner))
            return inner;
    }
    return span_make(0, 0);
}

/* The block that the fence begins which was to close this one: the next without a
 * language, for those with one are examples, too. NULL when there is none. */
static const struct node *find_end(const struct document *document,
                                   const struct node *block)
{
    const struct source *source = document->source;

    while ((block = node_sibling(document, block))) {
        if (block->kind != NODE_CODE_BLOCK || !(block->flags & NODE_FENCED))
            continue;
        if (span_empty(block->code_block->info))
            return block;
        if (may_have_fences(source, block))
            break;
    }
    return NULL;
}

/* Makes a fence longer. */
static void lengthen(struct finding *finding, const struct node *block, uint32_t by)
{
    struct str fence = {block->marker == '~' ? "~~~~" : "````", by};

    fix_replace(finding, span_make(block->span.start, block->span.start), fence);
}

static void check(struct pass *pass, const struct node *block)
{
    const struct source *source = pass_source(pass);
    const struct document *document = pass_document(pass);
    struct finding *finding;
    const struct node *end;
    struct span inner;

    if (!(block->flags & NODE_FENCED) || span_empty(block->code_block->closing) ||
        !may_have_fences(source, block))
        return;
    inner = find_inner(document, block);
    if (span_empty(inner))
        return;
    finding = report(
        pass, inner,
        "this fence is inside the block of line %u, which the next fence ends; "
        "begin and end that block with %u %s",
        (unsigned)source_line(source, block->span.start) + 1,
        (unsigned)span_length(inner) + 1, block->marker == '~' ? "tildes" : "back-ticks");
    end = find_end(document, block);
    if (!end || end->marker != block->marker ||
        span_length(inner) + 1 - block->level > 4 || end->level != block->level)
        return;
    lengthen(finding, block, span_length(inner) + 1 - block->level);
    lengthen(finding, end, span_length(inner) + 1 - block->level);
}

const struct rule rule_nested_fence = {
    .code = "ST119",
    .name = "nested-fence",
    .aliases = "MD070 nested-code-fence",
    .tags = "code",
    .summary = "a fence inside an example ends the example too early",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .every_dialect = true,
    .nodes = NODE_BIT(NODE_CODE_BLOCK),
    .node = check,
};
