/* peer.c - Markdown as HTML, by cmark-gfm */

#include "lint/tool/spec/peer.h"

/* Else it defines names like NODE_TEXT, which are ours. */
#define CMARK_NO_SHORT_NAMES
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <stdlib.h>

#include "lint/markdown/feature.h"

static const struct extension {
    const char *name;
    unsigned features;
} extensions[] = {
    {"table", MARKDOWN_TABLES},
    {"tasklist", MARKDOWN_TASKS},
    {"strikethrough", MARKDOWN_STRIKETHROUGH},
    {"autolink", MARKDOWN_URLS},
};

void peer_render(struct buf *out, struct str text, unsigned features)
{
    cmark_parser *parser;
    cmark_node *root;
    char *html;

    cmark_gfm_core_extensions_ensure_registered();
    parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    for (size_t i = 0; i < sizeof(extensions) / sizeof(extensions[0]); i++)
        if (extensions[i].features & features)
            cmark_parser_attach_syntax_extension(
                parser, cmark_find_syntax_extension(extensions[i].name));
    cmark_parser_feed(parser, text.data, text.len);
    root = cmark_parser_finish(parser);
    html = cmark_render_html(root, CMARK_OPT_UNSAFE,
                             cmark_parser_get_syntax_extensions(parser));
    buf_puts(out, html);
    free(html);
    cmark_node_free(root);
    cmark_parser_free(parser);
}
