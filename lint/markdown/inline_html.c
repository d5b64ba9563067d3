/* inline_html.c - the inlines of a document as HTML */

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/markdown/renderer.h"
#include "lint/markdown/unescape.h"

void renderer_add_text(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        switch (text.data[i]) {
        case '&':
            buf_puts(out, "&amp;");
            break;
        case '<':
            buf_puts(out, "&lt;");
            break;
        case '>':
            buf_puts(out, "&gt;");
            break;
        case '"':
            buf_puts(out, "&quot;");
            break;
        default:
            buf_putc(out, text.data[i]);
        }
    }
}

static void add_href(struct buf *out, struct str url)
{
    for (size_t i = 0; i < url.len; i++) {
        char c = url.data[i];

        if (c == '&')
            buf_puts(out, "&amp;");
        else if (is_ascii_alnum(c) || is_one_of(c, "-_.+!*(),%#@?=;:/$~'"))
            buf_putc(out, c);
        else
            buf_printf(out, "%%%02X", (unsigned)(unsigned char)c);
    }
}

/* The lines of a title may start with quote markers; its own quotes are left out. */
static struct str title_text(struct renderer *renderer, struct span span)
{
    struct str title = source_text(renderer->source, span);
    char *copy = arena_raw(renderer->arena, title.len + 1);
    size_t len = 0;
    bool prefix = false;

    for (size_t i = 1; i + 1 < title.len; i++) {
        char c = title.data[i];

        if (prefix && (is_space_or_tab(c) || c == '>'))
            continue;
        prefix = is_line_end(c);
        copy[len++] = c;
    }
    return text_unescape(renderer->arena, (struct str){copy, len});
}

static void add_target(struct renderer *renderer, const struct node *link)
{
    const struct node *target =
        link->form == LINK_INLINE ? link : &renderer->nodes[link->link->definition];

    add_href(renderer->out,
             text_unescape(renderer->arena,
                           source_text(renderer->source, target->link->destination)));
}

static void add_title(struct renderer *renderer, const struct node *link)
{
    const struct node *target =
        link->form == LINK_INLINE ? link : &renderer->nodes[link->link->definition];

    if (span_empty(target->link->title))
        return;
    buf_puts(renderer->out, " title=\"");
    renderer_add_text(renderer->out, title_text(renderer, target->link->title));
    buf_putc(renderer->out, '"');
}

static void enter_link(struct renderer *renderer, const struct node *link)
{
    buf_puts(renderer->out, "<a href=\"");
    add_target(renderer, link);
    buf_putc(renderer->out, '"');
    add_title(renderer, link);
    buf_putc(renderer->out, '>');
}

static void add_url(struct renderer *renderer, struct str url, const char *scheme)
{
    buf_printf(renderer->out, "<a href=\"%s", scheme);
    add_href(renderer->out, url);
    buf_puts(renderer->out, "\">");
    renderer_add_text(renderer->out, url);
    buf_puts(renderer->out, "</a>");
}

static void add_autolink(struct renderer *renderer, const struct node *node)
{
    struct str url = source_text(renderer->source, node->content);

    add_url(renderer, url, memchr(url.data, ':', url.len) ? "" : "mailto:");
}

static void add_bare_url(struct renderer *renderer, const struct node *node)
{
    static const char *const schemes[] = {
        [BARE_URL] = "", [BARE_WWW] = "http://", [BARE_EMAIL] = "mailto:"};

    add_url(renderer, source_text(renderer->source, node->span), schemes[node->form]);
}

void renderer_enter_inline(struct renderer *renderer, const struct node *node)
{
    struct buf *out = renderer->out;

    switch (node->kind) {
    case NODE_TEXT:
        renderer_add_text(out, node_literal(node));
        break;
    case NODE_SOFT_BREAK:
        buf_putc(out, '\n');
        break;
    case NODE_LINE_BREAK:
        buf_puts(out, "<br />\n");
        break;
    case NODE_CODE:
        buf_puts(out, "<code>");
        renderer_add_text(out, node_literal(node));
        buf_puts(out, "</code>");
        break;
    case NODE_MATH:
        buf_puts(out, "<code class=\"math\">");
        renderer_add_text(out, node_literal(node));
        buf_puts(out, "</code>");
        break;
    case NODE_FOOTNOTE_REFERENCE:
        buf_puts(out, "<sup>");
        renderer_add_text(out, source_text(renderer->source, node->footnote->label));
        buf_puts(out, "</sup>");
        break;
    case NODE_HTML:
        buf_add_str(out, node_literal(node));
        break;
    case NODE_EMPHASIS:
        buf_puts(out, "<em>");
        break;
    case NODE_STRONG:
        buf_puts(out, "<strong>");
        break;
    case NODE_STRIKETHROUGH:
        buf_puts(out, "<del>");
        break;
    case NODE_LINK:
        enter_link(renderer, node);
        break;
    case NODE_IMAGE:
        buf_puts(out, "<img src=\"");
        add_target(renderer, node);
        buf_puts(out, "\" alt=\"");
        renderer->image = node->next;
        renderer->open_image = (uint32_t)(node - renderer->nodes);
        break;
    case NODE_AUTOLINK:
        add_autolink(renderer, node);
        break;
    case NODE_BARE_URL:
        add_bare_url(renderer, node);
        break;
    default:
        break;
    }
}

void renderer_leave_inline(struct renderer *renderer, const struct node *node)
{
    struct buf *out = renderer->out;

    switch (node->kind) {
    case NODE_EMPHASIS:
        buf_puts(out, "</em>");
        break;
    case NODE_STRONG:
        buf_puts(out, "</strong>");
        break;
    case NODE_STRIKETHROUGH:
        buf_puts(out, "</del>");
        break;
    case NODE_LINK:
        buf_puts(out, "</a>");
        break;
    case NODE_IMAGE:
        buf_putc(out, '"');
        add_title(renderer, node);
        buf_puts(out, " />");
        renderer->image = 0;
        break;
    default:
        break;
    }
}

/* In an image only text counts. */
void renderer_add_alternative(struct renderer *renderer, const struct node *node)
{
    switch (node->kind) {
    case NODE_TEXT:
    case NODE_CODE:
    case NODE_HTML:
        renderer_add_text(renderer->out, node_literal(node));
        break;
    case NODE_SOFT_BREAK:
    case NODE_LINE_BREAK:
        buf_putc(renderer->out, ' ');
        break;
    case NODE_AUTOLINK:
        renderer_add_text(renderer->out, source_text(renderer->source, node->content));
        break;
    default:
        break;
    }
}
