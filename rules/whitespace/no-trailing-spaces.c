/* no-trailing-spaces.c - MD009: lines end where their text ends */

#include "lint/rule.h"

struct settings {
    int br_spaces;
    bool code_blocks;
    bool list_item_empty_lines;
    bool strict;
};

struct state {
    uint32_t next_text; /* the first line behind the last blank ones that is not blank */
    uint32_t code;      /* index of the first code span that may reach the next lines */
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
     .help = "allow spaces on blank lines inside list items",
     .offset = offsetof(struct settings, list_item_empty_lines)},
    {.name = "strict",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "allow the spaces of a line break only where they make one",
     .offset = offsetof(struct settings, strict)},
    {.type = OPTION_END},
};

/* Does a code span go on behind this line? Lines come in order, so the search goes on
 * where it ended. */
static bool code_span_goes_on(struct pass *pass, uint32_t line_end)
{
    const struct document *document = pass_document(pass);
    struct state *state = pass_state(pass);

    for (; state->code < document->node_count; state->code++) {
        const struct node *node = &document->nodes[state->code];

        if (node->kind == NODE_CODE && !(node->flags & NODE_IN_HTML) &&
            node->span.end > line_end)
            return node->span.start < line_end;
    }
    return false;
}

static bool makes_line_break(struct pass *pass, uint32_t line)
{
    const struct node *block = document_line_node(pass_document(pass), line);
    uint32_t end = source_line_span(pass_source(pass), line).end;

    return block->kind == NODE_PARAGRAPH && end < block->span.end &&
           !code_span_goes_on(pass, end);
}

/* line is blank: does an item that began above it go on below it with its own text? */
static bool is_in_item(struct pass *pass, uint32_t line)
{
    const struct document *document = pass_document(pass);
    const struct source *source = document->source;
    struct state *state = pass_state(pass);
    const struct node *item;

    if (state->next_text < line)
        state->next_text = line;
    while (state->next_text < source->line_count &&
           (source->lines[state->next_text].flags & LINE_BLANK))
        state->next_text++;
    if (state->next_text == source->line_count)
        return false;
    item = document_line_node(document, state->next_text);
    if (item->kind != NODE_ITEM)
        item = node_ancestor(document, item, NODE_ITEM);
    return item && item->span.start < source->lines[line].start;
}

static bool is_exempt(struct pass *pass, uint32_t line, bool blank)
{
    const struct settings *settings = pass_settings(pass);

    if (!settings->code_blocks &&
        document_line_is_code_content(pass_document(pass), line))
        return true;
    return settings->list_item_empty_lines && blank && is_in_item(pass, line);
}

static void report_space(struct pass *pass, struct span space, int count)
{
    const struct settings *settings = pass_settings(pass);
    const char *plural = count == 1 ? "" : "s";
    struct finding *finding;

    if (count == settings->br_spaces && count > 1)
        finding = report(pass, space, "%d trailing spaces that break no line", count);
    else if (settings->br_spaces < 2)
        finding =
            report(pass, space, "%d trailing space%s, expected none", count, plural);
    else
        finding = report(pass, space, "%d trailing space%s, expected none or %d", count,
                         plural, settings->br_spaces);
    fix_replace(finding, space, STR(""));
}

static void line(struct pass *pass, uint32_t line)
{
    const struct settings *settings = pass_settings(pass);
    struct span span = source_line_span(pass_source(pass), line);
    int count;
    uint32_t size = text_trailing_space(document_line(pass_document(pass), line), &count);

    if (!count || is_exempt(pass, line, size == span_length(span)))
        return;
    if (count == settings->br_spaces && count > 1 &&
        (!settings->strict || makes_line_break(pass, line)))
        return;
    report_space(pass, span_make(span.end - size, span.end), count);
}

const struct rule rule_no_trailing_spaces = {
    .code = "MD009",
    .name = "no-trailing-spaces",
    .tags = "whitespace",
    .summary = "a line ends in white space",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .line_flags = LINE_TRAILING_SPACE,
    .line = line,
};
