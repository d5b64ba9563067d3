/* no-emphasis-as-heading.c - MD036: a paragraph of emphasis that should be a heading */

#include "lint/rule.h"

struct settings {
    struct str punctuation;
};

static const struct option options[] = {
    {.name = "punctuation",
     .type = OPTION_STRING,
     .initial = "\".,;:!?\\u3002\\uff0c\\uff1b\\uff1a\\uff01\\uff1f\"",
     .help = "characters at the end of a text that is no heading",
     .offset = offsetof(struct settings, punctuation)},
    {.name = NULL},
};

/* Nodes in HTML blocks are not in their lists and quotes, whose markers remain in the
 * line. */
static bool starts_line(const struct source *source, const struct node *node)
{
    uint32_t start = source->lines[source_line(source, node->span.start)].start;

    return str_trim(source_text(source, span_make(start, node->span.start))).len == 0;
}

/* Paragraphs in lists and quotes do not count. */
static bool is_top_level(const struct document *document, const struct node *paragraph)
{
    const struct node *parent = node_parent(document, paragraph);

    if (parent->kind == NODE_HTML_BLOCK)
        return parent->parent == 0 && starts_line(document->source, paragraph);
    return parent->kind == NODE_DOCUMENT;
}

/* HTML tags, and spaces between them, may be beside the emphasis. */
static bool counts(const struct node *node)
{
    if (node->kind == NODE_HTML)
        return false;
    if (node->kind != NODE_TEXT)
        return true;
    return !white_space_only(node->literal);
}

static bool is_emphasis(const struct node *node)
{
    return node->kind == NODE_EMPHASIS || node->kind == NODE_STRONG;
}

/* The emphasis that is the only child of the paragraph that counts, or NULL. Trailing
 * spaces count as well. */
static const struct node *only_emphasis(const struct document *document,
                                        const struct node *paragraph)
{
    char after = document->source->data[paragraph->span.end];
    const struct node *child = node_child(document, paragraph);
    const struct node *only = NULL;

    if (is_space_or_tab(after))
        return NULL;
    for (; child; child = node_sibling(document, child)) {
        if (!counts(child))
            continue;
        if (only || !is_emphasis(child))
            return NULL;
        only = child;
    }
    return only;
}

/*
 * May markdownlint 0.40 find more than text here? Brackets may be a link, and a colon
 * before a word is a directive, as in `10:30`.
 */
static bool may_be_more(struct str text)
{
    if (memchr(text.data, '[', text.len))
        return true;
    for (size_t i = 0; i + 1 < text.len; i++)
        if (text.data[i] == ':' &&
            !strchr("- \t!\"#$%&'()*+,./:;<=>?@[\\]^_`{|}~", text.data[i + 1]))
            return true;
    return false;
}

/* The text of the emphasis, when there is nothing else in it; or NULL. */
static const struct node *plain_text(const struct document *document,
                                     const struct node *emphasis)
{
    const struct node *text = node_child(document, emphasis);

    if (!text || text->kind != NODE_TEXT || node_sibling(document, text) ||
        (text->flags & NODE_ESCAPED) || may_be_more(text->literal))
        return NULL;
    return text;
}

static void check(struct pass *pass, const struct node *paragraph)
{
    const struct document *document = pass_document(pass);
    const struct settings *settings = pass_settings(pass);
    const struct node *emphasis;
    const struct node *text;

    if (!is_top_level(document, paragraph))
        return;
    emphasis = only_emphasis(document, paragraph);
    if (!emphasis)
        return;
    text = plain_text(document, emphasis);
    if (text && !utf8_ends_in(text->literal, settings->punctuation))
        report(pass, text->span,
               "`%s` used as a heading; begin it with `#` signs instead",
               message_text(pass_arena(pass), text->literal));
}

const struct rule rule_no_emphasis_as_heading = {
    .code = "MD036",
    .name = "no-emphasis-as-heading",
    .tags = "headings emphasis",
    .summary = "a paragraph of nothing but emphasis stands where a heading should",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .nodes = NODE_BIT(NODE_PARAGRAPH),
    .html_content = true,
    .node = check,
};
