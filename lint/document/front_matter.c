/* front_matter.c - the block of data at the start of an article */

#include "lint/document/front_matter.h"

#include "lint/base/white_space.h"
#include "lint/document/fence.h"
#include "lint/document/front_matter_miss.h"
#include "lint/document/mend.h"
#include "lint/value/builder.h"
#include "lint/yaml/explain.h"
#include "lint/yaml/lost.h"

static struct str line_text(const struct source *source, uint32_t line)
{
    return source_text(source, source_line_span(source, line));
}

/* Is there data in the block, that is, before anything else but blank lines and comments?
 */
static bool starts_with_data(const struct source *source, const struct fence *fence)
{
    for (uint32_t line = 1; line < source->line_count; line++) {
        struct str text = fence_line_text(line_text(source, line));

        if (text.len && *text.data != '#')
            return fence_looks_like_data(fence->syntax, text);
    }
    return false;
}

/* The mark that closes a block besides its own; empty: none. */
static struct str other_close(const struct source *source, const struct fence *fence,
                              enum front_matter_reading reading)
{
    bool is_yaml = fence->syntax == FRONT_MATTER_YAML;
    bool counts = reading == READ_AS_MARKDOWNLINT
                      ? !is_yaml
                      : is_yaml && starts_with_data(source, fence);

    return counts ? fence->other_close : (struct str){NULL, 0};
}

/* The line that closes the block opened on line 0, or the number of lines. */
static uint32_t find_close(const struct source *source, const struct fence *fence,
                           struct str other)
{
    uint32_t line = 1;

    while (line < source->line_count &&
           !fence_is_mark(line_text(source, line), fence->close) &&
           !fence_is_mark(line_text(source, line), other))
        line++;
    return line;
}

/* The fence that starts on a line. */
static struct span mark_span(const struct source *source, uint32_t line, struct str mark)
{
    uint32_t start = source->lines[line].start;

    return span_make(start, start + (uint32_t)mark.len);
}

/* Front matter must be a map. When it is a list or plain text, a colon mostly lacks its
 * space. */
static void expect_map(struct arena *arena, struct value_input input,
                       struct value_tree *tree)
{
    const struct value *root = tree->root;
    struct value_builder builder;

    if (!root || root->kind == VALUE_MAP ||
        (root->kind == VALUE_NULL && span_empty(root->span)))
        return;
    value_builder_init(&builder, arena, input, tree);
    yaml_explain_root(&builder, root);
    value_builder_finish(&builder, NULL);
}

static void read_yaml(struct arena *arena, struct value_input input,
                      struct value_tree *tree)
{
    yaml_read(arena, input, tree);
    yaml_find_lost(arena, input, tree);
    expect_map(arena, input, tree);
}

static mend_read_fn *reader_of(enum front_matter_syntax syntax)
{
    if (syntax == FRONT_MATTER_YAML)
        return read_yaml;
    return syntax == FRONT_MATTER_TOML ? toml_read : json_read;
}

static void read_tree(struct front_matter *block, struct arena *arena, const char *data)
{
    struct value_input input = {
        .data = data, .span = block->text, .max_nodes = VALUE_MAX_NODES};
    mend_read_fn *read = reader_of(block->syntax);

    read(arena, input, &block->tree);
    mend_and_read(arena, input, read, &block->tree);
}

uint32_t front_matter_body(const struct source *source, uint32_t line)
{
    uint32_t first = line;

    while (line < source->line_count && white_space_only(line_text(source, line)))
        line++;
    if (line == source->line_count && line > first &&
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
    block->open = mark_span(source, 0, fence->open);
    block->close = mark_span(source, close, fence->close);
    block->text = is_json ? span_make(block->open.start, block->close.end)
                          : span_make(source->lines[1].start, block->close.start);
    document->body_line = front_matter_body(source, close + 1);
}

void front_matter_cut(struct document *document, enum front_matter_reading reading)
{
    const struct source *source = document->source;
    const struct fence *fence = fence_find(line_text(source, 0));
    uint32_t close;

    document->front_matter = (struct front_matter){.syntax = FRONT_MATTER_NONE};
    document->body_line = 0;
    if (!fence)
        return;
    close = find_close(source, fence, other_close(source, fence, reading));
    if (close < source->line_count)
        take_block(document, fence, close);
}

void front_matter_read(struct document *document, struct arena *arena,
                       enum front_matter_reading reading)
{
    front_matter_cut(document, reading);
    if (document->front_matter.syntax != FRONT_MATTER_NONE)
        read_tree(&document->front_matter, arena, document->source->data);
    else
        front_matter_find_miss(document, arena, reading);
}
