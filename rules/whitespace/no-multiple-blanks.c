/* no-multiple-blanks.c - MD012: no more than one blank line in a row */

#include "lint/rule.h"

struct settings {
    int maximum;
};

struct state {
    int count;     /* blank lines in a row so far */
    uint32_t next; /* the line that would continue the row */
    struct verbatim_search verbatim;
};

static const struct option options[] = {
    {.name = "maximum",
     .type = OPTION_INTEGER,
     .initial = "1",
     .help = "blank lines in a row that are allowed",
     .offset = offsetof(struct settings, maximum),
     .minimum = 1},
    {.type = OPTION_END},
};

/* An item, or the like, with only a definition in it is empty: it ends at the second
 * blank line. */
static bool counts_blanks(const struct node *block)
{
    return block->kind == NODE_DEFINITION && block->parent;
}

/* Is the line blank to a parser as well, and where nothing shows it? A no-break space is
 * text, and `<pre>` shows blank lines. */
static bool shows_nothing(struct pass *pass, uint32_t line)
{
    struct state *state = pass_state(pass);
    const struct line *lines = pass_source(pass)->lines;
    uint32_t rows = (uint32_t)state->count;

    if (line >= rows &&
        counts_blanks(document_line_node(pass_document(pass), line - rows)))
        return false;
    return (lines[line].flags & LINE_BLANK) && (lines[line - 1].flags & LINE_BLANK) &&
           !document_is_verbatim(pass_document(pass),
                                 source_line_span(pass_source(pass), line),
                                 &state->verbatim);
}

/* Removes the line with the line end before it: the last line of a file has none of its
 * own. */
static void report_line(struct pass *pass, uint32_t line)
{
    const struct settings *settings = pass_settings(pass);
    const struct state *state = pass_state(pass);
    struct span span = source_line_span(pass_source(pass), line);
    uint32_t above = source_line_span(pass_source(pass), line - 1).end;
    struct finding *finding =
        report(pass, span, "%d blank lines in a row, expected at most %d", state->count,
               settings->maximum);

    fix_replace(finding, span_make(above, span.end), STR(""));
    if (!shows_nothing(pass, line) || state->count <= pass_blank_lines_wanted(pass))
        fix_is_unsafe(finding);
}

/* Is it alone, as most blank lines are? One is never too many. */
static bool is_alone(struct pass *pass, uint32_t line)
{
    const struct state *state = pass_state(pass);
    const struct line *below = &pass_source(pass)->lines[line + 1];

    return line != state->next && !(below->flags & (LINE_BLANK | LINE_TRAILING_SPACE));
}

static void line(struct pass *pass, uint32_t line)
{
    const struct document *document = pass_document(pass);
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);

    if (is_alone(pass, line) || document_line_is_code(document, line) ||
        !white_space_only(document_line(document, line)))
        return;
    state->count = line == state->next ? state->count + 1 : 1;
    state->next = line + 1;
    if (state->count > settings->maximum)
        report_line(pass, line);
}

static int blank_lines_left(const void *settings)
{
    const struct settings *own = settings;

    return own->maximum;
}

const struct rule rule_no_multiple_blanks = {
    .code = "MD012",
    .name = "no-multiple-blanks",
    .tags = "whitespace blank_lines",
    .summary = "several blank lines stand where one is enough",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .options = options,
    .blank_lines_left = blank_lines_left,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .line_flags = LINE_BLANK | LINE_TRAILING_SPACE,
    .line = line,
};
