/* unclosed-comment.c - ST135: a comment that begins also ends */

#include "lint/rule.h"

struct state {
    uint32_t next; /* index of the first node that has not been passed */
};

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

/* Inside a paragraph it is text. */
static void check_text(struct pass *pass, const struct node *block)
{
    const char *data = pass_source(pass)->data;
    const char *end = data + block->span.end;
    const char *at = data + block->span.start;
    struct state *state = pass_state(pass);

    for (; (at = memchr(at, '<', (size_t)(end - at))); at++) {
        uint32_t offset = (uint32_t)(at - data);

        if (end - at >= 4 && memcmp(at, "<!--", 4) == 0 && !(offset && at[-1] == '\\') &&
            document_text_at(pass_document(pass), &state->next, offset))
            complain(pass, offset, "it is shown as text");
    }
}

static void check(struct pass *pass, const struct node *node)
{
    if (node->kind == NODE_HTML_BLOCK)
        check_block(pass, node);
    else
        check_text(pass, node);
}

const struct rule rule_unclosed_comment = {
    .code = "ST135",
    .name = "unclosed-comment",
    .aliases = "MD086 no-unclosed-comments",
    .tags = "html",
    .summary = "a comment begins and never ends",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_HTML_BLOCK) | NODE_BIT(NODE_PARAGRAPH) |
             NODE_BIT(NODE_HEADING) | NODE_BIT(NODE_TABLE_CELL),
    .node = check,
};
