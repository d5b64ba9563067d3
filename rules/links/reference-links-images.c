/* reference-links-images.c - MD052: references have a definition */

#include "lint/rule.h"

struct settings {
    struct str_list ignored_labels;
    bool shortcut_syntax;
};

static const struct option options[] = {
    {.name = "ignored_labels",
     .type = OPTION_STRINGS,
     .initial = "[\"x\"]",
     .help = "labels, in lower case, that need no definition",
     .offset = offsetof(struct settings, ignored_labels)},
    {.name = "shortcut_syntax",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "look at `[label]` alone as well, which is often meant as text",
     .offset = offsetof(struct settings, shortcut_syntax)},
    {.type = OPTION_END},
};

/* A footnote has ^ in its label, and no target. */
static void complain(struct pass *pass, struct span place, struct str label)
{
    const char *shown = message_text(pass_arena(pass), label);

    if (str_starts(label, STR("^")))
        report(pass, place, "footnote `[%s]` has no text, expected a line `[%s]: text`",
               shown, shown);
    else
        report(pass, place, "label `[%s]` has no target, expected a line `[%s]: target`",
               shown, shown);
}

static void check(struct pass *pass, const struct loose_reference *loose)
{
    const struct settings *settings = pass_settings(pass);
    const struct source *source = pass_source(pass);
    struct span line = source_line_span(source, source_line(source, loose->span.start));
    struct span place = loose->span;
    struct str label = label_text(pass_arena(pass), loose->label);

    if (place.end > line.end)
        place.end = line.end;
    if (!str_list_has(settings->ignored_labels, label))
        complain(pass, place, label);
}

static void finish(struct pass *pass)
{
    const struct settings *settings = pass_settings(pass);
    const struct document *document = pass_document(pass);
    struct label_map defined = {{0}};

    if (!document->loose_count)
        return;
    document_definitions(document, pass_arena(pass), &defined);
    for (uint32_t i = 0; i < document->loose_count; i++) {
        const struct loose_reference *loose = &document->loose[i];

        if ((loose->form != LINK_SHORTCUT || settings->shortcut_syntax) &&
            !labels_find(&defined, loose->label))
            check(pass, loose);
    }
}

const struct rule rule_reference_links_images = {
    .code = "MD052",
    .name = "reference-links-images",
    .tags = "images links",
    .summary = "a reference has no definition",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .finish = finish,
};
