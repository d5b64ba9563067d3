/* line-length.c - MD013: lines are not too long */

#include "lint/rule.h"

struct settings {
    int line_length;
    int heading_line_length; /* 0: as line_length */
    int code_block_line_length;
    bool code_blocks;
    bool tables;
    bool headings;
    bool strict;
    bool stern;
};

struct state {
    struct line_link_search search;
};

static const struct option options[] = {
    {.name = "line_length",
     .type = OPTION_INTEGER,
     .initial = "80",
     .help = "most characters of a line; -1: any number",
     .offset = offsetof(struct settings, line_length),
     .minimum = -1},
    {.name = "heading_line_length",
     .type = OPTION_INTEGER,
     .initial = "0",
     .help = "most characters of a heading's line; 0: as line_length",
     .offset = offsetof(struct settings, heading_line_length)},
    {.name = "code_block_line_length",
     .type = OPTION_INTEGER,
     .initial = "0",
     .help = "most characters of a code block's line; 0: as line_length",
     .offset = offsetof(struct settings, code_block_line_length)},
    {.name = "code_blocks",
     .type = OPTION_BOOL,
     .initial = "true",
     .help = "look at code blocks, too",
     .offset = offsetof(struct settings, code_blocks)},
    {.name = "tables",
     .type = OPTION_BOOL,
     .initial = "true",
     .help = "look at tables, too",
     .offset = offsetof(struct settings, tables)},
    {.name = "headings",
     .type = OPTION_BOOL,
     .initial = "true",
     .help = "look at headings, too",
     .offset = offsetof(struct settings, headings)},
    {.name = "strict",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "allow no long line, not even one that cannot be wrapped",
     .offset = offsetof(struct settings, strict)},
    {.name = "stern",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "count a long last word, too, where the line could be wrapped",
     .offset = offsetof(struct settings, stern)},
    {.type = OPTION_END},
};

/* The limit for the lines of a block; less than 1: none. */
static int limit_of(const struct settings *settings, const struct node *block)
{
    int other = 0;

    switch (block->kind) {
    case NODE_CODE_BLOCK:
        if (!settings->code_blocks)
            return 0;
        other = settings->code_block_line_length;
        break;
    case NODE_HEADING:
        if (!settings->headings)
            return 0;
        other = settings->heading_line_length;
        break;
    case NODE_TABLE:
    case NODE_TABLE_ROW:
        if (!settings->tables)
            return 0;
        break;
    }
    return other ? other : settings->line_length;
}

/* The last word of a line cannot be wrapped, so by default it counts as one character:
 * white space must come after it. */
static bool can_be_wrapped(struct pass *pass, uint32_t line, int limit)
{
    const struct settings *settings = pass_settings(pass);
    struct str text = document_line(pass_document(pass), line);
    size_t last = source_units_end(pass_source(pass), line, (size_t)limit - 1);

    return settings->stern
               ? !text_is_one_word(text)
               : white_space_any((struct str){text.data + last, text.len - last});
}

static void check_line(struct pass *pass, uint32_t line)
{
    const struct settings *settings = pass_settings(pass);
    const struct source *source = pass_source(pass);
    const struct document *document = pass_document(pass);
    const struct node *block = document_line_node(document, line);
    struct span span = source_line_span(source, line);
    struct state *state = pass_state(pass);
    int limit = limit_of(settings, block);
    int length = (int)source_line_units(source, line);

    if (limit < 1 || length <= limit || block->kind == NODE_DEFINITION ||
        document_in_footnote(document, block))
        return;
    if (!settings->strict && (!can_be_wrapped(pass, line, limit) ||
                              document_line_is_link(document, line, &state->search)))
        return;
    span.start += (uint32_t)source_units_end(source, line, (size_t)limit);
    report(pass, span, "line of %d characters, expected at most %d", length, limit);
}

/* There are never more UTF-16 units than bytes, which settles most lines. */
static void finish(struct pass *pass)
{
    const struct settings *settings = pass_settings(pass);
    const struct line *lines = pass_source(pass)->lines;
    uint32_t count = pass_source(pass)->line_count;
    bool others = settings->heading_line_length || settings->code_block_line_length;
    int least = others || settings->line_length < 0 ? 0 : settings->line_length;

    for (uint32_t line = pass_document(pass)->body_line; line < count; line++)
        if (lines[line].end - lines[line].start > (uint32_t)least)
            check_line(pass, line);
}

const struct rule rule_line_length = {
    .code = "MD013",
    .name = "line-length",
    .tags = "line_length",
    .summary = "a line is longer than allowed",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .finish = finish,
};
