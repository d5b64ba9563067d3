/* unclosed-comment.c - ST135: a comment that begins also ends */

#include "lint/rule.h"

static bool has(struct str text, struct str wanted)
{
    for (size_t at = 0; at + wanted.len <= text.len; at++)
        if (str_starts((struct str){text.data + at, text.len - at}, wanted))
            return true;
    return false;
}

static void complain(struct pass *pass, uint32_t at, const char *what)
{
    report(pass, span_make(at, at + 4),
           "this comment has no end, so %s; write `-->` where it ends", what);
}

/* Only from its start on: what closes a comment in a block ends the block. */
static void check_block(struct pass *pass, const struct node *block)
{
    struct str text = source_text(pass_source(pass), block->span);

    if (str_starts(text, STR("<!--")) && !has(text, STR("-->")))
        complain(pass, block->span.start, "all below is hidden");
}

/* Inside a paragraph it is text, but not in code there or after a backslash. */
static void check_text(struct pass *pass, uint32_t at, uint32_t *next)
{
    bool escaped = at && pass_source(pass)->data[at - 1] == '\\';

    if (document_text_at(pass_document(pass), next, at) && !escaped)
        complain(pass, at, "it is shown as text");
}

static void check(struct pass *pass, uint32_t at, uint32_t *next)
{
    const struct document *document = pass_document(pass);
    const struct node *block =
        document_line_node(document, source_line(document->source, at));

    switch (block->kind) {
    case NODE_HTML_BLOCK:
        if (block->span.start == at)
            check_block(pass, block);
        break;
    case NODE_PARAGRAPH:
    case NODE_HEADING:
    case NODE_TABLE_ROW:
        check_text(pass, at, next);
        break;
    default:
        break;
    }
}

/* Few articles have a `<!--`, so they are looked for all at once. */
static void finish(struct pass *pass)
{
    const struct source *source = pass_source(pass);
    const char *end = source->data + source->size;
    const char *at = source->data + pass_document(pass)->mask.first_comment;
    uint32_t next = 0;

    for (; (at = memchr(at, '<', (size_t)(end - at))); at++)
        if (str_starts((struct str){at, (size_t)(end - at)}, STR("<!--")))
            check(pass, (uint32_t)(at - source->data), &next);
}

const struct rule rule_unclosed_comment = {
    .code = "ST135",
    .name = "unclosed-comment",
    .aliases = "MD086 no-unclosed-comments",
    .tags = "html",
    .summary = "a comment begins and never ends",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .finish = finish,
};
