/* emit.c - marks become nodes */

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/buf.h"
#include "lint/markdown/feature.h"
#include "lint/markdown/mark.h"
#include "lint/markdown/unescape.h"

/* Text up to the next mark becomes one node. */
struct emitter {
    struct inlines *in;
    struct tree *tree;
    uint32_t text;  /* where it starts */
    bool escaped;   /* there are escapes in it */
    uint32_t depth; /* of emphasis and links that are open */
};

static bool has_texts(const struct emitter *emitter)
{
    return !(emitter->in->features & MARKDOWN_NO_TEXT);
}

static void add_text(struct emitter *emitter, uint32_t end)
{
    struct inlines *in = emitter->in;
    struct str text = inlines_text(in, emitter->text, end);
    struct node *node = tree_add(emitter->tree, NODE_TEXT, span_make(emitter->text, end));

    node->literal.bytes = text.data;
    if (emitter->escaped) {
        node_set_literal(node, in->arena, text_unescape(in->arena, text));
        node->flags |= NODE_ESCAPED;
    }
}

/* Ends the text before `end`; it goes on at `next`. */
static void end_text(struct emitter *emitter, uint32_t end, uint32_t next)
{
    if (end > emitter->text && has_texts(emitter))
        add_text(emitter, end);
    emitter->text = next;
    emitter->escaped = false;
}

/* A run of * or _, or the rest of one. Inside of emphasis and links it is text like any
 * other, as in micromark. */
static void emit_loose(struct emitter *emitter, uint32_t start, uint32_t end)
{
    if (emitter->depth || start == end || !has_texts(emitter))
        return;
    end_text(emitter, start, start);
    end_text(emitter, end, end);
    emitter->tree->nodes[emitter->tree->count - 1].flags |= NODE_LOOSE;
}

static void emit_break(struct emitter *emitter, const struct mark *mark)
{
    const char *data = emitter->in->text.data;
    uint32_t end = mark->start;

    /* Blanks before a backslash are not at the line's end. */
    if (data[end] != '\\')
        while (end > emitter->text && is_space_or_tab(data[end - 1]))
            end--;
    end_text(emitter, end, mark->index);
    if (mark->form != NODE_SOFT_BREAK || has_texts(emitter))
        tree_add(emitter->tree, mark->form, span_make(mark->start, mark->end));
}

/*
 * The bytes without the blanks at the start of lines and with NUL as U+FFFD; line ends
 * as `line_end`, or as they are when that is NUL.
 */
static struct str joined(struct arena *arena, struct str text, char line_end)
{
    struct buf buf = BUF_INIT;
    struct str copy;
    bool indent = false;

    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        bool two = c == '\r' && i + 1 < text.len && text.data[i + 1] == '\n';

        if (indent && is_space_or_tab(c))
            continue;
        indent = is_line_end(c);
        if (c == '\0')
            buf_puts(&buf, "\xEF\xBF\xBD");
        else if (!indent || !line_end)
            buf_putc(&buf, c);
        else if (!two)
            buf_putc(&buf, line_end);
    }
    copy = arena_str(arena, buf_str(&buf));
    buf_release(&buf);
    return copy;
}

static bool is_plain(struct str text)
{
    return !memchr(text.data, '\n', text.len) && !memchr(text.data, '\r', text.len) &&
           !memchr(text.data, '\0', text.len);
}

static struct str literal_of(struct emitter *emitter, struct span span, char line_end)
{
    struct str text = inlines_text(emitter->in, span.start, span.end);

    return is_plain(text) ? text : joined(emitter->in->arena, text, line_end);
}

/* One space goes from each end, unless there are only spaces (CommonMark 6.1). */
static struct str without_padding(struct str code)
{
    if (code.len < 2 || code.data[0] != ' ' || code.data[code.len - 1] != ' ')
        return code;
    for (size_t i = 0; i < code.len; i++)
        if (code.data[i] != ' ')
            return (struct str){code.data + 1, code.len - 2};
    return code;
}

static struct span without_blanks(const char *data, struct span span)
{
    while (span.start < span.end && is_space_tab_or_line_end(data[span.start]))
        span.start++;
    while (span.end > span.start && is_space_tab_or_line_end(data[span.end - 1]))
        span.end--;
    return span;
}

static void emit_between(struct emitter *emitter, const struct mark *mark)
{
    const char *data = emitter->in->text.data;
    struct span inner = span_make(mark->start + mark->index, mark->end - mark->index);
    bool code = mark->kind == MARK_CODE;
    struct str literal = literal_of(emitter, inner, code ? ' ' : '\0');
    struct node *node = tree_add(emitter->tree, code ? NODE_CODE : NODE_MATH,
                                 span_make(mark->start, mark->end));

    node->level = mark->index > 255 ? 255 : (uint8_t)mark->index;
    node->marker = data[mark->start];
    node->content = code ? without_blanks(data, inner) : inner;
    node_set_literal(node, emitter->in->arena, code ? without_padding(literal) : literal);
}

/* Spans of the parts are offsets into the content. */
static struct node_link *new_link(const struct inlines *in,
                                  const struct link_parts *parts)
{
    struct node_link *link = arena_raw(in->arena, sizeof(*link));

    link->destination = content_span(in->content, parts->destination);
    link->title = content_span(in->content, parts->title);
    link->label = content_span(in->content, parts->label);
    link->definition = parts->definition;
    return link;
}

