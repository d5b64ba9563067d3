/* references.c - labels of an article: where they are defined, and where used */

#include "lint/document/references.h"

#include <string.h>

#include "lint/base/buf.h"
#include "lint/base/utf8.h"
#include "lint/document/slug.h"

bool node_is_definition(const struct node *node)
{
    return (node->kind == NODE_DEFINITION || node->kind == NODE_FOOTNOTE_DEFINITION) &&
           !(node->flags & NODE_IN_HTML);
}

/* With the ^ before it. */
static struct span footnote_label(const struct node *node)
{
    return span_make(node->footnote->label.start - 1, node->footnote->label.end);
}

struct span definition_label(const struct node *node)
{
    return node->kind == NODE_DEFINITION ? node->link->label : footnote_label(node);
}

uint32_t document_definitions(const struct document *document, struct arena *arena,
                              struct label_map *defined)
{
    const uint64_t kinds = NODE_BIT(NODE_DEFINITION) | NODE_BIT(NODE_FOOTNOTE_DEFINITION);
    uint32_t count = 0;
    uint32_t i = 0;

    while ((i = document_next(document, i + 1, kinds)) < document->node_count) {
        const struct node *node = &document->nodes[i];

        if (!node_is_definition(node))
            continue;
        labels_add(defined, arena, source_text(document->source, definition_label(node)),
                   i);
        count++;
    }
    return count;
}

static void add_reference(const struct document *document, const struct node *node,
                          struct arena *arena, struct label_map *used)
{
    struct span label;

    if (node->flags & NODE_IN_HTML)
        return;
    if (node->kind == NODE_FOOTNOTE_REFERENCE)
        label = footnote_label(node);
    else if ((node->kind == NODE_LINK || node->kind == NODE_IMAGE) &&
             node->link->definition)
        label = node->link->label;
    else
        return;
    labels_add(used, arena, source_text(document->source, label), 1);
}

void document_references(const struct document *document, struct arena *arena,
                         struct label_map *used)
{
    const uint64_t kinds =
        NODE_BIT(NODE_LINK) | NODE_BIT(NODE_IMAGE) | NODE_BIT(NODE_FOOTNOTE_REFERENCE);
    uint32_t i = 0;

    while ((i = document_next(document, i + 1, kinds)) < document->node_count)
        add_reference(document, &document->nodes[i], arena, used);
    for (i = 0; i < document->loose_count; i++)
        labels_add(used, arena, document->loose[i].label, 1);
}

static bool is_escaped(const char *data, uint32_t at, uint32_t start)
{
    uint32_t backslashes = 0;

    while (at - backslashes > start && data[at - backslashes - 1] == '\\')
        backslashes++;
    return backslashes % 2;
}

/* The first [ of the span that has no backslash before it; its end without one. */
static uint32_t find_bracket(const char *data, struct span span)
{
    for (uint32_t at = span.start; at < span.end; at++) {
        const char *hit = memchr(data + at, '[', span.end - at);

        if (!hit)
            break;
        at = (uint32_t)(hit - data);
        if (!is_escaped(data, at, span.start))
            return at;
    }
    return span.end;
}

/* Adds what stands between the innermost brackets of the span. */
static void add_bracketed(const struct source *source, struct span span,
                          struct arena *arena, struct label_map *bracketed)
{
    const char *data = source->data;

    while ((span.start = find_bracket(data, span)) < span.end) {
        uint32_t start = span.start + 1;
        uint32_t i = start;

        for (; i < span.end && data[i] != ']'; i++)
            if (data[i] == '[')
                start = i + 1;
            else if (data[i] == '\\')
                i++;
        if (i < span.end)
            labels_add(bracketed, arena, source_text(source, span_make(start, i)), 1);
        span.start = i;
    }
}

void document_bracketed(const struct document *document, struct arena *arena,
                        struct label_map *bracketed)
{
    const uint64_t kinds = NODE_BIT(NODE_DEFINITION) | NODE_BIT(NODE_FOOTNOTE_DEFINITION);
    const struct source *source = document->source;
    uint32_t start = 0;
    uint32_t i = 0;

    while ((i = document_next(document, i + 1, kinds)) < document->node_count) {
        struct span label;

        if (!node_is_definition(&document->nodes[i]))
            continue;
        label = definition_label(&document->nodes[i]);
        add_bracketed(source, span_make(start, label.start), arena, bracketed);
        start = label.end;
    }
    add_bracketed(source, span_make(start, source->size), arena, bracketed);
}

struct str label_text(struct arena *arena, struct str label)
{
    struct buf buf = {0};
    struct buf lower = {0};
    struct str text;
    size_t len;

    for (size_t at = 0; at < label.len; at += len) {
        struct str rest = {label.data + at, label.len - at};
        bool space = code_point_is_space(utf8_decode(rest, &len));

        if (!space)
            buf_add(&buf, rest.data, len);
        else if (buf.len && buf.data[buf.len - 1] != ' ')
            buf_putc(&buf, ' ');
    }
    slug_add_lower(&lower, str_trim(buf_str(&buf)));
    text = arena_str(arena, buf_str(&lower));
    buf_release(&buf);
    buf_release(&lower);
    return text;
}
