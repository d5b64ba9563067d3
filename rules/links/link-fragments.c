/* link-fragments.c - MD051: links to a place in the same article lead somewhere */

#include "lint/rule.h"

struct settings {
    bool ignore_case;
    const struct regex *ignored_pattern;
};

struct state {
    struct anchors anchors;
    bool found; /* the anchors */
};

static const struct option options[] = {
    {.name = "ignore_case",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "a fragment may differ from its anchor in the case of letters",
     .offset = offsetof(struct settings, ignore_case)},
    {.name = "ignored_pattern",
     .type = OPTION_PATTERN,
     .initial = "\"\"",
     .help = "fragments, without their `#`, that are not looked at; empty: none",
     .offset = offsetof(struct settings, ignored_pattern),
     .case_counts = true},
    {.type = OPTION_END},
};

/* A heading of nothing but a link to #tab/… is DocFX's syntax for tabs. */
static bool is_tab(const struct document *document, const struct node *link,
                   struct str destination)
{
    const struct node *parent = node_parent(document, link);

    return parent->kind == NODE_HEADING && parent->form != HEADING_SETEXT &&
           str_starts(destination, STR("#tab/")) &&
           node_child(document, parent) == link && !node_sibling(document, link);
}

static struct anchors *anchors_of(struct pass *pass)
{
    struct state *state = pass_state(pass);

    if (!state->found)
        anchors_find(&state->anchors, pass_document(pass), pass_arena(pass));
    state->found = true;
    return &state->anchors;
}

static void complain_case(struct pass *pass, const struct node *link, struct str fragment,
                          struct str expected)
{
    struct arena *arena = pass_arena(pass);
    struct span place = document_first_line(pass_source(pass), link);
    struct finding *finding =
        report(pass, place, "the anchor is `%s`, not `%s`: the case of letters counts",
               message_text(arena, expected), message_text(arena, fragment));

    if (place.end == link->span.end)
        fix_replace(finding, link->link->destination, expected);
    if (!uri_is_same(fragment, expected))
        fix_is_unsafe(finding);
}

static void check(struct pass *pass, const struct node *link, struct str fragment)
{
    const struct settings *settings = pass_settings(pass);
    struct anchors *anchors = anchors_of(pass);
    const struct link_anchor *other;

    if (anchors_get(anchors, fragment))
        return;
    other = anchors_get_any_case(anchors, pass_arena(pass), fragment);
    if (!other)
        report(pass, document_first_line(pass_source(pass), link),
               "link to `%s`, but no heading or tag of the article has that anchor",
               message_text(pass_arena(pass), fragment));
    else if (!settings->ignore_case)
        complain_case(pass, link, fragment, other->fragment);
}

static void node(struct pass *pass, const struct node *link)
{
    const struct settings *settings = pass_settings(pass);
    struct str destination = source_text(pass_source(pass), link->link->destination);
    struct str fragment;

    if (!destination.len || !is_one_of(destination.data[0], "#\\") ||
        (link->kind == NODE_LINK && link->link->definition) ||
        is_tab(pass_document(pass), link, destination))
        return;
    fragment = anchor_fragment(pass_arena(pass), destination);
    if (fragment.len < 2 || fragment.data[0] != '#' || anchor_is_line(fragment) ||
        (settings->ignored_pattern &&
         regex_match(settings->ignored_pattern,
                     (struct str){fragment.data + 1, fragment.len - 1}) == REGEX_MATCH))
        return;
    check(pass, link, fragment);
}

const struct rule rule_link_fragments = {
    .code = "MD051",
    .name = "link-fragments",
    .tags = "links",
    .summary = "a link leads to a place that the article does not have",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_LINK) | NODE_BIT(NODE_DEFINITION),
    .node = node,
};
