/* render_main.c - many texts as HTML, by our nodes or by cmark-gfm */

#include <stdio.h>
#include <string.h>

#include "lint/tool/spec/peer.h"
#include "lint/tool/spec/render.h"

/*
 * usage: spec-render stet|cmark commonmark|gfm
 *
 * Reads texts from standard input, each ended by a NUL, and writes the HTML of each,
 * ended likewise.
 */

enum {
    GFM = MARKDOWN_TABLES | MARKDOWN_TASKS | MARKDOWN_STRIKETHROUGH | MARKDOWN_URLS |
          MARKDOWN_FTP,
};

static void write_html(bool ours, struct str text, unsigned features)
{
    struct buf html = BUF_INIT;
    struct arena arena;

    arena_init(&arena);
    if (ours)
        render(&html, &arena, text, features);
    else
        peer_render(&html, text, features);
    buf_putc(&html, '\0');
    fwrite(html.data, 1, html.len, stdout);
    buf_release(&html);
    arena_release(&arena);
}

int main(int argc, char **argv)
{
    struct buf text = BUF_INIT;
    unsigned features;
    int c;

    if (argc != 3) {
        fprintf(stderr, "usage: spec-render stet|cmark commonmark|gfm\n");
        return 2;
    }
    features = strcmp(argv[2], "gfm") == 0 ? GFM : 0;
    while ((c = getchar()) != EOF) {
        buf_putc(&text, (char)c);
        if (c)
            continue;
        write_html(strcmp(argv[1], "stet") == 0, (struct str){text.data, text.len - 1},
                   features);
        text.len = 0;
    }
    buf_release(&text);
    return 0;
}
