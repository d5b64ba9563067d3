/* link-image-reference-definitions.c - MD053: definitions are used, and there is one */

#include "lint/rule.h"

struct settings {
    struct str_list ignored_definitions;
};

struct state {
    bool apart; /* what is around the row of definitions stays what it is without */
    struct list_search lists;
    struct label_map bracketed;
    bool searched; /* for the labels in brackets */
};

static const struct option options[] = {
    {.name = "ignored_definitions",
     .type = OPTION_STRINGS,
     .initial = "[\"//\"]",
     .help = "labels, in lower case, that may be defined without a use, or twice",
     .offset = offsetof(struct settings, ignored_definitions)},
    {.type = OPTION_END},
};

/* Asked of each definition in turn: all of a row share the answer. */
static bool can_go(struct pass *pass, const struct node *definition)
{
    const struct document *document = pass_document(pass);
    const struct node *before = node_sibling_before(document, definition);
    struct state *state = pass_state(pass);

    if (definition->parent || definition->kind != NODE_DEFINITION)
        return false;
    if (!before || before->kind != NODE_DEFINITION)
        state->apart = document_row_may_go(document, before, definition, &state->lists);
    return state->apart;
}

/* Is there what may be a link to a program that sees Markdown where CommonMark sees code,
 * HTML or a value of front matter? */
static bool may_be_used(struct pass *pass, struct str label)
{
    struct state *state = pass_state(pass);

    if (!state->searched)
        document_bracketed(pass_document(pass), pass_arena(pass), &state->bracketed);
    state->searched = true;
    return labels_find(&state->bracketed, label);
}

/* All of its lines go. */
static void fix(struct pass *pass, struct finding *finding, const struct node *definition)
{
    const struct source *source = pass_source(pass);
    uint32_t first = source_line(source, definition->span.start);
    uint32_t last = source_line(source, definition->span.end);
    struct span lines =
        span_make(source->lines[first].start, source->lines[last + 1].start);

    fix_replace(finding, lines, STR(""));
}

static struct finding *complain(struct pass *pass, const struct node *definition,
                                const struct node *first, const char *label)
{
    const struct source *source = pass_source(pass);
    struct span line = source_line_span(source, source_line(source, first->span.start));
    struct finding *finding;

    if (first == definition)
        return report(pass, line, "no %s uses `[%s]`",
                      first->kind == NODE_DEFINITION ? "link or image" : "text", label);
    line = source_line_span(source, source_line(source, definition->span.start));
    finding =
        report(pass, line, "`[%s]` is defined above, so this line has no effect", label);
    finding_relate(finding, document_first_line(source, first),
                   "the definition that counts");
    return finding;
}

static void check(struct pass *pass, const struct node *definition,
                  const struct node *first, bool safe)
{
    const struct settings *settings = pass_settings(pass);
    struct arena *arena = pass_arena(pass);
    struct span label = definition_label(definition);
    struct str own = source_text(pass_source(pass), label);
    struct str text = label_text(arena, own);
    struct finding *finding;

    if (str_list_has(settings->ignored_definitions, text))
        return;
    finding = complain(pass, definition, first, message_text(arena, text));
    finding_is_unnecessary(finding);
    fix(pass, finding, definition);
    if (!safe || (first == definition && may_be_used(pass, own)))
        fix_is_unsafe(finding);
}

static void finish(struct pass *pass)
{
    const struct document *document = pass_document(pass);
    const struct source *source = pass_source(pass);
    const uint64_t kinds = NODE_BIT(NODE_DEFINITION) | NODE_BIT(NODE_FOOTNOTE_DEFINITION);
    struct label_map defined = {{0}};
    struct label_map used = {{0}};

    if (!document_definitions(document, pass_arena(pass), &defined))
        return;
    document_references(document, pass_arena(pass), &used);
    for (uint32_t i = document_next(document, 1, kinds); i < document->node_count;
         i = document_next(document, i + 1, kinds)) {
        const struct node *node = &document->nodes[i];
        const struct node *first;
        struct str label;
        bool safe;

        if (!node_is_definition(node))
            continue;
        safe = can_go(pass, node);
        label = source_text(source, definition_label(node));
        first = &document->nodes[labels_find(&defined, label)];
        if (first != node || !labels_find(&used, label))
            check(pass, node, first, safe);
    }
}

const struct rule rule_link_image_reference_definitions = {
    .code = "MD053",
    .name = "link-image-reference-definitions",
    .tags = "images links",
    .summary = "a definition is not used, or is there twice",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .finish = finish,
};
