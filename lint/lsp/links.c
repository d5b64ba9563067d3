/* links.c - textDocument/documentLink: what can be opened from an article */

#include "lint/base/uri.h"
#include "lint/files/inside.h"
#include "lint/files/path.h"
#include "lint/lsp/feature.h"
#include "lint/lsp/mentions.h"
#include "lint/markdown/unescape.h"

struct linker {
    struct question *question;
    struct mentions mentions;
    struct str folder; /* of the article */
    struct str root;   /* of its project */
};

static void write_link(struct linker *linker, struct span span, struct str target)
{
    struct question *question = linker->question;
    struct json_writer *json = &question->out;

    if (!target.len || !span_length(span))
        return;
    json_open(json, '{');
    json_key(json, "range");
    range_write(json, &question->source, span, question->client->encoding);
    json_member(json, "target", target);
    json_close(json, '}');
}

/* The line of what a fragment leads to, as editors take it; else the fragment itself. */
static struct str place_in_article(struct linker *linker, struct str fragment)
{
    struct question *question = linker->question;
    const struct link_anchor *anchor = anchors_get(
        &linker->mentions.anchors, anchor_fragment(question->arena, fragment));
    struct str uri = uri_without_fragment(question->errand.uri);

    if (!anchor)
        return STR("");
    if (!anchor->node)
        return arena_format(question->arena, "%.*s#L1", (int)uri.len, uri.data);
    return arena_format(
        question->arena, "%.*s#L%u", (int)uri.len, uri.data,
        (unsigned)source_line(&question->source, anchor->node->span.start) + 1);
}

static struct str without_query(struct str path)
{
    const char *query = memchr(path.data, '?', path.len);

    return query ? (struct str){path.data, (size_t)(query - path.data)} : path;
}

/* From the # on, as it is written. */
static struct str fragment_of(struct str written)
{
    size_t len = uri_without_fragment(written).len;

    return (struct str){written.data + len, written.len - len};
}

/* The file of a path, which may start at the root of the project; nothing outside. */
static struct str file_of(struct linker *linker, struct str written)
{
    struct arena *arena = linker->question->arena;
    struct str path = uri_decode(arena, without_query(uri_without_fragment(written)));
    struct str below = STR("");
    struct inside_place place;
    struct str fragment = fragment_of(written);
    struct str uri;

    if (str_starts(path, STR("/")))
        path = (struct str){path.data + 1, path.len - 1};
    else
        path_inside(linker->folder, linker->root, &below);
    place = inside_find(arena, linker->root, path_join(arena, below, path));
    if (place.kind != INSIDE_FILE && place.kind != INSIDE_FOLDER)
        return STR("");
    uri = uri_from_path(arena, place.real.data);
    return fragment.len ? arena_format(arena, "%.*s%.*s", (int)uri.len, uri.data,
                                       (int)fragment.len, fragment.data)
                        : uri;
}

static struct str target_of(struct linker *linker, struct str written)
{
    struct str text = text_unescape(linker->question->arena, written);

    if (!text.len || str_starts(text, STR("//")))
        return STR("");
    if (uri_scheme(text).len)
        return text;
    return text.data[0] == '#' ? place_in_article(linker, text) : file_of(linker, text);
}

static void add_link(struct linker *linker, const struct node *node)
{
    struct question *question = linker->question;
    const struct node *nodes = question_document(question)->nodes;
    const struct node *definition =
        node->kind == NODE_DEFINITION ? node : &nodes[node->link->definition];
    bool is_inline = node->kind == NODE_DEFINITION || node->form == LINK_INLINE;
    struct span destination =
        is_inline ? node->link->destination : definition->link->destination;

    write_link(linker, is_inline ? destination : node->link->label,
               target_of(linker, source_text(&question->source, destination)));
}

/* What stands for itself: <https://a.b>, www.a.b, a@b.c. */
static void add_url(struct linker *linker, const struct node *node)
{
    struct question *question = linker->question;
    struct str text = source_text(&question->source, node->content);
    const char *before = "";

    if (node->kind == NODE_BARE_URL && node->form == BARE_WWW)
        before = "http://";
    else if (!uri_scheme(text).len)
        before = "mailto:";
    write_link(linker, node->content,
               arena_format(question->arena, "%s%.*s", before, (int)text.len, text.data));
}

static void add_node(struct linker *linker, const struct node *node)
{
    if (node->flags & NODE_IN_HTML)
        return;
    if (node->kind == NODE_LINK || node->kind == NODE_IMAGE ||
        node->kind == NODE_DEFINITION)
        add_link(linker, node);
    if (node->kind == NODE_AUTOLINK || node->kind == NODE_BARE_URL)
        add_url(linker, node);
}

static enum answer_kind document_link(struct question *question)
{
    const struct document *document = question_document(question);
    struct linker linker = {.question = question,
                            .folder = path_folder(question->place->path)};

    linker.root = path_project(question->arena, linker.folder);
    mentions_find(&linker.mentions, document, question->arena);
    json_open(&question->out, '[');
    for (uint32_t i = 1; i < document->node_count; i++)
        add_node(&linker, &document->nodes[i]);
    json_close(&question->out, ']');
    return ANSWER_GIVEN;
}

const struct feature feature_document_link = {
    .method = "textDocument/documentLink",
    .capability = "documentLinkProvider",
    .options = "{\"resolveProvider\":false}",
    .answer = document_link,
};
