/* cmark.c - what cmark says of the same Markdown, parsed without any tricks */

/* Else it defines names like NODE_TEXT, which are ours. */
#define CMARK_NO_SHORT_NAMES
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/buf.h"
#include "lint/tool/spans/spans.h"

/*
 * Both sides write down what they see: a letter and ( when a node starts, its text
 * or data, ) when it ends. The first difference is reported.
 */

static cmark_node *parse(const char *text, size_t len)
{
    cmark_parser *parser;
    cmark_node *root;

    cmark_gfm_core_extensions_ensure_registered();
    parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("tasklist"));
    cmark_parser_feed(parser, text, len);
    root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return root;
}

/* A character reference alone, as cmark decodes it. */
static void add_entity(struct buf *out, struct str entity)
{
    cmark_node *root = parse(entity.data, entity.len);
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

enum { ENTITIES = 1, BACKSLASHES = 2 };

static void unescape(struct buf *out, struct str source, int what)
{
    for (size_t i = 0; i < source.len; i++) {
        char c = source.data[i];
        size_t end = c == '&' && what & ENTITIES ? entity_end(source, i) : i;

        if (c == '\0') {
            buf_puts(out, "\xEF\xBF\xBD");
        } else if (end > i) {
            add_entity(out, (struct str){source.data + i, end - i});
            i = end - 1;
        } else if (c == '\\' && what & BACKSLASHES && i + 1 < source.len &&
                   is_ascii_punctuation(source.data[i + 1])) {
            buf_putc(out, source.data[++i]);
        } else {
            buf_putc(out, c);
        }
    }
}

/* As cmark does with destinations and info strings: one after the other. */
static void unescape_twice(struct buf *out, struct str source)
{
    struct buf decoded = BUF_INIT;

    unescape(&decoded, source, ENTITIES);
    unescape(out, buf_str(&decoded), BACKSLASHES);
    buf_release(&decoded);
}

struct str spans_unescaped(struct arena *arena, struct str source, bool escapes)
{
    struct buf out = BUF_INIT;
    struct str text;

    unescape(&out, source, escapes ? ENTITIES | BACKSLASHES : 0);
    text = arena_str(arena, buf_str(&out));
    buf_release(&out);
    return text;
}

static void add_heading(struct buf *out, int level)
{
    buf_printf(out, "h(%d ", level);
}

static void add_list(struct buf *out, bool ordered, uint32_t first, bool tight)
{
    buf_printf(out, "L(%c%u%s ", ordered ? '1' : '*', first, tight ? "t" : "");
}

static void enter_cmark(struct buf *out, cmark_node *node)
{
    const char *type = cmark_node_get_type_string(node);

    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
        break;
    case CMARK_NODE_HEADING:
        add_heading(out, cmark_node_get_heading_level(node));
        break;
    case CMARK_NODE_LIST:
        add_list(out, cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
                 (uint32_t)cmark_node_get_list_start(node),
                 cmark_node_get_list_tight(node));
        break;
    case CMARK_NODE_ITEM:
        buf_puts(out, strcmp(type, "tasklist") == 0 ? "T(" : "I(");
        break;
    case CMARK_NODE_BLOCK_QUOTE:
        buf_puts(out, "Q(");
        break;
    case CMARK_NODE_PARAGRAPH:
        buf_puts(out, "P(");
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        buf_puts(out, "-()");
        break;
    case CMARK_NODE_CODE_BLOCK:
        buf_printf(out, "C(%s|%s)", cmark_node_get_fence_info(node),
                   cmark_node_get_literal(node));
        break;
    case CMARK_NODE_HTML_BLOCK:
        buf_printf(out, "H(%s)", cmark_node_get_literal(node));
        break;
    case CMARK_NODE_TEXT:
        buf_puts(out, cmark_node_get_literal(node));
        break;
    case CMARK_NODE_SOFTBREAK:
        buf_puts(out, "\n");
        break;
    case CMARK_NODE_LINEBREAK:
        buf_puts(out, "\\\n");
        break;
    case CMARK_NODE_CODE:
        buf_printf(out, "c(%s)", cmark_node_get_literal(node));
        break;
    case CMARK_NODE_HTML_INLINE:
        buf_printf(out, "<(%s)", cmark_node_get_literal(node));
        break;
    case CMARK_NODE_EMPH:
        buf_puts(out, "e(");
        break;
    case CMARK_NODE_STRONG:
        buf_puts(out, "s(");
        break;
    case CMARK_NODE_LINK:
        buf_printf(out, "l(%s ", cmark_node_get_url(node));
        break;
    case CMARK_NODE_IMAGE:
        buf_printf(out, "i(%s ", cmark_node_get_url(node));
        break;
    default:
        if (strcmp(type, "table_cell") != 0)
            buf_puts(out, strcmp(type, "table") == 0 ? "t(" : "r(");
    }
}

