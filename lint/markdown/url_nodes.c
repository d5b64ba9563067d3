/* url_nodes.c - bare URLs become nodes of their own */

#include "lint/markdown/url_nodes.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"
#include "lint/markdown/bare_url.h"
#include "lint/markdown/entity.h"

/* URLs of one leaf block, in order. */
struct url_list {
    struct arena *arena;
    struct bare_url *urls;
    uint32_t count;
    uint32_t capacity;
};

static bool has_protocol(struct str text)
{
    const char *at = text.data;
    const char *end = text.data + text.len;

    while ((at = memchr(at, ':', (size_t)(end - at)))) {
        if (end - at > 2 && at[1] == '/' && at[2] == '/')
            return true;
        at++;
    }
    return false;
}

static bool has_www(struct str text)
{
    const char *at = text.data;
    const char *end = text.data + text.len;

    while ((at = memchr(at, '.', (size_t)(end - at)))) {
        if (at - text.data >= 3 &&
            str_equal_ignore_case((struct str){at - 3, 3}, STR("www")))
            return true;
        at++;
    }
    return false;
}

bool url_nodes_possible(struct str text)
{
    return memchr(text.data, '@', text.len) || has_protocol(text) || has_www(text);
}

static void add_url(struct url_list *list, struct bare_url url)
{
    list->urls = arena_make_room(list->arena, list->urls, list->count, &list->capacity,
                                 sizeof(*list->urls));
    list->urls[list->count++] = url;
}

/* The first byte of the line's content that the offset is on, when that of an earlier
 * offset is known: no line is read more than once. */
static uint32_t line_content(const char *data, uint32_t known, uint32_t earlier,
                             uint32_t offset)
{
    uint32_t start = offset;

    while (start > earlier && data[start - 1] != '\n' && data[start - 1] != '\r')
        start--;
    if (start == earlier)
        return known;
    while (start < offset && (is_space_or_tab(data[start]) || data[start] == '>'))
        start++;
    return start;
}

/*
 * A URL ends where its parent's content does, and before a node that goes on behind
 * it: cmark has paired those delimiters, so they are no part of it.
 */
static uint32_t clipped_end(const struct tree *tree, uint32_t text, struct span url)
{
    const struct node *parent = &tree->nodes[tree->nodes[text].parent];
    uint32_t end = url.end < parent->content.end ? url.end : parent->content.end;
    /* The leaf block itself is still open. */
    uint32_t stop = tree->nodes[text].parent == tree->parent ? tree->count : parent->next;

    for (uint32_t i = tree->nodes[text].next; i < stop; i = tree->nodes[i].next) {
        const struct node *node = &tree->nodes[i];

        if (node->span.start >= end)
            break;
        if (node->span.end > end && node->kind != NODE_TEXT)
            return node->span.start;
    }
    return end;
}

static void find_urls(struct tree *tree, const struct source *source,
                      struct url_list *list)
{
    const struct node *leaf = tree_top(tree);
    struct bare_url_search search;
    struct bare_url url;
    struct span rest = leaf->content;
    uint32_t earlier = rest.start;

    bare_url_start(&search, source->data);
    for (uint32_t i = tree->parent + 1; i < tree->count;) {
        const struct node *node = &tree->nodes[i];

        if (node->kind == NODE_LINK || node->kind == NODE_IMAGE) {
            i = node->next;
            continue;
        }
        if (node->kind == NODE_TEXT) {
            rest.start =
                line_content(source->data, rest.start, earlier, node->span.start);
            earlier = node->span.start;
            bare_url_text(&search, rest, node->span);
            while (bare_url_next(&search, &url)) {
                url.span.end = clipped_end(tree, i, url.span);
                add_url(list, url);
            }
        }
        i++;
    }
}

/* A walk through an escaped text: `made` bytes of its literal come from `at` bytes. */
struct unescaping {
    struct str source;
    struct str literal;
    size_t at;
    size_t made;
};

static void skip_code_point(struct unescaping *walk)
{
    size_t len;

    if (walk->made == walk->literal.len)
        return;
    utf8_decode(
        (struct str){walk->literal.data + walk->made, walk->literal.len - walk->made},
        &len);
    walk->made += len;
}

