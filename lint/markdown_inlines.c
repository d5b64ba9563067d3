/* markdown_inlines.c - cmark's inlines become nodes with exact spans */

#include <string.h>

#include "lint/content.h"
#include "lint/entity.h"
#include "lint/link_syntax.h"
#include "lint/markdown_cmark.h"
#include "lint/url_nodes.h"

enum {
    REFERENCES_TRIED = 8,  /* one in another, without definition and with escapes */
    REFERENCE_MAX = 10000, /* bytes; so that a thousand [ do not cost a million steps */
};

/*
 * cmark's tree says what comes next; the content says where. `at` is behind what
 * was met so far; lost is set when what comes next is not there.
 */
struct inlines {
    struct markdown *markdown;
    struct tree *tree;
    struct content *content;
    struct str text;
    uint32_t at;
    bool lost;
};

static char byte(const struct inlines *inlines, uint32_t at)
{
    return at < inlines->text.len ? inlines->text.data[at] : '\0';
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The literal as the file has it where it does, else a copy. */
static struct str as_in_source(struct inlines *inlines, uint32_t start, uint32_t end,
                               struct span span)
{
    struct str text = {inlines->text.data + start, end - start};

    if (content_is_plain(inlines->content, start, end))
        return source_text(inlines->markdown->source, span);
    return markdown_keep(inlines->markdown, text);
}

static void add_break(struct inlines *inlines, enum node_kind kind)
{
    const struct source *source = inlines->markdown->source;
    uint32_t start = inlines->at;
    bool backslash = byte(inlines, start) == '\\';
    struct span span;

    if (backslash)
        inlines->at++;
    while (is_space(byte(inlines, inlines->at)) && byte(inlines, inlines->at) != '\n')
        inlines->at++;
    if (byte(inlines, inlines->at) != '\n') {
        inlines->lost = true;
        return;
    }
    /* Two spaces or more make a line break; a tab before them is none of it. */
    if (!backslash)
        for (start = inlines->at; start > 0 && byte(inlines, start - 1) == ' ';)
            start--;
    span.end = content_source(inlines->content, inlines->at);
    span.start =
        kind == NODE_SOFT_BREAK ? span.end : content_source(inlines->content, start);
    span.end += source->data[span.end] == '\r' && source->data[span.end + 1] == '\n';
    span.end++;
    tree_add(inlines->tree, kind, span);
    inlines->at++;
    /* Behind a backslash cmark makes them part of the text. */
    while (!backslash &&
           (byte(inlines, inlines->at) == ' ' || byte(inlines, inlines->at) == '\t'))
        inlines->at++;
}

/*
 * A run of text from start to `at`, on one line; escaped has it without escapes. Bytes
 * that only the content has (a lazy line's indent, a sentinel) are left out.
 */
static void add_text(struct inlines *inlines, uint32_t start, const struct str *escaped)
{
    uint32_t end = inlines->at;
    struct str literal = {inlines->text.data + start, end - start};
    struct span span;
    struct node *node;

    if (escaped)
        literal = *escaped;
    for (; start < end && content_is_absent(inlines->content, start); start++) {
        literal.data++;
        literal.len--;
    }
    if (start == end)
        return;
    span = content_span(inlines->content, start, end);
    node = tree_add(inlines->tree, NODE_TEXT, span);
    node->literal = source_text(inlines->markdown->source, span);
    if (!escaped && content_is_plain(inlines->content, start, end))
        return;
    literal = markdown_keep(inlines->markdown, literal);
    if (str_equal(literal, node->literal))
        return;
    node->literal = literal;
    node->flags |= NODE_ESCAPED;
}

/* Text that cmark gives as it stands: lines become text and soft breaks. */
static void add_raw(struct inlines *inlines, uint32_t start, uint32_t end)
{
    while (start < end && !inlines->lost) {
        const char *line_end = memchr(inlines->text.data + start, '\n', end - start);
        uint32_t stop = line_end ? (uint32_t)(line_end - inlines->text.data) : end;

        inlines->at = stop;
        while (line_end && inlines->at > start &&
               is_space(byte(inlines, inlines->at - 1)))
            inlines->at--;
        add_text(inlines, start, NULL);
        if (!line_end)
            return;
        add_break(inlines, NODE_SOFT_BREAK);
        start = inlines->at;
    }
}

/* A walk through one text node of cmark's, beside the content. */
struct text_walk {
    struct inlines *inlines;
    const char *literal;
    uint32_t start; /* of the node that is being made, in the content */
    uint32_t from;  /* of the same in the literal */
    uint32_t in;    /* behind what was met so far; in the content that is inlines->at */
    uint32_t searched; /* no unmet reference starts before this, in the content */
    bool escaped;
};

static void flush_text(struct text_walk *walk)
{
    struct inlines *inlines = walk->inlines;
    struct str literal = {walk->literal + walk->from, walk->in - walk->from};

    add_text(inlines, walk->start, walk->escaped ? &literal : NULL);
    walk->start = inlines->at;
    walk->from = walk->in;
    walk->escaped = false;
}

static bool is_punctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

static size_t code_point_length(const char *literal)
{
    unsigned char lead = (unsigned char)*literal;

    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* Meets a backslash escape or a character reference; false when there is none. */
static bool meet_escape(struct text_walk *walk)
{
    struct inlines *inlines = walk->inlines;
    const char *literal = walk->literal + walk->in;
    uint32_t at = inlines->at;
    struct str entity = {inlines->text.data + at, inlines->text.len - at};
    bool escape = byte(inlines, at) == '\\' && is_punctuation(byte(inlines, at + 1));

    if (escape) {
        if (*literal != byte(inlines, at + 1))
            return false;
        /* \\ is two backslashes where cmark gives text as it stands. */
        if (*literal == '\\' && literal[1] == '\\' && byte(inlines, at + 2) != '\\')
            return false;
        inlines->at += 2;
        walk->in++;
        return true;
    }
    entity.len = entity_length(entity);
    if (!entity.len)
        return false;
    if (*literal == '&') {
        /* &amp;, unless the text goes on as it stands. */
        if (!entity_is_ampersand(entity) ||
            (strncmp(literal, entity.data, entity.len) == 0 &&
             strncmp(entity.data + entity.len, literal + 1, entity.len - 1) != 0))
            return false;
        walk->in++;
    } else {
        for (int i = entity_code_points(entity); i > 0; i--)
            walk->in += (uint32_t)code_point_length(walk->literal + walk->in);
    }
    inlines->at += (uint32_t)entity.len;
    return true;
}

/* Meets bytes that are the same in both. */
static void meet_equal(struct text_walk *walk)
{
    const char *literal = walk->literal + walk->in;
    const char *text = walk->inlines->text.data + walk->inlines->at;
    uint32_t i = 0;

    while (literal[i] && literal[i] == text[i] && text[i] != '\\' && text[i] != '&' &&
           text[i] != '\n')
        i++;
    walk->in += i;
    walk->inlines->at += i;
}

/* Behind the ] that closes the [ at `open`, or 0. */
static uint32_t closing_bracket(const struct inlines *inlines, uint32_t open)
{
    uint32_t depth = 0;
    uint32_t stop = inlines->text.len - open > REFERENCE_MAX ? open + REFERENCE_MAX
                                                             : inlines->text.len;

    for (uint32_t at = open; at < stop; at++) {
        char c = inlines->text.data[at];

        if (c == '\\' && is_punctuation(byte(inlines, at + 1)))
            at++;
        else if (c == '[')
            depth++;
        else if (c == ']' && --depth == 0)
            return at + 1;
    }
    return 0;
}

/*
 * How far the literal goes for a reference that starts at `in` and at `open` in the
 * content, where it ends at `end`: the length with its ].
 */
static uint32_t reference_length(const struct text_walk *walk, uint32_t in, uint32_t open,
                                 uint32_t end)
{
    const char *literal = walk->literal + in;
    const char *text = walk->inlines->text.data + open;
    uint32_t same = 0;

    while (same < end - open && literal[same] == text[same])
        same++;
    if (same == end - open)
        return same;
    while (same > 2 && literal[same] != ']')
        same--;
    return literal[same] == ']' ? same + 1 : 0;
}

/* Meets the reference that starts at `open`, which is `in` in the literal. */
static bool meet_reference_at(struct text_walk *walk, uint32_t open, uint32_t in)
{
    struct inlines *inlines = walk->inlines;
    uint32_t end = closing_bracket(inlines, open);
    uint32_t len = end > inlines->at ? reference_length(walk, in, open, end) : 0;

    if (!len)
        return false;
    inlines->at = open;
    walk->in = in;
    flush_text(walk);
    add_raw(inlines, open, end);
    inlines->at = walk->start = walk->searched = end;
    walk->in = walk->from = in + len;
    return true;
}

/*
 * cmark gives the text of a footnote reference without definition as it stands, its
 * escapes not undone, and when it spans lines only a part of it, since it takes the
 * length from columns. Here all of it is met: from the [^ before `at` to its ].
 * False when there is no such reference.
 */
static bool meet_reference(struct text_walk *walk)
{
    struct inlines *inlines = walk->inlines;
    const char *text = inlines->text.data;
    uint32_t open = inlines->at;
    uint32_t in = walk->in;
    int tries = REFERENCES_TRIED;

    for (; tries > 0; open--, in--) {
        if (text[open] == '[' && byte(inlines, open + 1) == '^' &&
            strncmp(walk->literal + in, "[^", 2) == 0) {
            if (meet_reference_at(walk, open, in))
                return true;
            tries--;
        }
        if (open <= walk->searched || in <= walk->from)
            break;
    }
    walk->searched = inlines->at;
    return false;
}

/*
 * Of [\^1] without definition cmark makes [^1]], since it takes one byte too many:
 * leaves that out.
 */
static bool skip_extra_bracket(struct text_walk *walk)
{
    struct inlines *inlines = walk->inlines;
    uint32_t at = inlines->at;

    if (walk->literal[walk->in] != ']' || at < 4 || inlines->text.data[at - 1] != ']')
        return false;
    for (uint32_t i = at - 1; i-- > 0 && at - i < REFERENCE_MAX;) {
        if (inlines->text.data[i] != '[')
            continue;
        if (strncmp(inlines->text.data + i, "[\\^", 3) != 0)
            return false;
        flush_text(walk);
        walk->from = ++walk->in;
        return true;
    }
    return false;
}

static void meet_text(struct inlines *inlines, const char *literal)
{
    struct text_walk walk = {inlines, literal, inlines->at, 0, 0, inlines->at, false};

    for (;;) {
        char c;
        bool special;

        meet_equal(&walk);
        if (!literal[walk.in])
            break;
        c = byte(inlines, inlines->at);
        special = c == '\\' || c == '&';
        /* A ] may be where a reference was cut off, even if an escape is next. */
        if (literal[walk.in] == ']' && meet_reference(&walk))
            continue;
        if (special && meet_escape(&walk)) {
            walk.escaped = true;
        } else if (meet_reference(&walk)) {
            continue;
        } else if (special && literal[walk.in] == c) {
            walk.in++;
            inlines->at++;
        } else if (!skip_extra_bracket(&walk)) {
            inlines->lost = true;
            return;
        }
    }
    flush_text(&walk);
}

static void meet_code(struct inlines *inlines, const char *literal)
{
    uint32_t start = inlines->at;
    uint32_t ticks = 0;
    uint32_t run = 0;
    struct span inner;
    struct node *node;

    while (byte(inlines, start + ticks) == '`')
        ticks++;
    inner.start = inner.end = start + ticks;
    for (inlines->at = inner.start; run != ticks || byte(inlines, inlines->at) == '`';) {
        if (inlines->at >= inlines->text.len || !ticks) {
            inlines->lost = true;
            return;
        }
        run = inlines->text.data[inlines->at++] == '`' ? run + 1 : 0;
        if (run > ticks)
            while (byte(inlines, inlines->at) == '`')
                inlines->at++;
    }
    inner.end = inlines->at - ticks;
    while (inner.start < inner.end && is_space(inlines->text.data[inner.start]))
        inner.start++;
    while (inner.end > inner.start && is_space(inlines->text.data[inner.end - 1]))
        inner.end--;
    node = tree_add(inlines->tree, NODE_CODE,
                    content_span(inlines->content, start, inlines->at));
    node->content = content_span(inlines->content, inner.start, inner.end);
    node->level = ticks > 255 ? 255 : (uint8_t)ticks;
    node->marker = '`';
    node->literal = markdown_keep(inlines->markdown, str_from(literal));
}

static void meet_html(struct inlines *inlines, const char *literal)
{
    size_t len = strlen(literal);
    uint32_t start = inlines->at;
    struct node *node;
    struct span span;

    if (inlines->text.len - start < len ||
        memcmp(inlines->text.data + start, literal, len) != 0) {
        inlines->lost = true;
        return;
    }
    inlines->at += (uint32_t)len;
    span = content_span(inlines->content, start, inlines->at);
    node = tree_add(inlines->tree, NODE_HTML, span);
    node->literal = as_in_source(inlines, start, inlines->at, span);
}

static void meet_autolink(struct inlines *inlines)
{
    uint32_t start = inlines->at;
    const char *end = memchr(inlines->text.data + start, '>', inlines->text.len - start);
    struct node *node;

    if (!end) {
        inlines->lost = true;
        return;
    }
    inlines->at = (uint32_t)(end - inlines->text.data) + 1;
    node = tree_add(inlines->tree, NODE_AUTOLINK,
                    content_span(inlines->content, start, inlines->at));
    node->content = content_span(inlines->content, start + 1, inlines->at - 1);
    node->link.destination = node->content;
    node->link.title = node->link.label = span_make(node->span.end, node->span.end);
}

static void meet_footnote(struct inlines *inlines)
{
    uint32_t start = inlines->at;
    uint32_t end = closing_bracket(inlines, start);
    struct node *node;

    if (byte(inlines, start) != '[' || byte(inlines, start + 1) != '^' || !end) {
        inlines->lost = true;
        return;
    }
    inlines->at = end;
    node = tree_add(inlines->tree, NODE_FOOTNOTE_REFERENCE,
                    content_span(inlines->content, start, end));
    node->content = content_span(inlines->content, start + 2, end - 1);
    node->footnote.label = node->content;
}

static void open_emphasis(struct inlines *inlines, enum node_kind kind, uint32_t length)
{
    char marker = byte(inlines, inlines->at);
    uint32_t start = content_source(inlines->content, inlines->at);
    struct node *node;

    if (marker != '*' && marker != '_') {
        inlines->lost = true;
        return;
    }
    inlines->at += length;
    tree_open(inlines->tree, kind, span_make(start, start + length));
    node = tree_top(inlines->tree);
    node->content.start = node->span.end;
    node->marker = marker;
    node->level = (uint8_t)length;
}

static void open_link(struct inlines *inlines, enum node_kind kind)
{
    uint32_t length = kind == NODE_IMAGE ? 2 : 1;
    uint32_t start = content_source(inlines->content, inlines->at);

    if (byte(inlines, inlines->at + length - 1) != '[') {
        inlines->lost = true;
        return;
    }
    inlines->at += length;
    tree_open(inlines->tree, kind, span_make(start, start + length));
    tree_top(inlines->tree)->content.start = start + length;
}

/* Reads what stands behind a link's ] and fills the node. */
static void close_link(struct inlines *inlines, struct node *node)
{
    struct content *content = inlines->content;
    uint32_t close = inlines->at;
    struct span destination = {0, 0};
    struct span title = {0, 0};
    struct span label;
    uint32_t end = link_tail(inlines->text, close + 1, &destination, &title);

    node->content.end = content_source(content, close);
    if (node->content.end < node->content.start)
        node->content.end = node->content.start;
    if (end) {
        node->form = LINK_INLINE;
        node->link.destination =
            content_span(content, destination.start, destination.end);
        node->link.title = content_span(content, title.start, title.end);
        node->link.label = span_make(node->content.end, node->content.end);
    } else {
        end = link_label(inlines->text, close + 1, &label);
        node->form = !end                ? LINK_SHORTCUT
                     : span_empty(label) ? LINK_COLLAPSED
                                         : LINK_FULL;
        node->link.label = node->form == LINK_FULL
                               ? content_span(content, label.start, label.end)
                               : node->content;
        if (!end)
            end = close + 1;
        label = span_make(end, end);
        node->link.destination = node->link.title =
            span_make(content_source_end(content, end), content_source_end(content, end));
    }
    inlines->at = end;
    node->span.end = content_source_end(content, end);
}

static void close_node(struct inlines *inlines)
{
    struct node *node = tree_top(inlines->tree);
    uint32_t length = node->level;

    if (inlines->lost) {
        tree_close(inlines->tree);
        return;
    }
    if (node->kind == NODE_LINK || node->kind == NODE_IMAGE) {
        if (byte(inlines, inlines->at) != ']')
            inlines->lost = true;
        else
            close_link(inlines, node);
    } else {
        for (uint32_t i = 0; i < length; i++)
            if (byte(inlines, inlines->at + i) != node->marker)
                inlines->lost = true;
        node->content.end = content_source(inlines->content, inlines->at);
        inlines->at += length;
        node->span.end = content_source_end(inlines->content, inlines->at);
    }
    tree_close(inlines->tree);
}

/* Meets a node; true when it was opened and its children come next. */
static bool meet(struct inlines *inlines, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        meet_text(inlines, cmark_node_get_literal(node));
        return false;
    case CMARK_NODE_SOFTBREAK:
        add_break(inlines, NODE_SOFT_BREAK);
        return false;
    case CMARK_NODE_LINEBREAK:
        add_break(inlines, NODE_LINE_BREAK);
        return false;
    case CMARK_NODE_CODE:
        meet_code(inlines, cmark_node_get_literal(node));
        return false;
    case CMARK_NODE_HTML_INLINE:
        meet_html(inlines, cmark_node_get_literal(node));
        return false;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
        meet_footnote(inlines);
        return false;
    case CMARK_NODE_EMPH:
        open_emphasis(inlines, NODE_EMPHASIS, 1);
        break;
    case CMARK_NODE_STRONG:
        open_emphasis(inlines, NODE_STRONG, 2);
        break;
    case CMARK_NODE_IMAGE:
        open_link(inlines, NODE_IMAGE);
        break;
    default:
        if (byte(inlines, inlines->at) == '<') {
            meet_autolink(inlines);
            return false;
        }
        open_link(inlines, NODE_LINK);
    }
    return !inlines->lost;
}

/* No recursion: emphasis and links nest as deep as their author likes. */
static void meet_all(struct inlines *inlines, cmark_node *leaf)
{
    cmark_node *node = cmark_node_first_child(leaf);

    while (node && !inlines->lost) {
        cmark_node *next;

        if (meet(inlines, node)) {
            next = cmark_node_first_child(node);
            if (next) {
                node = next;
                continue;
            }
            close_node(inlines);
        }
        while (!(next = cmark_node_next(node))) {
            node = cmark_node_parent(node);
            if (node == leaf)
                return;
            close_node(inlines);
        }
        node = next;
    }
}

/*
 * cmark's inlines are not all in the content, or not in its order: that happens when
 * it takes a footnote reference over lines apart. Then the block is plain text.
 */
static void start_over(struct inlines *inlines, uint32_t leaf)
{
    inlines->tree->parent = leaf;
    inlines->tree->count = leaf + 1;
    inlines->lost = false;
    add_raw(inlines, 0, inlines->text.len);
}

void markdown_inlines(struct markdown *markdown, cmark_node *leaf,
                      struct content *content)
{
    uint32_t parent = markdown->tree->parent;
    struct inlines inlines = {markdown, markdown->tree, content, content->text, 0, false};

    meet_all(&inlines, leaf);
    while (inlines.at < content->text.len && is_space(content->text.data[inlines.at]))
        inlines.at++;
    if (inlines.lost || inlines.at != content->text.len)
        start_over(&inlines, parent);
    if (url_nodes_possible(content->text))
        url_nodes_add(markdown->tree, markdown->source);
}
