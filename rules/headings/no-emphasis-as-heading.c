/* no-emphasis-as-heading.c - MD036: a paragraph of emphasis that should be a heading */

#include "lint/rule.h"

struct settings {
    struct str punctuation;
};

struct state {
    const struct node *paragraph; /* the last one that has been looked at */
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
    return !white_space_only(node_literal(node));
}

/* Is the emphasis the only child of the paragraph that counts? Trailing spaces count as
 * well. */
static bool stands_alone(const struct document *document, const struct node *paragraph,
                         const struct node *emphasis)
{
    const struct node *child = node_child(document, paragraph);

    if (is_space_or_tab(document->source->data[paragraph->span.end]))
        return false;
    for (; child; child = node_sibling(document, child))
        if (child != emphasis && counts(child))
            return false;
    return true;
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
        (text->flags & NODE_ESCAPED) || may_be_more(node_literal(text)))
        return NULL;
    return text;
}

/* Of several in a paragraph none stands alone: the first one settles that. */
static void check(struct pass *pass, const struct node *emphasis)
{
    const struct document *document = pass_document(pass);
    const struct settings *settings = pass_settings(pass);
    const struct node *paragraph = node_parent(document, emphasis);
    struct state *state = pass_state(pass);
    const struct node *text;

    if (paragraph->kind != NODE_PARAGRAPH || paragraph == state->paragraph)
        return;
    state->paragraph = paragraph;
    if (!is_top_level(document, paragraph) ||
        !stands_alone(document, paragraph, emphasis))
        return;
    text = plain_text(document, emphasis);
    if (text && !utf8_ends_in(node_literal(text), settings->punctuation))
        report(pass, text->span,
               "`%s` used as a heading; begin it with `#` signs instead",
               message_text(pass_arena(pass), node_literal(text)));
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
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_EMPHASIS) | NODE_BIT(NODE_STRONG),
    .html_content = true,
    .node = check,
};
