/* inline.c - the inlines of leaf blocks: what starts with which byte */

#include "lint/markdown/inline.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/entity.h"
#include "lint/markdown/feature.h"
#include "lint/markdown/mark.h"

/* A line end, and the blanks around it. */
static uint32_t add_break(struct inlines *in, enum node_kind kind, uint32_t start,
                          uint32_t at)
{
    bool two = in->text.data[at] == '\r' && inlines_byte(in, at + 1) == '\n';
    uint32_t end = at + 1 + two;
    struct mark *mark = inlines_add(in, MARK_BREAK, span_make(start, end));

    while (is_space_or_tab(inlines_byte(in, end)))
        end++;
    mark->form = (uint8_t)kind;
    mark->index = end;
    in->done = end;
    return end;
}

/* Two spaces or more make a line break; a tab before them is none of it. */
static uint32_t line_end_read(struct inlines *in, uint32_t at)
{
    uint32_t start = at;

    while (start > in->done && in->text.data[start - 1] == ' ')
        start--;
    if (at - start < 2)
        return add_break(in, NODE_SOFT_BREAK, at, at);
    return add_break(in, NODE_LINE_BREAK, start, at);
}

static uint32_t backslash_read(struct inlines *in, uint32_t at)
{
    char next = inlines_byte(in, at + 1);

    if (is_line_end(next))
        return add_break(in, NODE_LINE_BREAK, at, at + 1);
    in->done = at + 1;
    if (!is_ascii_punctuation(next))
        return at + 1;
    inlines_add(in, MARK_ESCAPE, span_make(at, at + 2));
    in->done = at + 2;
    return at + 2;
}

static uint32_t entity_mark(struct inlines *in, uint32_t at)
{
    char value[ENTITY_TEXT_MAX];
    size_t value_len;
    size_t len =
        entity_read(inlines_text(in, at, (uint32_t)in->text.len), value, &value_len);

    if (!len)
        return at + 1;
    inlines_add(in, MARK_ESCAPE, span_make(at, at + (uint32_t)len));
    return at + (uint32_t)len;
}

static uint32_t nul_read(struct inlines *in, uint32_t at)
{
    inlines_add(in, MARK_ESCAPE, span_make(at, at + 1));
    return at + 1;
}

/* Reads what starts with the byte `at`; returns what is after it, or after the part
 * of it that is text. */
typedef uint32_t (*inline_reader)(struct inlines *in, uint32_t at);

/*
 * Which byte starts what, and with which features. A dialect adds rows here and to
 * enum markdown_feature. What has no features is CommonMark's.
 */
static const struct construct {
    unsigned features; /* any of them */
    char byte;
    inline_reader read;
} constructs[] = {
    {0, '\n', line_end_read},
    {0, '\r', line_end_read},
    {0, '\\', backslash_read},
    {0, '\0', nul_read},
    {0, '&', entity_mark},
    {0, '`', code_read},
    {0, '<', angle_read},
    {0, '*', run_read},
    {0, '_', run_read},
    {0, '[', bracket_open},
    {0, ']', bracket_close},
    {MARKDOWN_STRIKETHROUGH, '~', run_read},
    {MARKDOWN_MATH, '$', math_read},
    {MARKDOWN_URLS | MARKDOWN_DIRECTIVES, ':', colon_read},
    {MARKDOWN_URLS, '@', url_read},
    {MARKDOWN_URLS, 'w', url_read},
    {MARKDOWN_URLS, 'W', url_read},
};

static void choose_constructs(struct inlines *in, unsigned features)
{
    for (size_t i = 0; i < sizeof(constructs) / sizeof(constructs[0]); i++)
        if (!constructs[i].features || constructs[i].features & features)
            in->starts[(unsigned char)constructs[i].byte] = (uint8_t)(i + 1);
}

struct inlines *inlines_new(struct tree *tree, unsigned features, struct str text)
{
    struct inlines *in = arena_alloc(tree->arena, sizeof(*in));

    if (!bare_url_possible(text))
        features &= ~(unsigned)MARKDOWN_URLS;
    in->arena = tree->arena;
    in->tree = tree;
    in->features = features;
    choose_constructs(in, features);
    /* Their first items are not used: index 0 means none. */
    in->runs = arena_make_room(in->arena, NULL, 0, &in->run_capacity, sizeof(*in->runs));
    in->pairs =
        arena_make_room(in->arena, NULL, 0, &in->pair_capacity, sizeof(*in->pairs));
    return in;
}

void inlines_set_labels(struct inlines *in, const struct label_map *definitions,
                        const struct label_map *footnotes)
{
    in->definitions = definitions;
    in->footnotes = footnotes;
}

static void start(struct inlines *in, const struct content *content)
{
    in->content = content;
    in->text = (struct str){content->data, content->end};
    in->start = in->done = content->start;
    in->mark_count = in->bracket_count = in->link_count = 0;
    in->run_count = in->pair_count = 1;
    in->top_run = in->inactive = in->label = 0;
    in->loose_first = in->tree->loose_count;
    in->ticks.known = in->dollars.known = false;
    in->endless = 0;
    bare_url_start(&in->urls, content->data, span_make(content->start, content->end),
                   in->features & MARKDOWN_FTP);
}

/* The first byte from `at` on that may start anything, or the end. */
static uint32_t skip_text(const struct inlines *in, uint32_t at, uint32_t end)
{
    const unsigned char *data = (const unsigned char *)in->text.data;
    const uint8_t *starts = in->starts;

    while (at + 4 <= end && !(starts[data[at]] | starts[data[at + 1]] |
                              starts[data[at + 2]] | starts[data[at + 3]]))
        at += 4;
    while (at < end && !starts[data[at]])
        at++;
    return at;
}

static uint32_t read_at(struct inlines *in, uint32_t at)
{
    unsigned char byte = (unsigned char)in->text.data[at];

    return constructs[in->starts[byte] - 1].read(in, at);
}

static void read_all(struct inlines *in)
{
    uint32_t end = (uint32_t)in->text.len;
    uint32_t at = skip_text(in, in->start, end);

    while (at < end)
        at = skip_text(in, read_at(in, at), end);
}

void inlines_place_definitions(struct inlines *in, const uint32_t *places)
{
    for (uint32_t i = 0; i < in->reference_count; i++)
        in->references[i]->definition = places[in->references[i]->definition];
}

void inlines_parse(struct inlines *in, const struct content *content)
{
    struct tree *tree = in->tree;
    uint32_t first = tree->count;

    start(in, content);
    read_all(in);
    runs_pair(in, 0);
    marks_emit(in);
    loose_place(in, content);
    content_place(content, tree->nodes + first, tree->nodes + tree->count);
}
