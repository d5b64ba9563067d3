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
    struct tab_search search;
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

static bool is_ignored_language(struct pass *pass, const struct node *fence)
{
    const struct settings *settings = pass_settings(pass);
    struct str language =
        source_text(pass_source(pass), document_code_language(pass_source(pass), fence));

    return !language.len ||
           str_list_has_ignore_case(settings->ignore_code_languages, language);
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

/* As many spaces as reach the tab stop, where the width matters. */
static void fix(struct pass *pass, struct finding *finding, const struct tab_run *run)
{
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);
    size_t plain = (size_t)settings->spaces_per_tab * span_length(run->tabs);
    size_t width = tab_run_width(run);
    size_t spaces = width ? width : plain;
    const struct document *document = pass_document(pass);
    struct span ending = tab_run_ending(run);

    if (!document_tabs_may_change(document, run, spaces, &state->search)) {
        fix_replace(finding, run->tabs, arena_spaces(pass_arena(pass), plain));
        fix_is_unsafe(finding);
    } else if (span_empty(ending)) {
        fix_replace(finding, run->tabs, arena_spaces(pass_arena(pass), spaces));
    } else {
        fix_replace(finding, ending,
                    document_space_breaks_line(document, ending) ? STR("  ") : STR(""));
    }
}

static void report_tabs(struct pass *pass, const struct tab_run *run)
{
    struct finding *finding;

    if (span_length(run->tabs) == 1)
        finding = report(pass, run->tabs, "a tab character");
    else
        finding = report(pass, run->tabs, "%u tab characters", span_length(run->tabs));
    if (finding)
        fix(pass, finding, run);
}

static void line(struct pass *pass, uint32_t line)
{
    const struct settings *settings = pass_settings(pass);
    const struct document *document = pass_document(pass);
    struct state *state = pass_state(pass);
    uint32_t from = pass_source(pass)->lines[line].start;
    struct tab_run run;

    if (is_ignored_block(pass, line))
        return;
    for (; document_next_tabs(document, line, from, &run); from = run.tabs.end)
        if (settings->code_blocks ||
            !document_in_code_span(document, run.tabs, &state->code))
            report_tabs(pass, &run);
}

const struct rule rule_no_hard_tabs = {
    .code = "MD010",
    .name = "no-hard-tabs",
    .tags = "whitespace hard_tab",
    .summary = "a tab stands where spaces are expected",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .change = {.characters = " \t"},
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .line_flags = LINE_TAB,
    .line = line,
};
