/* first-line-heading.c - MD041: a document begins with its title */

#include "lint/rule.h"

struct settings {
    bool allow_preamble;
    const struct regex *front_matter_title;
    int level;
};

static const struct option options[] = {
    {.name = "allow_preamble",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "allow other content before the first heading",
     .offset = offsetof(struct settings, allow_preamble)},
    {.name = "front_matter_title",
     .type = OPTION_PATTERN,
     .initial = FRONT_MATTER_TITLE,
     .help = "a front matter line that matches is the title; empty: none is",
     .offset = offsetof(struct settings, front_matter_title)},
    {.name = "level",
     .type = OPTION_INTEGER,
     .initial = "1",
     .help = "level of the first heading",
     .offset = offsetof(struct settings, level),
     .minimum = 1,
     .maximum = 6},
    {.name = NULL},
};

/* The level of <h1> to <h6> when that comes first in the HTML block, else 0. */
static int html_heading_level(const struct document *document, const struct node *block)
{
    for (uint32_t i = node_index(document, block) + 1; i < block->next; i++) {
        struct str name;

        if (document->nodes[i].kind != NODE_HTML)
            continue;
        name = html_tag_read(node_literal(&document->nodes[i])).name;
        if (name.len == 2 && (name.data[0] == 'h' || name.data[0] == 'H') &&
            name.data[1] >= '1' && name.data[1] <= '6')
            return name.data[1] - '0';
        break;
    }
    return 0;
}

/* The level of a heading, in Markdown or HTML; 0 for other content. */
static int heading_level(const struct document *document, const struct node *node)
{
    if (node->kind == NODE_HEADING)
        return node->level;
    return node->kind == NODE_HTML_BLOCK ? html_heading_level(document, node) : 0;
}

static void check(struct pass *pass, const struct node *root)
{
    const struct settings *settings = pass_settings(pass);
    const struct document *document = pass_document(pass);
    const struct source *source = pass_source(pass);
    const struct node *node = node_child(document, root);
    int level = 0;

    if (pass_front_matter_matches(pass, settings->front_matter_title))
        return;
    for (; node; node = node_sibling(document, node)) {
        if (document_is_comment(node))
            continue;
        level = heading_level(document, node);
        if (level || !settings->allow_preamble)
            break;
    }
    if (!node || level == settings->level)
        return;
    if (level)
        report(pass, document_first_line(source, node),
               "the first heading is `%s`; begin with `%s`", heading_signs(level),
               heading_signs(settings->level));
    else
        report(pass, document_first_line(source, node),
               "the text does not begin with its title; write `%s` and the title above",
               heading_signs(settings->level));
}

const struct rule rule_first_line_heading = {
    .code = "MD041",
    .name = "first-line-heading",
    .aliases = "first-line-h1",
    .tags = "headings",
    .summary = "a document does not begin with a heading of the top level",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .nodes = NODE_BIT(NODE_DOCUMENT),
    .node = check,
};
