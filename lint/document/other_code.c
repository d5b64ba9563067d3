/* other_code.c - what another reader takes for code before, or instead of, Markdown */

#include "lint/document/other_code.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/spans.h"
#include "lint/document/fence.h"
#include "lint/markdown/block_start.h"

struct search {
    const struct document *document;
    struct arena *arena;
    struct span *spans;
    uint32_t count;
    uint32_t capacity;
};

/* `{% name %}`, `{{< name >}}` or `{{% name %}}`, up to the name. */
struct tag {
    struct str name; /* without `end` or `/`; empty when it is no tag */
    bool closes;
};

static void add(struct search *search, uint32_t start, uint32_t end)
{
    search->spans = arena_make_room(search->arena, search->spans, search->count,
                                    &search->capacity, sizeof(*search->spans));
    search->spans[search->count++] = span_make(start, end);
}

/* What holds no Markdown, in Liquid or Hugo, and in the themes and plugins of both. */
static bool holds_code(struct str name)
{
    static const char *const names[] = {
        "highlight", "raw",     "comment",  "verbatim", "code",     "codeblock",
        "prism",     "mermaid", "plantuml", "diagram",  "graphviz", "chart",
        "math",      "katex",   "mathjax",  "latex",    "html",     "rawhtml",
    };

    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        if (str_equal(name, str_from(names[i])))
            return true;
    return false;
}

static struct str skip(struct str text, size_t count)
{
    return (struct str){text.data + count, text.len - count};
}

static struct str word(struct str text)
{
    size_t len = 0;

    while (len < text.len && is_ascii_word_or_dash(text.data[len]))
        len++;
    return (struct str){text.data, len};
}

/* text: from its `{{` on. */
static struct tag hugo_tag(struct str text)
{
    struct tag tag = {.closes = false};

    if (text.len < 3 || !is_one_of(text.data[2], "<%"))
        return tag;
    text = fence_line_text(skip(text, 3));
    tag.closes = text.len && *text.data == '/';
    tag.name = word(tag.closes ? fence_line_text(skip(text, 1)) : text);
    return tag;
}

/* text: from its `{%` on. */
static struct tag liquid_tag(struct str text)
{
    struct tag tag;

    text = skip(text, 2);
    if (text.len && *text.data == '-')
        text = skip(text, 1);
    tag.name = word(fence_line_text(text));
    tag.closes = str_starts(tag.name, STR("end"));
    if (tag.closes)
        tag.name = skip(tag.name, STR("end").len);
    return tag;
}

/* text: from a `{` on. */
static struct tag tag_at(struct str text)
{
    if (str_starts(text, STR("{%")))
        return liquid_tag(text);
    if (str_starts(text, STR("{{")))
        return hugo_tag(text);
    return (struct tag){.closes = false};
}

/* An opening tag of another name is text in it; one of the same begins it anew. */
static void find_templates(struct search *search)
{
    const struct source *source = search->document->source;
    const char *end = source->data + source->size;
    const char *at = source->data + source->lines[search->document->body_line].start;
    struct str open = {NULL, 0};
    uint32_t start = 0;

    for (; (at = memchr(at, '{', (size_t)(end - at))); at++) {
        struct tag tag = tag_at((struct str){at, (size_t)(end - at)});

        if (!tag.name.len || !holds_code(tag.name))
            continue;
        if (!tag.closes && (!open.len || str_equal(open, tag.name))) {
            open = tag.name;
            start = (uint32_t)(at - source->data);
        } else if (tag.closes && open.len && str_equal(open, tag.name)) {
            add(search, start, (uint32_t)(tag.name.data - source->data));
            open.len = 0;
        }
    }
}

static struct str line_text(const struct source *source, uint32_t line)
{
    return fence_line_text(source_text(source, source_line_span(source, line)));
}

/* Adds what is between the fence on a line and the one that closes it; returns the line
 * after that. */
static uint32_t add_fenced(struct search *search, uint32_t first, uint32_t length)
{
    const struct source *source = search->document->source;
    char c = *line_text(source, first).data;
    uint32_t line = first + 1;

    while (line < source->line_count &&
           !is_closing_fence(line_text(source, line), c, length))
        line++;
    add(search, source->lines[first].start,
        line < source->line_count ? source->lines[line].end : source->size);
    return line + 1;
}

/* Fences in the HTML block, from the line `next` on; returns the line after the last. */
static uint32_t find_fences(struct search *search, const struct node *html, uint32_t next)
{
    const struct source *source = search->document->source;
    uint32_t line = source_line(source, html->span.start);

    line = line < next ? next : line;
    while (line < source->line_count && source->lines[line].start < html->span.end) {
        uint32_t length = code_fence(line_text(source, line));

        line = length ? add_fenced(search, line, length) : line + 1;
    }
    return line;
}

struct contested other_code_find(const struct document *document, struct arena *arena)
{
    struct search search = {.document = document, .arena = arena};
    uint32_t next = document->body_line;
    uint32_t i = 0;

    find_templates(&search);
    while ((i = document_next(document, i + 1, NODE_BIT(NODE_HTML_BLOCK))) <
           document->node_count)
        if (!document_is_comment(&document->nodes[i]))
            next = find_fences(&search, &document->nodes[i], next);
    search.count = spans_join(search.spans, search.count);
    return (struct contested){search.spans, search.count};
}
