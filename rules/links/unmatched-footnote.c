/* unmatched-footnote.c - ST120: footnotes that are referred to have a text */

#include "lint/rule.h"

struct settings {
    bool unused;
};

static const struct option options[] = {
    {.name = "unused",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "also report footnotes that no text refers to",
     .offset = offsetof(struct settings, unused)},
    {.type = OPTION_END},
};

/* What is defined, found when it is first asked for: most articles have no footnotes. */
struct definitions {
    struct label_map map;
    bool known;
};

static bool is_defined(struct pass *pass, struct definitions *definitions,
                       struct str label)
{
    if (!definitions->known)
        document_definitions(pass_document(pass), pass_arena(pass), &definitions->map);
    definitions->known = true;
    return labels_find(&definitions->map, label);
}

/* `[^label]`, and not what only looks like a part of a pattern: `[^ ]`, `[^"\]`. */
static bool is_reference(const struct loose_reference *loose)
{
    size_t len;

    if (loose->form != LINK_SHORTCUT || !str_starts(loose->label, STR("^")) ||
        loose->label.len == 1)
        return false;
    for (size_t at = 1; at < loose->label.len; at += len) {
        struct str rest = {loose->label.data + at, loose->label.len - at};

        if (!code_point_is_word(utf8_decode(rest, &len)) && *rest.data != '-')
            return false;
    }
    return true;
}

static void check_references(struct pass *pass)
{
    const struct document *document = pass_document(pass);
    struct definitions definitions = {.known = false};

    for (uint32_t i = 0; i < document->loose_count; i++) {
        const struct loose_reference *loose = &document->loose[i];
        const char *label;

        if (!is_reference(loose) || is_defined(pass, &definitions, loose->label))
            continue;
        label = message_text(pass_arena(pass), loose->label);
        report(pass, loose->span,
               "footnote `[%s]` has no text; write it below as `[%s]: text`", label,
               label);
    }
}

static void check_definitions(struct pass *pass)
{
    const struct document *document = pass_document(pass);
    const struct source *source = pass_source(pass);
    const uint64_t kinds = NODE_BIT(NODE_FOOTNOTE_DEFINITION);
    struct label_map used = {{0}};
    uint32_t i = document_next(document, 1, kinds);

    if (i < document->node_count)
        document_references(document, pass_arena(pass), &used);
    for (; i < document->node_count; i = document_next(document, i + 1, kinds)) {
        const struct node *node = &document->nodes[i];
        struct str label;

        if (!node_is_definition(node))
            continue;
        label = source_text(source, definition_label(node));
        if (!labels_find(&used, label))
            report(pass, document_first_line(source, node),
                   "no text refers to this footnote; write `[%s]` where it belongs",
                   message_text(pass_arena(pass), label));
    }
}

static void finish(struct pass *pass)
{
    const struct settings *settings = pass_settings(pass);

    check_references(pass);
    if (settings->unused)
        check_definitions(pass);
}

const struct rule rule_unmatched_footnote = {
    .code = "ST120",
    .name = "unmatched-footnote",
    .aliases = "MD066 footnote-validation",
    .tags = "footnotes",
    .summary = "a footnote has no text, or no text refers to it",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .finish = finish,
};
