/* rendering.c - an article's Markdown as cmark-gfm shows it */

#include "lint/markdown/rendering.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <stdlib.h>

enum { RENDERING_OPTIONS = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES };

void rendering_write(struct str text, struct buf *out)
{
    static const char *const names[] = {"table", "tasklist"};
    cmark_parser *parser;
    cmark_node *root;
    char *html;

    cmark_gfm_core_extensions_ensure_registered();
    parser = cmark_parser_new(RENDERING_OPTIONS);
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        cmark_parser_attach_syntax_extension(parser,
                                             cmark_find_syntax_extension(names[i]));
    if (text.len)
        cmark_parser_feed(parser, text.data, text.len);
    root = cmark_parser_finish(parser);
    html = cmark_render_html(root, RENDERING_OPTIONS,
                             cmark_parser_get_syntax_extensions(parser));
    buf_puts(out, html);
    free(html);
    cmark_node_free(root);
    cmark_parser_free(parser);
}
