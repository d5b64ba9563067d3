/* fenced-code-language.c - MD040: fenced code blocks name their language */

#include "lint/rule.h"

struct settings {
    struct str_list allowed;
    bool language_only;
};

static const struct option options[] = {
    {.name = "allowed_languages",
     .type = OPTION_STRINGS,
     .initial = "[]",
     .help = "languages that may be named, as they must be written; empty: any",
     .offset = offsetof(struct settings, allowed)},
    {.name = "language_only",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "allow nothing after the language",
     .offset = offsetof(struct settings, language_only)},
    {.name = NULL},
};

static void check(struct pass *pass, const struct node *node)
{
    const struct settings *settings = pass_settings(pass);
    const struct source *source = pass_source(pass);
    struct span info = node->code_block->info;
    struct span language = document_code_language(source, node);
    struct str name = source_text(source, language);
    uint32_t line = source_line(source, node->span.start);

    if (!(node->flags & NODE_FENCED))
        return;
    if (span_empty(language))
        report(pass, span_make(node->span.start, source->lines[line].end),
               "code block without a language; name it after the fence, or write `text`");
    else if (settings->allowed.count && !str_list_has(settings->allowed, name))
        report(pass, language, "code language `%s` is not one of those allowed",
               message_text(pass_arena(pass), name));
    if (settings->language_only && language.end < info.end)
        report(pass, info, "only the language may stand after the fence: `%s`",
               message_text(pass_arena(pass), name));
}

const struct rule rule_fenced_code_language = {
    .code = "MD040",
    .name = "fenced-code-language",
    .tags = "code language",
    .summary = "a code fence does not say what language the code is in",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .nodes = NODE_BIT(NODE_CODE_BLOCK),
    .node = check,
};
