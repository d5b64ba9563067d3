/* empty-section.c - ST106: a heading has text below it */

#include "lint/rule.h"

struct settings {
    bool parents;
    int level;
};

static const struct option options[] = {
    {.name = "allow_parent_headings",
     .type = OPTION_BOOL,
     .initial = "true",
     .help = "let a heading be followed by one of a deeper level",
     .offset = offsetof(struct settings, parents)},
    {.name = "level",
     .type = OPTION_INTEGER,
     .initial = "1",
     .help = "the least deep level of headings that are looked at",
     .offset = offsetof(struct settings, level),
     .minimum = 1,
     .maximum = 6},
    {.type = OPTION_END},
};

/* Does a reader see nothing of the block, or nothing to read? Blanks beside a comment do
 * not matter here. */
static bool is_nothing(const struct document *document, const struct node *block)
{
    if (block->kind == NODE_DEFINITION || block->kind == NODE_THEMATIC_BREAK)
        return true;
    return block->kind == NODE_HTML_BLOCK &&
           html_is_comment_block(str_trim(source_text(document->source, block->span)));
}

/* What follows the heading that a reader sees; NULL at the end. */
static const struct node *find_next(const struct document *document,
                                    const struct node *heading)
{
    const struct node *next = node_sibling(document, heading);

    while (next && is_nothing(document, next))
        next = node_sibling(document, next);
    return next;
}

/* A heading in a quote, an item or a directive may be all that is wanted there. */
static void check(struct pass *pass, const struct node *heading)
{
    const struct settings *settings = pass_settings(pass);
    const struct document *document = pass_document(pass);
    const struct node *next;
    struct str text;
    const char *name;

    if (heading->parent != 0 || heading->level < settings->level)
        return;
    next = find_next(document, heading);
    if (next && next->kind != NODE_HEADING)
        return;
    text = str_trim(document_heading_text(document, heading, pass_arena(pass)));
    name = message_text(pass_arena(pass), text.len ? text : STR("#"));
    if (!next || next->level <= heading->level)
        report(pass, document_first_line(pass_source(pass), heading),
               "section `%s` is empty; write its text below the heading, or delete it",
               name);
    else if (!settings->parents)
        report(pass, document_first_line(pass_source(pass), heading),
               "another heading follows `%s` at once; write a sentence or two between "
               "them",
               name);
}

const struct rule rule_empty_section = {
    .code = "ST106",
    .name = "empty-section",
    .aliases = "MD082 no-empty-sections",
    .tags = "headings",
    .summary = "a heading has no text below it",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .nodes = NODE_BIT(NODE_HEADING),
    .node = check,
};
