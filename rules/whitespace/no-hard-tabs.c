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
    uint32_t link; /* no node before it is a link to a place in the article */
    struct verbatim_search verbatim;
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

/*
 * Is there a code span around the tabs or, which counts as well in markdownlint, right
 * before them? Tabs come in order, so the search goes on where it ended.
 */
static bool is_in_code_span(struct pass *pass, struct span tabs)
{
    struct state *state = pass_state(pass);
    const struct node *span =
        document_code_span(pass_document(pass), tabs.start, &state->code);

    return span && span->span.start < tabs.end;
}

/* May what is before the tabs be nothing but indentation and markers, so that their width
 * decides on the blocks? */
static bool is_indent(struct str before)
{
    for (size_t i = 0; i < before.len; i++)
        if (!is_ascii_digit(before.data[i]) && !is_one_of(before.data[i], " \t>-+*.)"))
            return false;
    return true;
}

/* Tabs, and what is before and after them on their line. */
struct place {
    struct span tabs;
    struct str before;
    struct str after;
};

static struct place place_of(struct pass *pass, struct span tabs)
{
    const struct source *source = pass_source(pass);
    struct span line = source_line_span(source, source_line(source, tabs.start));

    return (struct place){tabs, source_text(source, span_make(line.start, tabs.start)),
                          source_text(source, span_make(tabs.end, line.end))};
}

static const struct node *block_of(struct pass *pass, const struct place *place)
{
    return document_line_node(pass_document(pass),
                              source_line(pass_source(pass), place->tabs.start));
}

/* A line of a paragraph that starts with a letter is text, however far it is indented. */
static bool goes_on(struct pass *pass, const struct place *place)
{
    const struct node *block = block_of(pass, place);

    return block->kind == NODE_PARAGRAPH &&
           block->span.start < place->tabs.start - place->before.len &&
           !str_trim(place->before).len && place->after.len &&
           is_ascii_letter(place->after.data[0]);
}

/* How many spaces replace the tabs: as many as reach the tab stop, where the width
 * matters. */
static size_t spaces_for(struct pass *pass, const struct place *place)
{
    const struct settings *settings = pass_settings(pass);
    uint32_t tabs = span_length(place->tabs);
    struct str both = {place->before.data, place->before.len + tabs};

    if (is_indent(place->before) && !goes_on(pass, place))
        return block_column_after(0, both) - block_column_after(0, place->before);
    return (size_t)settings->spaces_per_tab * tabs;
}

/* The spaces and tabs at the end of the line, when the tabs are among them; else an empty
 * span. */
static struct span space_at_end(const struct place *place)
{
    struct span space = place->tabs;

    for (size_t i = 0; i < place->after.len; i++)
        if (!is_space_or_tab(place->after.data[i]))
            return span_make(0, 0);
    space.end += (uint32_t)place->after.len;
    for (size_t i = place->before.len; i > 0; i--, space.start--)
        if (!is_space_or_tab(place->before.data[i - 1]))
            break;
    return space;
}

/* Two spaces after the tabs break the line, and stay. */
static struct str kept_break(struct pass *pass, const struct place *place)
{
    uint32_t line = source_line(pass_source(pass), place->tabs.start);
    bool breaks = str_ends(place->after, STR("  ")) &&
                  document_line_goes_on(pass_document(pass), line);

    return breaks ? STR("  ") : STR("");
}

/* Does the article link to a place in it? The anchor of a heading has a hyphen for a
 * space, and nothing for a tab. */
static bool links_to_headings(struct pass *pass)
{
    const struct document *document = pass_document(pass);
    struct state *state = pass_state(pass);

    for (; state->link < document->node_count; state->link++) {
        const struct node *node = &document->nodes[state->link];

        if ((node->kind == NODE_LINK || node->kind == NODE_DEFINITION) &&
            str_starts(source_text(pass_source(pass), node->link.destination), STR("#")))
            return true;
    }
    return false;
}

/* Behind a fence, white space parts the words of the info string. */
static bool is_in_info(struct pass *pass, const struct place *place,
                       const struct node *block)
{
    const struct source *source = pass_source(pass);

    return block->flags & NODE_FENCED && block->span.start < place->tabs.start &&
           source_line(source, block->span.start) ==
               source_line(source, place->tabs.start);
}

/* Tabs can be content, the indent of a fence is taken off its content, a backslash at the
 * end of a line breaks it, words must not run together, and brackets with a space are the
 * box of a task. */
static bool is_harmless(struct pass *pass, const struct place *place, size_t spaces)
{
    const struct node *block = block_of(pass, place);
    struct state *state = pass_state(pass);

    if (document_is_verbatim(pass_document(pass), place->tabs, &state->verbatim))
        return false;
    if (!span_empty(space_at_end(place)))
        return !str_ends(str_trim(place->before), STR("\\"));
    if (block->kind == NODE_CODE_BLOCK)
        return spaces && is_in_info(pass, place, block);
    if (block->kind == NODE_HTML_BLOCK && !is_indent(place->before))
        return false;
    if (block->kind == NODE_HEADING && span_overlaps(block->content, place->tabs) &&
        links_to_headings(pass))
        return false;
    return spaces && !str_ends(place->before, STR("["));
}

static void replace(struct pass *pass, struct finding *finding, struct span tabs,
                    size_t spaces)
{
    char *text = arena_raw(pass_arena(pass), spaces);

    memset(text, ' ', spaces);
    fix_replace(finding, tabs, (struct str){text, spaces});
}

static void fix(struct pass *pass, struct finding *finding, struct span tabs)
{
    const struct settings *settings = pass_settings(pass);
    struct place place = place_of(pass, tabs);
    struct span ending = space_at_end(&place);
    size_t spaces = spaces_for(pass, &place);

    if (!is_harmless(pass, &place, spaces)) {
        replace(pass, finding, tabs,
                (size_t)settings->spaces_per_tab * span_length(tabs));
        fix_is_unsafe(finding);
    } else if (span_empty(ending)) {
        replace(pass, finding, tabs, spaces);
    } else {
        fix_replace(finding, ending, kept_break(pass, &place));
    }
}

static void report_tabs(struct pass *pass, struct span tabs)
{
    struct finding *finding;

    if (span_length(tabs) == 1)
        finding = report(pass, tabs, "a tab character");
    else
        finding = report(pass, tabs, "%u tab characters", span_length(tabs));
    if (finding)
        fix(pass, finding, tabs);
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
    .change = {.characters = " \t"},
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .line_flags = LINE_TAB,
    .line = line,
};