static void emit_autolink(struct emitter *emitter, struct span span)
{
    struct node *node = tree_add(emitter->tree, NODE_AUTOLINK, span);
    struct span end = span_make(span.end, span.end);
    struct link_parts parts = {.title = end, .label = end};

    node->content = parts.destination = span_make(span.start + 1, span.end - 1);
    node->link = new_link(emitter->in, &parts);
}

static void emit_footnote(struct emitter *emitter, struct span span)
{
    struct node *node = tree_add(emitter->tree, NODE_FOOTNOTE_REFERENCE, span);
    struct node_footnote *footnote = arena_alloc(emitter->in->arena, sizeof(*footnote));

    node->content = span_make(span.start + 2, span.end - 1);
    footnote->label = content_span(emitter->in->content, node->content);
    node->footnote = footnote;
}

static void emit_atom(struct emitter *emitter, const struct mark *mark)
{
    struct span span = span_make(mark->start, mark->end);
    struct node *node;

    end_text(emitter, mark->start, mark->end);
    switch (mark->kind) {
    case MARK_CODE:
    case MARK_MATH:
        emit_between(emitter, mark);
        break;
    case MARK_HTML:
        node = tree_add(emitter->tree, NODE_HTML, span);
        node_set_literal(node, emitter->in->arena, literal_of(emitter, span, '\0'));
        break;
    case MARK_AUTOLINK:
        emit_autolink(emitter, span);
        break;
    case MARK_URL:
        tree_add(emitter->tree, NODE_BARE_URL, span)->form = mark->form;
        break;
    default:
        emit_footnote(emitter, span);
    }
}

static void open_emphasis(struct emitter *emitter, char marker, uint32_t at,
                          uint32_t length)
{
    enum node_kind kind = marker == '~' ? NODE_STRIKETHROUGH
                          : length == 2 ? NODE_STRONG
                                        : NODE_EMPHASIS;
    struct node *node;

    tree_open(emitter->tree, kind, span_make(at, at + length));
    node = tree_top(emitter->tree);
    node->content.start = at + length;
    node->marker = marker;
    node->level = (uint8_t)length;
    emitter->depth += marker != '~';
}

static void close_emphasis(struct emitter *emitter, uint32_t at, uint32_t length)
{
    struct node *node = tree_top(emitter->tree);

    node->content.end = at;
    node->span.end = at + length;
    emitter->depth -= node->kind != NODE_STRIKETHROUGH;
    tree_close(emitter->tree);
}

/* What the run closes, then what is left of it, then what it opens. */
static void emit_run(struct emitter *emitter, const struct mark *mark)
{
    const struct run *run = &emitter->in->runs[mark->index];
    const struct pair *pairs = emitter->in->pairs;
    uint32_t at = mark->start;

    if (run->closed)
        end_text(emitter, at, at);
    for (uint32_t i = run->closed; i; i = pairs[i].closed_later) {
        close_emphasis(emitter, at, pairs[i].length);
        at += pairs[i].length;
    }
    if (run->closed)
        emitter->text = at;
    if (run->character != '~')
        emit_loose(emitter, at, at + run->left);
    if (!run->opened)
        return;
    at += run->left;
    end_text(emitter, at, mark->end);
    for (uint32_t i = run->opened; i; i = pairs[i].opened_inner) {
        open_emphasis(emitter, run->character, at, pairs[i].length);
        at += pairs[i].length;
    }
}

static void open_link(struct emitter *emitter, const struct mark *mark)
{
    const struct link_parts *parts = &emitter->in->links[mark->index];

    end_text(emitter, mark->start, mark->end);
    tree_open(emitter->tree, parts->image ? NODE_IMAGE : NODE_LINK,
              span_make(mark->start, mark->end));
    emitter->depth++;
}

/* Where its definition is in the tree is known when all is read. */
static void add_reference(struct inlines *in, struct node_link *link)
{
    in->references = arena_make_room(in->arena, in->references, in->reference_count,
                                     &in->reference_capacity, sizeof(struct node_link *));
    in->references[in->reference_count++] = link;
}

static void close_link(struct emitter *emitter, const struct mark *mark)
{
    const struct link_parts *parts = &emitter->in->links[mark->index];
    struct node_link *link = new_link(emitter->in, parts);
    struct node *node;

    end_text(emitter, mark->start, mark->end);
    node = tree_top(emitter->tree);
    node->span.end = mark->end;
    node->content = parts->text;
    node->form = parts->form;
    node->link = link;
    if (parts->form != LINK_INLINE)
        add_reference(emitter->in, link);
    tree_close(emitter->tree);
    emitter->depth--;
}

static void emit(struct emitter *emitter, const struct mark *mark)
{
    switch (mark->kind) {
    case MARK_TEXT:
        break;
    case MARK_ESCAPE:
        emitter->escaped = true;
        break;
    case MARK_BREAK:
        emit_break(emitter, mark);
        break;
    case MARK_RUN:
        emit_run(emitter, mark);
        break;
    case MARK_LOOSE:
        emit_loose(emitter, mark->start, mark->end);
        break;
    case MARK_OPEN:
        open_link(emitter, mark);
        break;
    case MARK_CLOSE:
        close_link(emitter, mark);
        break;
    default:
        emit_atom(emitter, mark);
    }
}

void marks_emit(struct inlines *in)
{
    struct emitter emitter = {in, in->tree, in->start, false, 0};

    for (uint32_t i = 0; i < in->mark_count; i++)
        emit(&emitter, &in->marks[i]);
    end_text(&emitter, (uint32_t)in->text.len, 0);
}