static bool has_end(cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
    case CMARK_NODE_THEMATIC_BREAK:
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_HTML_BLOCK:
        return false;
    default:
        return strcmp(cmark_node_get_type_string(node), "table_cell") != 0;
    }
}

static void write_cmark(struct buf *out, const char *text, size_t len)
{
    cmark_node *root = parse(text, len);
    cmark_iter *iter = cmark_iter_new(root);
    cmark_event_type event;

    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        if (event == CMARK_EVENT_ENTER)
            enter_cmark(out, cmark_iter_get_node(iter));
        else if (has_end(cmark_iter_get_node(iter)))
            buf_putc(out, ')');
    }
    cmark_iter_free(iter);
    cmark_node_free(root);
}

/* The destination of a link, or of the definition that it refers to, unescaped. */
static void add_url(struct spans *spans, struct buf *out, const struct node *node)
{
    const struct document *document = spans->document;
    struct span span = node->link.destination;
    struct buf url = BUF_INIT;

    if (node->form != LINK_INLINE)
        span = document->nodes[node->link.definition].link.destination;
    unescape_twice(&url, source_text(document->source, span));
    buf_add_str(out, str_trim(buf_str(&url)));
    buf_release(&url);
}

static void add_autolink(struct spans *spans, struct buf *out, const struct node *node)
{
    struct str text = source_text(spans->document->source, node->content);
    bool email = !memchr(text.data, ':', text.len);

    buf_puts(out, email ? "l(mailto:" : "l(");
    unescape(out, text, ENTITIES);
    buf_putc(out, ' ');
    unescape(out, text, ENTITIES);
    buf_putc(out, ')');
}

static void add_code_block(struct spans *spans, struct buf *out, const struct node *node)
{
    buf_puts(out, "C(");
    unescape_twice(out, source_text(spans->document->source, node->code_block.info));
    buf_putc(out, '|');
    buf_add_str(out, node->code_block.literal);
    buf_putc(out, ')');
}

/* Writes a node's start, and *end when something is due where it ends. */
static void enter_node(struct spans *spans, struct buf *out, const struct node *node,
                       const char **end)
{
    const struct source *source = spans->document->source;

    *end = ")";
    switch (node->kind) {
    case NODE_HEADING:
        add_heading(out, node->level);
        return;
    case NODE_LIST:
        add_list(out, node->flags & NODE_ORDERED, node->list.first,
                 node->flags & NODE_TIGHT);
        return;
    case NODE_ITEM:
        buf_puts(out, node->flags & NODE_TASK ? "T(" : "I(");
        return;
    case NODE_BLOCK_QUOTE:
        buf_puts(out, "Q(");
        return;
    case NODE_PARAGRAPH:
        buf_puts(out, "P(");
        return;
    case NODE_TABLE:
        buf_puts(out, "t(");
        return;
    case NODE_TABLE_ROW:
        if (node->form != ROW_DELIMITER) {
            buf_puts(out, "r(");
            return;
        }
        break;
    case NODE_EMPHASIS:
        buf_puts(out, "e(");
        return;
    case NODE_STRONG:
        buf_puts(out, "s(");
        return;
    case NODE_LINK:
    case NODE_IMAGE:
        buf_puts(out, node->kind == NODE_LINK ? "l(" : "i(");
        add_url(spans, out, node);
        buf_putc(out, ' ');
        return;
    case NODE_THEMATIC_BREAK:
        buf_puts(out, "-()");
        break;
    case NODE_CODE_BLOCK:
        add_code_block(spans, out, node);
        break;
    case NODE_HTML_BLOCK:
        buf_printf(out, "H(%.*s)", (int)node->literal.len, node->literal.data);
        break;
    case NODE_TEXT:
        buf_add_str(out, node->literal);
        break;
    case NODE_SOFT_BREAK:
        buf_puts(out, "\n");
        break;
    case NODE_LINE_BREAK:
        buf_puts(out, "\\\n");
        break;
    case NODE_CODE:
        buf_printf(out, "c(%.*s)", (int)node->literal.len, node->literal.data);
        break;
    case NODE_HTML:
        buf_printf(out, "<(%.*s)", (int)node->literal.len, node->literal.data);
        break;
    case NODE_AUTOLINK:
        add_autolink(spans, out, node);
        break;
    case NODE_BARE_URL:
        unescape(out, source_text(source, node->span), ENTITIES | BACKSLASHES);
        break;
    default:
        break;
    }
    *end = "";
}

