/* text.c - cmark's text nodes and line breaks beside the content */

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/markdown/entity.h"
#include "lint/markdown/inlines.h"

enum {
    REFERENCES_TRIED = 8,  /* one in another, without definition and with escapes */
    REFERENCE_MAX = 10000, /* bytes; so that a thousand [ do not cost a million steps */
};

void inlines_add_break(struct inlines *inlines, enum node_kind kind)
{
    const struct source *source = inlines->markdown->source;
    uint32_t start = inlines->at;
    bool backslash = inlines_byte(inlines, start) == '\\';
    struct span span;

    if (backslash)
        inlines->at++;
    while (is_space_tab_or_line_end(inlines_byte(inlines, inlines->at)) &&
           inlines_byte(inlines, inlines->at) != '\n')
        inlines->at++;
    if (inlines_byte(inlines, inlines->at) != '\n') {
        inlines->lost = true;
        return;
    }
    /* Two spaces or more make a line break; a tab before them is none of it. */
    if (!backslash)
        for (start = inlines->at; start > 0 && inlines_byte(inlines, start - 1) == ' ';)
            start--;
    span.end = content_source(inlines->content, inlines->at);
    span.start =
        kind == NODE_SOFT_BREAK ? span.end : content_source(inlines->content, start);
    span.end += source->data[span.end] == '\r' && source->data[span.end + 1] == '\n';
    span.end++;
    tree_add(inlines->tree, kind, span);
    inlines->at++;
    /* Behind a backslash cmark makes them part of the text. */
    while (!backslash && is_space_or_tab(inlines_byte(inlines, inlines->at)))
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

    if (start == end)
        return;
    if (!escaped && content_is_at(inlines->content, start, end, &span)) {
        node = tree_add(inlines->tree, NODE_TEXT, span);
        node->literal = source_text(inlines->markdown->source, span);
        return;
    }
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

void inlines_add_raw(struct inlines *inlines, uint32_t start, uint32_t end)
{
    while (start < end && !inlines->lost) {
        const char *line_end = memchr(inlines->text.data + start, '\n', end - start);
        uint32_t stop = line_end ? (uint32_t)(line_end - inlines->text.data) : end;

        inlines->at = stop;
        while (line_end && inlines->at > start &&
               is_space_tab_or_line_end(inlines_byte(inlines, inlines->at - 1)))
            inlines->at--;
        add_text(inlines, start, NULL);
        if (!line_end)
            return;
        inlines_add_break(inlines, NODE_SOFT_BREAK);
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
    bool escape = inlines_byte(inlines, at) == '\\' &&
                  is_ascii_punctuation(inlines_byte(inlines, at + 1));

    if (escape) {
        if (*literal != inlines_byte(inlines, at + 1))
            return false;
        /* \\ is two backslashes where cmark gives text as it stands. */
        if (*literal == '\\' && literal[1] == '\\' &&
            inlines_byte(inlines, at + 2) != '\\')
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

uint32_t inlines_closing_bracket(const struct inlines *inlines, uint32_t open)
{
    uint32_t depth = 0;
    uint32_t stop = inlines->text.len - open > REFERENCE_MAX ? open + REFERENCE_MAX
                                                             : inlines->text.len;

    for (uint32_t at = open; at < stop; at++) {
        char c = inlines->text.data[at];

        if (c == '\\' && is_ascii_punctuation(inlines_byte(inlines, at + 1)))
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
    uint32_t end = inlines_closing_bracket(inlines, open);
    uint32_t len = end > inlines->at ? reference_length(walk, in, open, end) : 0;

    if (!len)
        return false;
    inlines->at = open;
    walk->in = in;
    flush_text(walk);
    inlines_add_raw(inlines, open, end);
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
        bool escaped = open > 0 && text[open - 1] == '\\';

        if (text[open] == '[' && !escaped && inlines_byte(inlines, open + 1) == '^' &&
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

/* Meets a whole text that stands in the content as it is, as nearly all do; false when
 * it must be walked through. */
static bool meet_verbatim(struct inlines *inlines, const char *literal)
{
    const char *text = inlines->text.data + inlines->at;
    uint32_t start = inlines->at;
    size_t len = strlen(literal);

    if (!inlines->verbatim || len > inlines->text.len - start ||
        memcmp(literal, text, len) != 0 || memchr(text, '\n', len))
        return false;
    inlines->at += (uint32_t)len;
    add_text(inlines, start, NULL);
    return true;
}

void inlines_meet_text(struct inlines *inlines, const char *literal)
{
    struct text_walk walk = {inlines, literal, inlines->at, 0, 0, inlines->at, false};

    if (meet_verbatim(inlines, literal))
        return;
    for (;;) {
        char c;
        bool special;

        meet_equal(&walk);
        if (!literal[walk.in])
            break;
        c = inlines_byte(inlines, inlines->at);
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
