/* fill.c - blocks get their inlines */

#include "lint/markdown/fill.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/memory.h"
#include "lint/markdown/feature.h"

/* Do only blanks stand before the text of its lines, but for the first? Then the file
 * is one piece. */
static bool is_one_piece(const struct blocks *blocks, const struct leaf *leaf)
{
    const char *data = blocks->source->data;

    for (uint32_t i = leaf->line + 1; i < leaf->line + leaf->line_count; i++) {
        uint32_t end = blocks_text_start(blocks, i);

        for (uint32_t at = blocks->lines[i].start; at < end; at++)
            if (!is_space_or_tab(data[at]))
                return false;
    }
    return true;
}

static void gather_lines(struct content *content, const struct blocks *blocks,
                         const struct leaf *leaf)
{
    uint32_t last = leaf->line + leaf->line_count - 1;
    uint32_t start = leaf->text.start;

    content_gather(content, span_length(leaf->text));
    for (uint32_t i = leaf->line; i < last; i++) {
        content_add(content, blocks->source->data,
                    span_make(start, blocks->lines[i + 1].start), 0);
        start = blocks_text_start(blocks, i + 1);
    }
    content_add(content, blocks->source->data, span_make(start, leaf->text.end), 0);
}

/* The first \| from `at` on, or the end. */
static uint32_t escaped_pipe(const char *data, uint32_t at, uint32_t end)
{
    const char *hit;

    while (at < end && (hit = memchr(data + at, '|', end - at))) {
        uint32_t pipe = (uint32_t)(hit - data);

        if (pipe > at && hit[-1] == '\\')
            return pipe - 1;
        at = pipe + 1;
    }
    return end;
}

/* In a cell, \| is a pipe before anything else is read (GFM 4.10). */
static void gather_cell(struct content *content, const char *data, struct span cell)
{
    uint32_t start = cell.start;
    uint32_t pipe = escaped_pipe(data, start, cell.end);
    uint32_t skipped = 0;

    if (pipe == cell.end) {
        content_set(content, data, cell);
        return;
    }
    content_gather(content, span_length(cell));
    for (; start < cell.end; pipe = escaped_pipe(data, start, cell.end)) {
        if (pipe > start)
            content_add(content, data, span_make(start, pipe), skipped);
        skipped = pipe < cell.end;
        start = pipe + skipped;
    }
}

void fill_lines(struct fill *fill, const struct leaf *leaf)
{
    const struct blocks *blocks = fill->blocks;

    if (is_one_piece(blocks, leaf))
        content_set(&fill->content, blocks->source->data, leaf->text);
    else
        gather_lines(&fill->content, blocks, leaf);
}

static void fill_text(struct fill *fill, const struct leaf *leaf)
{
    const struct blocks *blocks = fill->blocks;
    const char *data = blocks->source->data;

    if (fill->blocks->tree.nodes[leaf->node].kind == NODE_TABLE_CELL)
        gather_cell(&fill->content, data, leaf->text);
    else
        fill_lines(fill, leaf);
    inlines_parse(fill->inlines, &fill->content);
}

static void fill_leaf(struct fill *fill, const struct leaf *leaf)
{
    static const struct label_map none;

    if (fill->blocks->tree.nodes[leaf->node].kind != NODE_HTML_BLOCK) {
        fill_text(fill, leaf);
        return;
    }
    inlines_set_labels(fill->inlines, &none, &none);
    fill_html(fill, leaf);
    inlines_set_labels(fill->inlines, &fill->definitions, &fill->footnotes);
}

/* The [x] of a task is a reference without a definition where there are no tasks. */
static void add_box(struct fill *fill, const struct node *item)
{
    struct span box = span_make(item->item.text, item->item.text + 3);
    struct span label = span_make(box.start + 1, box.end - 1);
    struct str text = source_text(fill->blocks->source, label);

    tree_add_loose(fill->tree, (struct loose_reference){box, text, LINK_SHORTCUT});
}

/* All before that block is in the tree. */
static void discard_before(struct fill *fill, uint32_t block)
{
    enum { AT_ONCE = 16 * 1024 };
    const struct blocks *blocks = fill->blocks;

    if (block - fill->lost_blocks < AT_ONCE)
        return;
    memory_discard(&blocks->tree.nodes[fill->lost_blocks],
                   (block - fill->lost_blocks) * sizeof(*blocks->tree.nodes));
    memory_discard(&blocks->leaves[fill->lost_leaves],
                   (fill->leaf - fill->lost_leaves) * sizeof(*blocks->leaves));
    fill->lost_blocks = block;
    fill->lost_leaves = fill->leaf;
}

static void fill_blocks(struct fill *fill)
{
    const struct tree *blocks = &fill->blocks->tree;
    const struct leaf *leaves = fill->blocks->leaves;
    uint32_t leaf_count = fill->blocks->leaf_count;

    fill->places[0] = 0;
    for (uint32_t i = 1; i < blocks->count; i++) {
        while (fill->tree->parent != fill->places[blocks->nodes[i].parent])
            tree_close(fill->tree);
        discard_before(fill, i);
        fill->places[i] = fill->tree->count;
        tree_open_copy(fill->tree, &blocks->nodes[i]);
        if (blocks->nodes[i].flags & NODE_CHECKED &&
            !(fill->blocks->features & MARKDOWN_NO_TEXT))
            add_box(fill, &blocks->nodes[i]);
        if (fill->leaf < leaf_count && leaves[fill->leaf].node == i)
            fill_leaf(fill, &leaves[fill->leaf++]);
    }
    while (fill->tree->parent)
        tree_close(fill->tree);
}

static void add_labels(struct fill *fill)
{
    const struct tree *blocks = &fill->blocks->tree;
    const struct source *source = fill->blocks->source;
    struct arena *arena = fill->blocks->arena;

    for (uint32_t i = 1; i < blocks->count; i++) {
        const struct node *node = &blocks->nodes[i];

        if (node->kind == NODE_DEFINITION)
            labels_add(&fill->definitions, arena, source_text(source, node->link->label),
                       i);
        if (node->kind == NODE_FOOTNOTE_DEFINITION)
            labels_add(&fill->footnotes, arena,
                       source_text(source, node->footnote->label), i);
    }
}

void blocks_fill(const struct blocks *blocks, struct tree *tree)
{
    struct str text = blocks_text(blocks);
    struct fill fill = {.blocks = blocks, .tree = tree};

    fill.content.arena = tree->arena;
    fill.places = arena_raw(blocks->arena, blocks->tree.count * sizeof(*fill.places));
    add_labels(&fill);
    fill.inlines = inlines_new(tree, blocks->features, text);
    inlines_set_labels(fill.inlines, &fill.definitions, &fill.footnotes);
    fill_blocks(&fill);
    inlines_place_definitions(fill.inlines, fill.places);
}
