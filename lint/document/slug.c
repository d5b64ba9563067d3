/* slug.c - the text of a heading as a part of a URL */

#include "lint/document/slug.h"

#include "lint/base/ascii.h"
#include "lint/base/case_fold.h"
#include "lint/base/entity.h"
#include "lint/base/utf8.h"
#include "lint/markdown/directive.h"

enum { CAPITAL_SIGMA = 0x3A3, FINAL_SIGMA = 0x3C2 };

static struct str rest_of(struct str text, size_t at)
{
    return (struct str){text.data + at, text.len - at};
}

static void add_code_point(struct buf *out, uint32_t code_point)
{
    char bytes[4];
    size_t len;

    len = utf8_encode(code_point, bytes);
    buf_add(out, bytes, len);
}

/* After the text directive whose colon is `at`, or 0. */
static size_t directive_end(struct str text, size_t at)
{
    size_t name;

    if (at && text.data[at - 1] == ':')
        return 0;
    name = directive_name(text, at + 1);
    if (!name || (name < text.len && text.data[name] == ':'))
        return 0;
    return directive_head(text, at + 1);
}

/* The length of what starts at `at` and is left out. */
static size_t left_out(struct str text, size_t at, bool directives)
{
    char value[ENTITY_TEXT_MAX];
    size_t value_len;
    size_t end;

    if (text.data[at] == '&')
        return entity_read(rest_of(text, at), value, &value_len);
    if (text.data[at] != ':' || !directives)
        return 0;
    end = directive_end(text, at);
    return end ? end - at : 0;
}

void slug_add_source(struct buf *out, struct str source, bool directives)
{
    size_t at = 0;

    while (at < source.len) {
        size_t skipped = left_out(source, at, directives);

        if (skipped) {
            at += skipped;
            continue;
        }
        if (source.data[at] == '\\' && at + 1 < source.len &&
            is_ascii_punctuation(source.data[at + 1]))
            at++;
        buf_putc(out, source.data[at++]);
    }
}

static void add_inline(struct buf *out, const struct document *document,
                       const struct node *node)
{
    switch ((enum node_kind)node->kind) {
    case NODE_TEXT:
        slug_add_source(out, source_text(document->source, node->span), true);
        break;
    case NODE_CODE:
    case NODE_MATH:
        buf_add_str(out, node_literal(node));
        break;
    case NODE_FOOTNOTE_REFERENCE:
        buf_add_str(out, source_text(document->source, node->footnote->label));
        break;
    default: /* blocks, containers of text, and what has none */
        break;
    }
}

void slug_add_heading(struct buf *out, const struct document *document,
                      const struct node *heading)
{
    uint32_t i = node_index(document, heading) + 1;

    while (i < heading->next) {
        const struct node *node = &document->nodes[i];

        add_inline(out, document, node);
        i = node->kind == NODE_IMAGE ? node->next : i + 1;
    }
}

static bool is_letter_at(struct str text, size_t at)
{
    size_t len;

    return at < text.len && code_point_is_word(utf8_decode(rest_of(text, at), &len));
}

/* Appends the code point at `at` in lower case; returns its length. A capital sigma at
 * the end of a word has a small letter of its own. */
static size_t add_lower_at(struct buf *out, struct str text, size_t at)
{
    uint32_t lower[CASE_FOLD_MAX];
    size_t len;
    uint32_t c = utf8_decode(rest_of(text, at), &len);
    int count = case_lower(c, lower);

    if (c == CAPITAL_SIGMA && at && !is_letter_at(text, at + len)) {
        size_t before;
        struct str last = utf8_last((struct str){text.data, at});

        if (code_point_is_word(utf8_decode(last, &before)))
            lower[0] = FINAL_SIGMA;
    }
    for (int i = 0; i < count; i++)
        add_code_point(out, lower[i]);
    return len;
}

void slug_add_lower(struct buf *out, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        if (text.data[at] & 0x80)
            at += add_lower_at(out, text, at);
        else
            buf_putc(out, (char)ascii_lower(text.data[at++]));
    }
}

/* Appends what stands for the code point at `at`; returns its length. */
static size_t add_word_at(struct buf *out, struct str text, size_t at)
{
    size_t len;

    if (code_point_is_word(utf8_decode(rest_of(text, at), &len)))
        add_lower_at(out, text, at);
    return len;
}

void slug_add(struct buf *out, struct str text)
{
    size_t at = 0;

    while (at < text.len) {
        char c = text.data[at];

        if (c & 0x80) {
            at += add_word_at(out, text, at);
            continue;
        }
        if (c == ' ' || c == '-')
            buf_putc(out, '-');
        else if (is_ascii_word(c))
            buf_putc(out, (char)ascii_lower(c));
        at++;
    }
}

void slug_add_encoded(struct buf *out, struct str text)
{
    static const char digits[] = "0123456789ABCDEF";

    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];

        if (is_ascii_alnum(c) || is_one_of(c, "-_.!~*'()")) {
            buf_putc(out, (char)c);
            continue;
        }
        buf_putc(out, '%');
        buf_putc(out, digits[c >> 4]);
        buf_putc(out, digits[c & 15]);
    }
}
