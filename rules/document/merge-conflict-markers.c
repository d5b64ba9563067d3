/* merge-conflict-markers.c - ST103: no merge conflict is left in an article */

#include "lint/rule.h"

enum { MARKER = 7 }; /* characters */

struct settings {
    bool code_blocks;
};

struct state {
    struct finding *finding; /* of the conflict that is open */
    uint32_t line;           /* where it starts, or after the last one has ended */
    bool open;
};

static const struct option options[] = {
    {.name = "code_blocks",
     .type = OPTION_BOOL,
     .initial = "true",
     .help = "look at code blocks, too",
     .offset = offsetof(struct settings, code_blocks)},
    {.type = OPTION_END},
};

/* Is the line this marker, with a name or without? */
static bool is_marker(struct str line, const char *marker)
{
    return str_starts(line, str_from(marker)) &&
           (line.len == MARKER || is_space_or_tab(line.data[MARKER]));
}

static struct span marker_span(const struct source *source, uint32_t line)
{
    uint32_t start = source->lines[line].start;

    return span_make(start, start + MARKER);
}

static void begin(struct pass *pass, uint32_t line)
{
    struct state *state = pass_state(pass);

    state->open = true;
    state->line = line;
    state->finding =
        report(pass, marker_span(pass_source(pass), line),
               "a merge conflict starts here; choose which lines stay and delete the "
               "others, and the lines `<<<<<<<`, `=======` and `>>>>>>>`");
}

/* The last line before `line` that parts the two sides of a conflict; `line` when there
 * is none. */
static uint32_t find_middle(struct pass *pass, uint32_t line)
{
    const struct source *source = pass_source(pass);
    const struct state *state = pass_state(pass);

    for (uint32_t i = line; i > state->line; i--)
        if (is_marker(source_text(source, source_line_span(source, i - 1)), "======="))
            return i - 1;
    return line;
}

/* Without a middle it is a quote in quotes. */
static void end(struct pass *pass, uint32_t line)
{
    const struct source *source = pass_source(pass);
    struct state *state = pass_state(pass);
    uint32_t middle = find_middle(pass, line);

    if (middle < line && state->open) {
        finding_relate(state->finding, marker_span(source, middle), "the other side");
        finding_relate(state->finding, marker_span(source, line), "its end");
    } else if (middle < line) {
        report(pass, marker_span(source, line),
               "this line is left of a merge conflict; delete it, and the line `=======` "
               "above");
    }
    state->open = false;
    state->line = line + 1;
}

static void check_line(struct pass *pass, uint32_t line)
{
    const struct settings *settings = pass_settings(pass);
    const struct source *source = pass_source(pass);
    struct str text = source_text(source, source_line_span(source, line));

    if (!settings->code_blocks && document_line_is_code(pass_document(pass), line))
        return;
    if (is_marker(text, "<<<<<<<"))
        begin(pass, line);
    else if (is_marker(text, ">>>>>>>"))
        end(pass, line);
}

const struct rule rule_merge_conflict_markers = {
    .code = "ST103",
    .name = "merge-conflict-markers",
    .aliases = "MD092 merge-conflict",
    .tags = "stet",
    .summary = "a merge conflict was not settled",
    .severity = SEVERITY_ERROR,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .line_flags = LINE_ARROWS,
    .lines_before_text = true,
    .line = check_line,
};
