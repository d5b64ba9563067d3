/* no-trailing-spaces.c - MD009: lines do not end in spaces */

#include "lint/rule.h"

/* More would only make files and memory grow. */
enum { BREAK_MAX_SPACES = 100 };

struct settings {
    int br_spaces;
    bool code_blocks;
    bool list_item_empty_lines;
    bool strict;
};

struct state {
    struct list_line_search list;
    uint32_t code; /* index of the first code span that may reach the next lines */
    struct verbatim_search verbatim;
};

static const struct option options[] = {
    {.name = "br_spaces",
     .type = OPTION_INTEGER,
     .initial = "2",
     .help = "trailing spaces that make a line break and are allowed; below 2 none are",
     .offset = offsetof(struct settings, br_spaces)},
    {.name = "code_blocks",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "look at code blocks, too",
     .offset = offsetof(struct settings, code_blocks)},
    {.name = "list_item_empty_lines",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "allow spaces on the lines of lists",
     .offset = offsetof(struct settings, list_item_empty_lines)},
    {.name = "strict",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "allow the spaces of a line break only where they make one",
     .offset = offsetof(struct settings, strict)},
    {.type = OPTION_END},
};

static bool is_exempt(struct pass *pass, uint32_t line)
{
    const struct settings *settings = pass_settings(pass);
    const struct document *document = pass_document(pass);
    struct state *state = pass_state(pass);

    if (!settings->code_blocks && document_line_is_code_content(document, line) &&
        !code_line_parts(document, line))
        return true;
    return settings->list_item_empty_lines &&
           document_line_is_item_gap(document, line, &state->list);
}

/* The spaces that keep the line break; empty when there is none, or when these are what
 * the finding is about. */
static struct str kept_break(struct pass *pass, struct span space)
{
    const struct settings *settings = pass_settings(pass);
    struct str now = source_text(pass_source(pass), space);
    size_t size = settings->br_spaces > 1 ? (size_t)settings->br_spaces : 0;

    if (!document_space_breaks_line(pass_document(pass), space) || size == now.len ||
        size > BREAK_MAX_SPACES)
        return STR("");
    return arena_spaces(pass_arena(pass), size);
}

static void fix(struct pass *pass, struct finding *finding, struct span space)
{
    const struct document *document = pass_document(pass);
    struct state *state = pass_state(pass);
    struct str kept = kept_break(pass, space);

    fix_replace(finding, space, kept);
    if ((!kept.len && document_space_breaks_line(document, space)) ||
        !document_space_may_go(document, space, &state->verbatim))
        fix_is_unsafe(finding);
}

/* What else than ordinary spaces there is; NULL when they are all. */
static const char *odd_space(struct str text)
{
    if (!str_has_only(text, " \t"))
        return memchr(text.data, 0xA0, text.len) ? "no-break space" : "unusual space";
    return memchr(text.data, '\t', text.len) ? "tab character" : NULL;
}

static void report_space(struct pass *pass, struct span space, int count)
{
    const struct settings *settings = pass_settings(pass);
    const char *odd = odd_space(source_text(pass_source(pass), space));
    struct finding *finding;

    if (odd)
        finding = report(pass, space, "%s at the end of the line", odd);
    else if (count == 1)
        finding = report(pass, space, "space at the end of the line");
    else if (count == settings->br_spaces)
        finding =
            report(pass, space, "%d spaces at the end of the line, where they break none",
                   count);
    else if (settings->br_spaces < 2)
        finding = report(pass, space, "%d spaces at the end of the line", count);
    else
        finding =
            report(pass, space, "%d spaces at the end of the line; a line break has %d",
                   count, settings->br_spaces);
    if (finding)
        fix(pass, finding, space);
}

static void line(struct pass *pass, uint32_t line)
{
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);
    uint32_t end = source_line_span(pass_source(pass), line).end;
    struct str text = document_line(pass_document(pass), line);
    size_t size = white_space_at_end(text);
    int count = (int)utf8_code_points((struct str){text.data + text.len - size, size});

    if (!count || is_exempt(pass, line))
        return;
    if (count == settings->br_spaces && count > 1 &&
        (!settings->strict ||
         document_line_ends_in_text(pass_document(pass), line, &state->code)))
        return;
    report_space(pass, span_make(end - (uint32_t)size, end), count);
}

const struct rule rule_no_trailing_spaces = {
    .code = "MD009",
    .name = "no-trailing-spaces",
    .tags = "whitespace",
    .summary = "a line ends in white space",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .line_flags = LINE_TRAILING_SPACE,
    .line = line,
};
