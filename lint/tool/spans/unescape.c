/* unescape.c - text without its escapes, the character references by cmark's table */

/* Else it defines names like NODE_TEXT, which are ours. */
#define CMARK_NO_SHORT_NAMES
#include <cmark-gfm.h>
#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/buf.h"
#include "lint/tool/spans/spans.h"

/* A character reference alone, as cmark decodes it. */
static void add_entity(struct buf *out, struct str entity)
{
    cmark_node *root = cmark_parse_document(entity.data, entity.len, CMARK_OPT_DEFAULT);
    cmark_node *text = cmark_node_first_child(cmark_node_first_child(root));

    if (text)
        buf_puts(out, cmark_node_get_literal(text));
    else
        buf_add_str(out, entity);
    cmark_node_free(root);
}

static size_t entity_end(struct str source, size_t at)
{
    size_t end = at + 1;

    while (end < source.len && end - at < 40 &&
           (source.data[end] == '#' || is_ascii_alnum(source.data[end])))
        end++;
    return end < source.len && source.data[end] == ';' ? end + 1 : at;
}

static void unescape(struct buf *out, struct str source)
{
    for (size_t i = 0; i < source.len; i++) {
        char c = source.data[i];
        size_t end = c == '&' ? entity_end(source, i) : i;

        if (c == '\0') {
            buf_puts(out, "\xEF\xBF\xBD");
        } else if (end > i) {
            add_entity(out, (struct str){source.data + i, end - i});
            i = end - 1;
        } else if (c == '\\' && i + 1 < source.len &&
                   is_ascii_punctuation(source.data[i + 1])) {
            buf_putc(out, source.data[++i]);
        } else {
            buf_putc(out, c);
        }
    }
}

struct str spans_unescaped(struct arena *arena, struct str source)
{
    struct buf out = BUF_INIT;
    struct str text;

    unescape(&out, source);
    text = arena_str(arena, buf_str(&out));
    buf_release(&out);
    return text;
}
