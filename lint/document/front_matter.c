/* front_matter.c - the block of data at the start of an article */

#include "lint/document/front_matter.h"

#include "lint/base/ascii.h"
#include "lint/base/white_space.h"
#include "lint/value/builder.h"
#include "lint/yaml/explain.h"

/* How a block is written. */
struct fence {
    enum front_matter_syntax syntax;
    struct str open;
    struct str close;
    struct str other_close; /* closes it as well; empty: none */
};

static const struct fence fences[] = {
    {FRONT_MATTER_YAML, {"---", 3}, {"---", 3}, {"", 0}},
    {FRONT_MATTER_TOML, {"+++", 3}, {"+++", 3}, {"...", 3}},
    {FRONT_MATTER_JSON, {"{", 1}, {"}", 1}, {"", 0}},
};

static struct str line_text(const struct source *source, uint32_t line)
{
    return source_text(source, source_line_span(source, line));
}

static struct str skip(struct str text, size_t len)
{
    return (struct str){text.data + len, text.len - len};
}

static bool is_mark(struct str line, struct str mark)
{
    return mark.len && str_starts(line, mark) && white_space_only(skip(line, mark.len));
}

static const struct fence *find_fence(struct str line)
{
    for (size_t i = 0; i < sizeof(fences) / sizeof(fences[0]); i++)
        if (is_mark(line, fences[i].open))
            return &fences[i];
    return NULL;
}

static bool closes(const struct fence *fence, struct str line)
{
    return is_mark(line, fence->close) || is_mark(line, fence->other_close);
}

/* The line that closes the block opened on line `open`, or the number of lines. */
static uint32_t find_close(const struct source *source, const struct fence *fence,
                           uint32_t open)
{
    uint32_t line = open + 1;

    while (line < source->line_count && !closes(fence, line_text(source, line)))
        line++;
    return line;
}

static struct str without_indent(struct str line)
{
    while (line.len && is_space_or_tab(*line.data))
        line = skip(line, 1);
    return line;
}

static bool is_key_byte(char c)
{
    return is_ascii_word_or_dash(c) || is_one_of(c, ".\"'");
}

/* `key: …`, `key = …` or `[table]`, `"key": …`: other text may follow a thematic
 * break. */
static bool looks_like_data(const struct fence *fence, struct str line)
{
    char sign = fence->syntax == FRONT_MATTER_TOML ? '=' : ':';
    size_t key = 0;
    struct str rest;

    line = without_indent(line);
    if (fence->syntax == FRONT_MATTER_JSON && (line.len == 0 || *line.data != '"'))
        return false;
    if (fence->syntax == FRONT_MATTER_TOML && line.len && *line.data == '[')
        return true;
    while (key < line.len && is_key_byte(line.data[key]))
        key++;
    rest = skip(line, key);
    if (sign == '=')
        rest = without_indent(rest);
    if (key == 0 || rest.len == 0 || *rest.data != sign)
        return false;
    return sign == '=' || rest.len == 1 || is_space_or_tab(rest.data[1]);
}

/* The fence on a line, without the white space around it. */
static struct span mark_span(const struct source *source, uint32_t line, struct str mark)
{
    struct str text = line_text(source, line);
    uint32_t indent = (uint32_t)(text.len - without_indent(text).len);
    uint32_t start = source->lines[line].start + indent;

    return span_make(start, start + (uint32_t)mark.len);
}

/* Front matter must be a map. When it is a list or plain text, a colon mostly lacks its
 * space. */
static void expect_map(struct front_matter *block, struct arena *arena,
                       struct value_input input)
{
    const struct value *root = block->tree.root;
    struct value_builder builder;

    if (!root || root->kind == VALUE_MAP || root->kind == VALUE_NULL)
        return;
    value_builder_init(&builder, arena, input, &block->tree);
    yaml_explain_root(&builder, root);
    value_builder_finish(&builder, NULL);
}

static void read_tree(struct front_matter *block, struct arena *arena, const char *data)
{
    struct value_input input = {
        .data = data, .span = block->text, .max_nodes = VALUE_MAX_NODES};

    if (block->syntax == FRONT_MATTER_YAML) {
        yaml_read(arena, input, &block->tree);
        expect_map(block, arena, input);
    } else if (block->syntax == FRONT_MATTER_TOML) {
        toml_read(arena, input, &block->tree);
    } else {
        json_read(arena, input, &block->tree);
    }
}

/* The line after the block and the blank lines that follow it. A final line end starts
 * one more line, which is Markdown even when nothing else is. */
static uint32_t find_body(const struct source *source, uint32_t close)
{
    uint32_t line = close + 1;

    while (line < source->line_count && white_space_only(line_text(source, line)))
        line++;
    if (line == source->line_count && line > close + 1 &&
        span_empty(source_line_span(source, line - 1)))
        line--;
    return line;
}

static void take_block(struct document *document, const struct fence *fence,
                       uint32_t close)
{
    const struct source *source = document->source;
    struct front_matter *block = &document->front_matter;
    bool is_json = fence->syntax == FRONT_MATTER_JSON;

    block->syntax = fence->syntax;
    block->close = mark_span(source, close, fence->close);
    block->text = is_json ? span_make(block->open.start, block->close.end)
                          : span_make(source->lines[1].start, block->close.start);
    document->body_line = find_body(source, close);
}

/* A block that is not on line 1, or not at its start. */
static void find_late_block(struct document *document)
{
    const struct source *source = document->source;
    const struct fence *fence;
    uint32_t open = 0;
    uint32_t close;

    while (open < source->line_count && white_space_only(line_text(source, open)))
        open++;
    if (open + 1 >= source->line_count)
        return;
    fence = find_fence(without_indent(line_text(source, open)));
    if (!fence || !looks_like_data(fence, line_text(source, open + 1)))
        return;
    close = open + 1;
    while (close < source->line_count &&
           !closes(fence, without_indent(line_text(source, close))))
        close++;
    if (close == source->line_count)
        return;
    document->front_matter.late = true;
    document->front_matter.open = mark_span(source, open, fence->open);
}

void front_matter_cut(struct document *document)
{
    const struct source *source = document->source;
    struct front_matter *block = &document->front_matter;
    const struct fence *fence = find_fence(line_text(source, 0));
    uint32_t close;

    *block = (struct front_matter){.syntax = FRONT_MATTER_NONE};
    document->body_line = 0;
    if (!fence) {
        find_late_block(document);
        return;
    }
    close = find_close(source, fence, 0);
    if (close < source->line_count) {
        block->open = mark_span(source, 0, fence->open);
        take_block(document, fence, close);
    } else if (source->line_count > 1 && looks_like_data(fence, line_text(source, 1))) {
        block->open = mark_span(source, 0, fence->open);
        block->unclosed = true;
    }
}

void front_matter_read(struct document *document, struct arena *arena)
{
    front_matter_cut(document);
    if (document->front_matter.syntax != FRONT_MATTER_NONE)
        read_tree(&document->front_matter, arena, document->source->data);
}
