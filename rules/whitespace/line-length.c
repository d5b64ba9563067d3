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

/* A line that is too long, unless it is only a link. */
struct long_line {
    uint32_t line;
    struct span span;
    int limit;
    int length;
    bool link; /* has a link, an image or a URL */
    bool text; /* has text of a paragraph as well */
};

struct state {
    struct long_line *lines;
    uint32_t count;
    uint32_t capacity;
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

/* Where the last word starts: after the last white space. */
static size_t last_word(struct str text)
{
    size_t end = text.len;
    size_t len;

    while (end > 0) {
        struct str last;

        if (!(text.data[end - 1] & 0x80)) {
            if (is_ascii_space(text.data[end - 1]))
                break;
            end--;
            continue;
        }
        last = utf8_last((struct str){text.data, end});
        if (code_point_is_space(utf8_decode(last, &len)))
            break;
        end -= last.len;
    }
    return end;
}

/* Is there no place to wrap the line except after its markers? */
static bool is_one_word(struct str text)
{
    size_t word = last_word(text);
    size_t len;

    for (size_t at = 0; at < word; at += len) {
        uint32_t c = utf8_decode((struct str){text.data + at, word - at}, &len);

        if (c != '#' && c != '>' && !code_point_is_space(c))
            return false;
    }
    return true;
}

static int characters(const struct line *line, struct str text)
{
    return line->flags & LINE_NON_ASCII ? (int)utf8_utf16_units(text) : (int)text.len;
}

/* The last word of a line cannot be wrapped, so by default it counts as one character. */
static bool is_too_long(const struct settings *settings, const struct line *line,
                        struct str text, int limit)
{
    if (settings->strict)
        return true;
    if (settings->stern)
        return !is_one_word(text);
    return characters(line, (struct str){text.data, last_word(text)}) + 1 > limit;
}

static bool is_definition(const struct document *document, const struct node *block)
{
    return block->kind == NODE_DEFINITION || block->kind == NODE_FOOTNOTE_DEFINITION ||
           node_ancestor(document, block, NODE_FOOTNOTE_DEFINITION);
}

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

static void add_line(struct pass *pass, struct long_line line)
{
    struct state *state = pass_state(pass);

    state->lines = arena_make_room(pass_arena(pass), state->lines, state->count,
                                   &state->capacity, sizeof(*state->lines));
    state->lines[state->count++] = line;
}

static int smaller(int limit, int other)
{
    return other > 0 && (other < limit || limit < 1) ? other : limit;
}

static int least_limit(const struct settings *settings)
{
    int least = smaller(settings->line_length, settings->heading_line_length);

    return smaller(least, settings->code_block_line_length);
}

static void check_line(struct pass *pass, uint32_t line)
{
    const struct settings *settings = pass_settings(pass);
    const struct document *document = pass_document(pass);
    struct str text = document_line(document, line);
    const struct line *place = &document->source->lines[line];
    const struct node *block = document_line_node(document, line);
    int limit = limit_of(settings, block);
    int length = characters(place, text);

    if (limit > 0 && length > limit && is_too_long(settings, place, text, limit) &&
        !is_definition(document, block))
        add_line(pass, (struct long_line){line, span_make(place->start, place->end),
                                          limit, length, false, false});
}

/* There are never more UTF-16 units than bytes, which settles most lines. */
static void find_lines(struct pass *pass)
{
    const struct document *document = pass_document(pass);
    const struct source *source = document->source;
    int least = least_limit(pass_settings(pass));

    for (uint32_t line = document->body_line; line < source->line_count; line++)
        if ((int)span_length(source_line_span(source, line)) > least)
            check_line(pass, line);
}

static bool is_link(const struct node *node)
{
    return node->kind == NODE_LINK || node->kind == NODE_IMAGE ||
           node->kind == NODE_AUTOLINK || node->kind == NODE_BARE_URL;
}

/* Text of the paragraph itself, not in emphasis; the tildes of strikethrough count as
 * well. */
static bool is_text(const struct document *document, const struct node *node)
{
    return (node->kind == NODE_TEXT || node->kind == NODE_STRIKETHROUGH) &&
           node_parent(document, node)->kind == NODE_PARAGRAPH;
}

/* Records a link or text on the long lines that the node is on, from the first one that
 * does not end before it. */
static void note(const struct document *document, const struct node *node,
                 struct long_line *line, const struct long_line *end)
{
    bool text = is_text(document, node);
    bool link = is_link(node);

    for (; (text || link) && line < end && line->span.start < node->span.end; line++) {
        line->text |= text;
        line->link |= link;
    }
}

/* Nodes and long lines are both in order, so one pass finds what is on which line. What
 * ends before the next long line is passed over with all that is in it. */
static void find_links(struct pass *pass)
{
    const struct document *document = pass_document(pass);
    const struct state *state = pass_state(pass);
    struct long_line *line = state->lines;
    const struct long_line *end;
    uint32_t i = 0;

    if (!state->count)
        return;
    end = line + state->count;
    while (i < document->node_count) {
        const struct node *node = &document->nodes[i];

        while (line < end && line->span.end <= node->span.start)
            line++;
        if (line == end)
            return;
        i = node->span.end <= line->span.start ? node->next : i + 1;
        if (node->kind >= NODE_TEXT && !(node->flags & NODE_IN_HTML))
            note(document, node, line, end);
    }
}

/* The byte offset of the first character in text after `units` UTF-16 units. */
static uint32_t offset_of(struct str text, int units)
{
    uint32_t offset = 0;

    while (units > 0 && offset < text.len) {
        struct str rest = {text.data + offset, text.len - offset};
        size_t len;

        units -= utf8_decode(rest, &len) > 0xFFFF ? 2 : 1;
        if (units >= 0)
            offset += (uint32_t)len;
    }
    return offset;
}

static void report_line(struct pass *pass, const struct long_line *line)
{
    const struct source *source = pass_source(pass);
    struct span span = line->span;

    span.start += source->lines[line->line].flags & LINE_NON_ASCII
                      ? offset_of(source_text(source, span), line->limit)
                      : (uint32_t)line->limit;
    report(pass, span, "line of %d characters, expected at most %d", line->length,
           line->limit);
}

static void finish(struct pass *pass)
{
    const struct settings *settings = pass_settings(pass);
    const struct state *state = pass_state(pass);

    find_lines(pass);
    if (!settings->strict)
        find_links(pass);
    for (uint32_t i = 0; i < state->count; i++)
        if (!state->lines[i].link || state->lines[i].text)
            report_line(pass, &state->lines[i]);
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
