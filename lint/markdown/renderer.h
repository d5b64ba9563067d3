/* renderer.h - HTML on its way; for node_html.c and inline_html.c only */
#ifndef LINT_MARKDOWN_RENDERER_H
#define LINT_MARKDOWN_RENDERER_H

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/markdown/node.h"
#include "lint/source/source.h"

struct renderer {
    struct buf *out;
    struct arena *arena;
    const struct source *source;
    const struct node *nodes;
    uint32_t count;
    uint32_t image;         /* nodes before it are in an image: its alternative text */
    uint32_t open_image;    /* that image */
    const char *alignments; /* of the columns of the table: l, r, c or a space */
    uint32_t column;        /* of the cell to come */
    bool in_cell;           /* one that is shown */
};

/* Appends text as HTML shows it. */
void renderer_add_text(struct buf *out, struct str text);

/* Starts and ends an inline. Nodes of other kinds are left alone. */
void renderer_enter_inline(struct renderer *renderer, const struct node *node);
void renderer_leave_inline(struct renderer *renderer, const struct node *node);

/* What stands for an inline in the alternative text of an image. */
void renderer_add_alternative(struct renderer *renderer, const struct node *node);

#endif
