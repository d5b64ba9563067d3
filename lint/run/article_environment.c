/* article_environment.c - what is around the front matter of an article, for keywords of
 * schemas */

#include "lint/run/article_environment.h"

#include "lint/base/buf.h"
#include "lint/base/entity.h"
#include "lint/base/utf8.h"
#include "lint/files/path.h"

static void find_place(struct environment *around, const char *path, struct str project,
                       struct arena *arena)
{
    struct str folder;

    if (strcmp(path, SOURCE_STANDARD_INPUT) == 0) {
        folder = path_real(arena, ".");
    } else {
        around->path = path_real(arena, path);
        folder = path_folder(around->path);
    }
    around->root = project;
    if (!project.len || !path_within(folder, project))
        around->root = path_project(arena, folder);
}

static const struct node *first_title(const struct document *document)
{
    for (uint32_t i = 1; i < document->node_count; i++) {
        const struct node *node = &document->nodes[i];

        if (node->kind == NODE_HEADING && node->level == 1 &&
            !(node->flags & NODE_IN_HTML))
            return node;
    }
    return NULL;
}

/* The text of all inlines below a node. */
static struct str plain_text(const struct document *document, const struct node *node,
                             struct arena *arena)
{
    struct buf out = BUF_INIT;
    struct str text;

    for (uint32_t i = node_index(document, node) + 1; i < node->next; i++) {
        const struct node *inner = &document->nodes[i];

        if (inner->kind == NODE_TEXT || inner->kind == NODE_CODE)
            buf_add_str(&out, node_literal(inner));
        else if (inner->kind == NODE_SOFT_BREAK || inner->kind == NODE_LINE_BREAK)
            buf_putc(&out, ' ');
        else if (inner->kind == NODE_AUTOLINK)
            buf_add_str(&out, source_text(document->source, inner->content));
    }
    text = arena_str(arena, str_trim(buf_str(&out)));
    buf_release(&out);
    return text;
}

static bool markup_kind_of(const struct node *node, enum markup_kind *kind)
{
    switch ((enum node_kind)node->kind) {
    case NODE_EMPHASIS:
    case NODE_STRONG:
        *kind = MARKUP_EMPHASIS;
        return true;
    case NODE_CODE:
        *kind = MARKUP_CODE;
        return true;
    case NODE_CODE_BLOCK:
        *kind = MARKUP_CODE;
        return node->flags & NODE_FENCED;
    case NODE_LINK:
    case NODE_AUTOLINK:
    case NODE_DEFINITION:
        *kind = MARKUP_LINK;
        return true;
    case NODE_IMAGE:
        *kind = MARKUP_IMAGE;
        return true;
    case NODE_HTML:
    case NODE_HTML_BLOCK:
        *kind = MARKUP_HTML;
        return true;
    case NODE_HEADING:
        *kind = MARKUP_HEADING;
        return node->form != HEADING_SETEXT;
    case NODE_FOOTNOTE_REFERENCE:
    case NODE_FOOTNOTE_DEFINITION:
        *kind = MARKUP_FOOTNOTE;
        return true;
    case NODE_TEXT:
        *kind = MARKUP_ESCAPE;
        return node->flags & NODE_ESCAPED;
    default:
        return false;
    }
}

/* The first escape in a text that has one. */
static struct span escape_in(struct str text, struct span span)
{
    for (uint32_t at = span.start; at < span.end; at++) {
        struct str rest = {text.data + at, span.end - at};
        size_t len = *rest.data == '&' ? entity_length(rest) : 0;

        if (*rest.data == '\\' && rest.len > 1 &&
            code_point_is_punctuation((unsigned char)rest.data[1]))
            len = 2;
        if (len)
            return span_make(at, at + (uint32_t)len);
    }
    return span;
}

/*
 * Lists, quotes, thematic breaks and tables do not count: "1984. A novel" is a title.
 * What is inside of them does.
 */
static bool find_markup(struct str text, unsigned allowed, struct arena *arena,
                        struct markup *found)
{
    struct source source;
    struct document document;
    struct str copy = arena_str(arena, text);

    source_init(&source, arena, "", copy.data, copy.len);
    document_parse(&document, arena, &source);
    for (uint32_t i = 1; i < document.node_count; i++) {
        if (document.nodes[i].flags & NODE_IN_HTML ||
            !markup_kind_of(&document.nodes[i], &found->kind) ||
            allowed >> found->kind & 1)
            continue;
        found->span = document.nodes[i].span;
        if (found->kind == MARKUP_ESCAPE)
            found->span = escape_in(copy, found->span);
        return true;
    }
    return false;
}

void article_environment(struct environment *around, const struct document *document,
                         struct str project, struct instant now, struct arena *arena)
{
    const struct node *title = first_title(document);

    *around = (struct environment){.now = now, .find_markup = find_markup};
    find_place(around, document->source->path, project, arena);
    if (!title)
        return;
    around->heading = title->span;
    around->heading_text = plain_text(document, title, arena);
    around->heading_source = source_text(document->source, title->content);
}