/* One byte of the source, one escape or one reference. */
static void unescape_next(struct unescaping *walk)
{
    struct str rest = {walk->source.data + walk->at, walk->source.len - walk->at};
    struct str entity = {rest.data, entity_length(rest)};
    char made = walk->literal.data[walk->made];

    if (entity.len && (made != '&' || entity_is_ampersand(entity))) {
        for (int i = entity_code_points(entity); i > 0; i--)
            skip_code_point(walk);
        walk->at += entity.len;
        return;
    }
    /* NUL is U+FFFD; a backslash that stands for itself is before no punctuation. */
    if (*rest.data == '\\' && rest.len > 1 && made == rest.data[1])
        walk->at++;
    walk->made += *rest.data ? 1 : 3;
    walk->at++;
}

static void unescape_until(struct unescaping *walk, size_t end)
{
    while (walk->at < end && walk->made < walk->literal.len)
        unescape_next(walk);
}

/* The part of a text node from start to end as a node of its own. */
static void add_text(struct tree *tree, const struct source *source,
                     const struct node *text, struct span span)
{
    struct unescaping walk = {source_text(source, text->span), text->literal, 0, 0};
    struct node *node;
    struct str literal;
    size_t raw; /* a URL may have ended inside an escape: the rest of that is text */

    if (span.start >= span.end)
        return;
    node = tree_add(tree, NODE_TEXT, span);
    node->literal = source_text(source, span);
    if (!(text->flags & NODE_ESCAPED))
        return;
    if (span_length(span) == span_length(text->span)) {
        node->literal = text->literal;
        node->flags = text->flags;
        return;
    }
    unescape_until(&walk, span.start - text->span.start);
    raw = walk.at - (span.start - text->span.start);
    literal.data = walk.literal.data + walk.made;
    literal.len = walk.made;
    unescape_until(&walk, span.end - text->span.start);
    literal.len = walk.made - literal.len;
    if (raw)
        literal = arena_format(tree->arena, "%.*s%.*s", (int)raw, node->literal.data,
                               (int)literal.len, literal.data);
    if (str_equal(literal, node->literal))
        return;
    node->literal = literal;
    node->flags |= NODE_ESCAPED;
}

/* Adds the text and the URLs that start in it. What an earlier URL took is gone. */
static uint32_t add_pieces(struct tree *tree, const struct source *source,
                           const struct node *text, const struct url_list *list,
                           uint32_t next)
{
    uint32_t at = text->span.start;

    if (next > 0 && list->urls[next - 1].span.end > at)
        at = list->urls[next - 1].span.end;
    for (; next < list->count && list->urls[next].span.start < text->span.end; next++) {
        const struct bare_url *url = &list->urls[next];

        add_text(tree, source, text, span_make(at, url->span.start));
        tree_add(tree, NODE_BARE_URL, url->span)->form = (uint8_t)url->form;
        at = url->span.end;
    }
    add_text(tree, source, text, span_make(at, text->span.end));
    return next;
}

static void copy_node(struct tree *tree, const struct node *node, bool has_children)
{
    struct node *copy;
    uint32_t parent = tree->parent;
    uint32_t next;

    if (has_children)
        tree_open(tree, node->kind, node->span);
    else
        tree_add(tree, node->kind, node->span);
    copy = &tree->nodes[tree->count - 1];
    next = copy->next;
    *copy = *node;
    copy->parent = parent;
    copy->next = next;
}

/* Writes the leaf's nodes again, with the URLs. */
static void rewrite(struct tree *tree, const struct source *source,
                    const struct url_list *list)
{
    uint32_t leaf = tree->parent;
    uint32_t first = leaf + 1;
    uint32_t count = tree->count - first;
    struct node *old = arena_raw(tree->arena, count * sizeof(*old));
    uint32_t *ends =
        arena_raw(tree->arena, (count + 1) * sizeof(*ends)); /* of open ones */
    uint32_t open = 0;
    uint32_t next = 0;

    memcpy(old, &tree->nodes[first], count * sizeof(*old));
    tree->count = first;
    for (uint32_t i = 0; i < count;) {
        const struct node *node = &old[i];

        for (; open > 0 && ends[open - 1] <= i; open--)
            tree_close(tree);
        if (node->kind == NODE_TEXT) {
            next = add_pieces(tree, source, node, list, next);
        } else if (next > 0 && node->span.start < list->urls[next - 1].span.end) {
            i = node->next - first;
            continue;
        } else {
            copy_node(tree, node, node->next - first > i + 1);
            if (node->next - first > i + 1)
                ends[open++] = node->next - first;
        }
        i++;
    }
    while (tree->parent != leaf)
        tree_close(tree);
}

void url_nodes_add(struct tree *tree, const struct source *source)
{
    struct url_list list = {.arena = tree->arena};

    find_urls(tree, source, &list);
    if (list.count)
        rewrite(tree, source, &list);
}