/* Where in the output each node starts, to find the node of a difference. */
static void write_nodes(struct spans *spans, struct buf *out, size_t *starts)
{
    const struct document *document = spans->document;
    const char **ends =
        arena_array(spans->arena, document->node_count, sizeof(const char *));
    uint32_t open = 0;

    ends[0] = "";
    for (uint32_t i = 1; i <= document->node_count; i++) {
        while (open && document->nodes[open].next <= i) {
            buf_puts(out, ends[open]);
            open = document->nodes[open].parent;
        }
        if (i == document->node_count)
            break;
        starts[i] = out->len;
        ends[i] = "";
        if (!(document->nodes[i].flags & NODE_IN_HTML))
            enter_node(spans, out, &document->nodes[i], &ends[i]);
        open = i;
    }
}

static void report_difference(struct spans *spans, struct str ours, struct str theirs,
                              const size_t *starts)
{
    const struct document *document = spans->document;
    size_t at = 0;
    uint32_t node = 0;
    struct str message;

    while (at < ours.len && at < theirs.len && ours.data[at] == theirs.data[at])
        at++;
    while (node + 1 < document->node_count && starts[node + 1] <= at)
        node++;
    message =
        arena_format(spans->arena, "cmark says `%.*s`, the nodes say `%.*s`",
                     (int)(theirs.len - at > 40 ? 40 : theirs.len - at), theirs.data + at,
                     (int)(ours.len - at > 40 ? 40 : ours.len - at), ours.data + at);
    spans_violation(spans, &document->nodes[node], message.data);
}

/* cmark makes a lazy line's indent text, behind a backslash or a definition. */
static struct str without_indents(struct buf *buf)
{
    size_t len = 0;
    bool indent = false;

    for (size_t i = 0; i < buf->len; i++) {
        char c = buf->data[i];

        if (!indent || (c != ' ' && c != '\t')) {
            buf->data[len++] = c;
            indent = c == '\n' || (c == '(' && len > 1 && buf->data[len - 2] == 'P');
        }
    }
    return (struct str){buf->data, len};
}

static bool has_footnotes(struct str text)
{
    for (size_t i = 0; i + 2 < text.len; i++)
        if (text.data[i] == '[' &&
            (text.data[i + 1] == '^' ||
             (text.data[i + 1] == '\\' && text.data[i + 2] == '^')))
            return true;
    return false;
}

/* A formula or a directive; or a URL that ends inside an escape or runs over what cmark
 * takes for other inlines. */
static bool has_what_cmark_does_not_know(const struct document *document)
{
    for (uint32_t i = 0; i < document->node_count; i++) {
        const struct node *node = &document->nodes[i];
        struct str url = source_text(document->source, node->span);

        if (node->kind == NODE_DIRECTIVE || node->kind == NODE_MATH ||
            node->kind == NODE_MATH_BLOCK)
            return true;
        for (size_t k = 0; node->kind == NODE_BARE_URL && k < url.len; k++)
            if (is_one_of(url.data[k], "\\&[]`*_<"))
                return true;
    }
    return false;
}

void spans_check_cmark(struct spans *spans)
{
    const struct document *document = spans->document;
    struct str text = source_text(document->source, document->nodes[0].span);
    size_t *starts = arena_array(spans->arena, document->node_count, sizeof(*starts));
    struct buf ours = BUF_INIT;
    struct buf theirs = BUF_INIT;

    /* cmark moves and drops footnotes, and loses text of references over lines. */
    if (has_footnotes(text) || has_what_cmark_does_not_know(document))
        return;
    write_nodes(spans, &ours, starts);
    write_cmark(&theirs, text.data, text.len);
    if (!str_equal(without_indents(&ours), without_indents(&theirs)))
        report_difference(spans, buf_str(&ours), buf_str(&theirs), starts);
    buf_release(&ours);
    buf_release(&theirs);
}
