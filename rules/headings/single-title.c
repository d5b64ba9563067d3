/* single-title.c - MD025: an article has one title */

#include "lint/rule.h"

struct settings {
    const struct regex *front_matter_title;
    int level;
};

struct state {
    const struct node *title; /* the heading that the document begins with */
    bool in_front_matter;
};

static const struct option options[] = {
    {.name = "front_matter_title",
     .type = OPTION_PATTERN,
     .initial = FRONT_MATTER_TITLE,
     .help = "front matter line that is the title; empty for none",
     .offset = offsetof(struct settings, front_matter_title)},
    {.name = "level",
     .type = OPTION_INTEGER,
     .initial = "1",
     .help = "level of the heading that is the title",
     .offset = offsetof(struct settings, level),
     .minimum = 1,
     .maximum = 6},
    {.type = OPTION_END},
};

/* The first block that is not a comment, or NULL. */
static const struct node *first_content(const struct document *document)
{
    const struct node *block = node_child(document, document->nodes);

    while (block && document_is_comment(block))
        block = node_sibling(document, block);
    return block;
}

/* In DocFX `# [text](#tab/id)` is a tab, not a heading. */
static bool is_tab(struct pass *pass, const struct node *heading)
{
    const struct document *document = pass_document(pass);
    const struct node *link = node_child(document, heading);

    return link && link->kind == NODE_LINK && heading->form != HEADING_SETEXT &&
           !node_sibling(document, link) &&
           str_starts(source_text(pass_source(pass), link->link->destination),
                      STR("#tab/"));
}

static void front_matter(struct pass *pass)
{
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);
    const struct node *first = first_content(pass_document(pass));

    state->in_front_matter =
        pass_front_matter_matches(pass, settings->front_matter_title);
    if (first && first->kind == NODE_HEADING && first->level == settings->level &&
        !is_tab(pass, first))
        state->title = first;
}

static void node(struct pass *pass, const struct node *heading)
{
    const struct settings *settings = pass_settings(pass);
    const struct state *state = pass_state(pass);

    if (heading->level != settings->level || is_tab(pass, heading))
        return;
    if (state->in_front_matter) {
        report(pass, heading->span,
               "another title: it is in the front matter already, so begin with `%.*s#`",
               settings->level < 6 ? settings->level : 5, "#####");
    } else if (state->title && state->title != heading) {
        struct finding *finding =
            report(pass, heading->span,
                   "another title: an article has one, so begin with `%.*s#` here",
                   settings->level < 6 ? settings->level : 5, "#####");
        finding_relate(finding, state->title->span, "the title");
    }
}

const struct rule rule_single_title = {
    .code = "MD025",
    .name = "single-title",
    .aliases = "single-h1",
    .tags = "headings",
    .summary = "an article has more than one title",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_HEADING),
    .front_matter = front_matter,
    .node = node,
};
