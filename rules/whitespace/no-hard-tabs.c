/* no-hard-tabs.c - MD010: spaces instead of tabs */

#include "lint/rule.h"

/* More would only make files and memory grow. */
enum { SPACES_MAX = 100 };

struct settings {
    bool code_blocks;
    struct str_list ignore_code_languages;
    int spaces_per_tab;
};

struct state {
    uint32_t code; /* index of the first code span that may reach the next tabs */
};

static const struct option options[] = {
    {.name = "code_blocks",
     .type = OPTION_BOOL,
     .initial = "true",
     .help = "look at code blocks and code spans, too",
     .offset = offsetof(struct settings, code_blocks)},
    {.name = "ignore_code_languages",
     .type = OPTION_STRINGS,
     .initial = "[]",
     .help = "languages whose code blocks may have tabs; blocks of no language may, too",
     .offset = offsetof(struct settings, ignore_code_languages)},
    {.name = "spaces_per_tab",
     .type = OPTION_INTEGER,
     .initial = "1",
     .help = "spaces that a fix puts in for each tab",
     .offset = offsetof(struct settings, spaces_per_tab),
     .maximum = SPACES_MAX},
    {.type = OPTION_END},
};

/* The first word of the info string of a fence. */
static struct str language_of(struct pass *pass, const struct node *fence)
{
    struct str info = source_text(pass_source(pass), fence->code_block.info);
    size_t len = 0;

    while (len < info.len && info.data[len] != ' ' && info.data[len] != '\t')
        len++;
    return (struct str){info.data, len};
}

static bool is_ignored_language(struct pass *pass, const struct node *fence)
{
    const struct settings *settings = pass_settings(pass);
    struct str language = language_of(pass, fence);

    for (size_t i = 0; i < settings->ignore_code_languages.count; i++)
        if (str_equal_ignore_case(settings->ignore_code_languages.items[i], language))
            return true;
    return !language.len;
}

static bool is_ignored_block(struct pass *pass, uint32_t line)
{
    const struct settings *settings = pass_settings(pass);
    const struct document *document = pass_document(pass);
    const struct node *block = document_line_node(document, line);

    if (!document_line_is_code_content(document, line))
        return false;
    /* When languages are given, markdownlint ignores only fences of these. */
    if (settings->ignore_code_languages.count && (block->flags & NODE_FENCED))
        return is_ignored_language(pass, block);
    return !settings->code_blocks;
}

/*
 * Is there a code span around the tabs or, which counts as well in markdownlint, right
 * before them? Tabs come in order, so the search goes on where it ended.
 */
static bool is_in_code_span(struct pass *pass, struct span tabs)
{
    const struct document *document = pass_document(pass);
    struct state *state = pass_state(pass);

    for (; state->code < document->node_count; state->code++) {
        const struct node *node = &document->nodes[state->code];

        if (node->kind == NODE_CODE && !(node->flags & NODE_IN_HTML) &&
            node->span.end >= tabs.start)
            return node->span.start < tabs.end;
    }
    return false;
}

static void report_tabs(struct pass *pass, struct span tabs)
{
    const struct settings *settings = pass_settings(pass);
    size_t spaces = (size_t)settings->spaces_per_tab * span_length(tabs);
    struct finding *finding;
    char *text;

    if (span_length(tabs) == 1)
        finding = report(pass, tabs, "hard tab, expected spaces");
    else
        finding = report(pass, tabs, "%u hard tabs, expected spaces", span_length(tabs));
    if (!finding)
        return;
    text = arena_raw(pass_arena(pass), spaces);
    memset(text, ' ', spaces);
    fix_replace(finding, tabs, (struct str){text, spaces});
}

static void line(struct pass *pass, uint32_t line)
{
    const struct settings *settings = pass_settings(pass);
    uint32_t start = pass_source(pass)->lines[line].start;
    struct str text;
    const char *tab;
    size_t end = 0;

    if (is_ignored_block(pass, line))
        return;
    text = document_line(pass_document(pass), line);
    while ((tab = memchr(text.data + end, '\t', text.len - end))) {
        struct span tabs;

        end = (size_t)(tab - text.data);
        tabs.start = start + (uint32_t)end;
        while (end < text.len && text.data[end] == '\t')
            end++;
        tabs.end = start + (uint32_t)end;
        if (settings->code_blocks || !is_in_code_span(pass, tabs))
            report_tabs(pass, tabs);
    }
}

const struct rule rule_no_hard_tabs = {
    .code = "MD010",
    .name = "no-hard-tabs",
    .tags = "whitespace hard_tab",
    .summary = "a tab stands where spaces are expected",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .line_flags = LINE_TAB,
    .line = line,
};
