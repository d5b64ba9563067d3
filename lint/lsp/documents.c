/* documents.c - the documents that the client has open, as it has them */

#include "lint/lsp/documents.h"

#include <stdlib.h>
#include <string.h>

void documents_init(struct documents *documents)
{
    *documents = (struct documents){.newest = NULL};
    arena_init(&documents->arena);
    documents->last_awaited = &documents->first_awaited;
}

void documents_release(struct documents *documents)
{
    struct lsp_document *document;

    for (document = documents->newest; document; document = document->next)
        buf_release(&document->text);
    arena_release(&documents->arena);
}

/* The document with that URI, open or not. */
static struct lsp_document *known(const struct documents *documents, struct str uri)
{
    void *found;

    return str_map_get(&documents->by_uri, uri, &found) ? found : NULL;
}

struct lsp_document *documents_find(const struct documents *documents, struct str uri)
{
    struct lsp_document *document = known(documents, uri);

    return document && document->open ? document : NULL;
}

static struct str string_of(const struct value *map, const char *key)
{
    const struct value *value = value_get(map, key);

    return value && value->kind == VALUE_STRING ? value->text : (struct str){NULL, 0};
}

struct lsp_document *documents_named(const struct documents *documents,
                                     const struct value *params)
{
    struct str uri = string_of(value_get(params, "textDocument"), "uri");

    if (!uri.data)
        uri = string_of(value_get(params, "data"), "uri");
    return uri.data ? documents_find(documents, uri) : NULL;
}

static struct lsp_document *add(struct documents *documents, struct str uri)
{
    struct lsp_document *document =
        arena_alloc(&documents->arena, sizeof(struct lsp_document));

    document->uri = arena_str(&documents->arena, uri);
    document->next = documents->newest;
    documents->newest = document;
    str_map_put(&documents->by_uri, &documents->arena, document->uri, document);
    return document;
}

/* Versions may be negative, and null where there is none. */
static int32_t version_of(const struct value *params)
{
    const struct value *version = value_get(params, "version");
    char digits[16] = "0";

    if (version && version->kind == VALUE_INTEGER && version->text.len < sizeof(digits))
        memcpy(digits, version->text.data, version->text.len);
    return (int32_t)strtol(digits, NULL, 10);
}

struct lsp_document *documents_open(struct documents *documents,
                                    const struct value *params)
{
    const struct value *item = value_get(params, "textDocument");
    struct str uri = string_of(item, "uri");
    struct str text = string_of(item, "text");
    struct str language = string_of(item, "languageId");
    struct lsp_document *document;

    if (!uri.len || !text.data || text.len > SOURCE_MAX_BYTES)
        return NULL;
    document = known(documents, uri);
    if (!document)
        document = add(documents, uri);
    if (!str_equal(document->language, language))
        document->language = arena_str(&documents->arena, language);
    document->open = true;
    document->version = version_of(item);
    document->text.len = 0;
    buf_add_str(&document->text, text);
    return document;
}

static void replace(struct buf *text, struct span span, struct str by)
{
    size_t rest = text->len - span.end;

    if (by.len > span_length(span))
        buf_reserve(text, by.len - span_length(span));
    if (!text->data)
        return;
    memmove(text->data + span.start + by.len, text->data + span.end, rest);
    if (by.len)
        memcpy(text->data + span.start, by.data, by.len);
    text->len = span.start + by.len + rest;
}

/* A change has a range, or is the whole text. */
static bool apply(struct buf *text, const struct value *change,
                  enum position_encoding encoding)
{
    const struct value *range = value_get(change, "range");
    struct str by = string_of(change, "text");
    struct span span = span_make(0, (uint32_t)text->len);

    if (!by.data || (range && !range_read(range, buf_str(text), encoding, &span)))
        return false;
    if (text->len - span_length(span) + by.len > SOURCE_MAX_BYTES)
        return false;
    replace(text, span, by);
    return true;
}

static bool apply_all(struct buf *text, const struct value *changes,
                      enum position_encoding encoding)
{
    for (uint32_t i = 0; i < changes->count; i++)
        if (!apply(text, changes->entries[i].value, encoding))
            return false;
    return true;
}

struct lsp_document *documents_change(struct documents *documents,
                                      const struct value *params,
                                      enum position_encoding encoding)
{
    struct lsp_document *document = documents_named(documents, params);
    const struct value *changes = value_get(params, "contentChanges");

    if (!document || !changes || changes->kind != VALUE_LIST ||
        !apply_all(&document->text, changes, encoding))
        return NULL;
    document->version = version_of(value_get(params, "textDocument"));
    return document;
}

struct lsp_document *documents_close(struct documents *documents,
                                     const struct value *params)
{
    struct lsp_document *document = documents_named(documents, params);

    if (!document)
        return NULL;
    document->open = false;
    buf_release(&document->text);
    return document;
}

void documents_await(struct documents *documents, struct lsp_document *document)
{
    if (document->awaited)
        return;
    document->awaited = true;
    document->next_awaited = NULL;
    *documents->last_awaited = document;
    documents->last_awaited = &document->next_awaited;
}

struct lsp_document *documents_take(struct documents *documents)
{
    struct lsp_document *document;

    while ((document = documents->first_awaited)) {
        documents->first_awaited = document->next_awaited;
        if (!documents->first_awaited)
            documents->last_awaited = &documents->first_awaited;
        document->awaited = false;
        if (document->open)
            return document;
    }
    return NULL;
}

/* What comes before the URI and the text. Both ends are the same program. */
struct open_head {
    int32_t version;
    uint32_t uri_length;
    uint32_t text_length;
};

void documents_pack(const struct documents *documents, struct buf *out)
{
    const struct lsp_document *document;

    for (document = documents->newest; document; document = document->next) {
        struct open_head head = {document->version, (uint32_t)document->uri.len,
                                 (uint32_t)document->text.len};

        if (!document->open)
            continue;
        buf_add(out, &head, sizeof(head));
        buf_add_str(out, document->uri);
        buf_add_str(out, buf_str(&document->text));
        buf_putc(out, '\0');
    }
}

bool documents_unpack(struct str *bytes, struct open_text *open)
{
    struct open_head head;
    size_t used;

    if (bytes->len < sizeof(head))
        return false;
    memcpy(&head, bytes->data, sizeof(head));
    open->version = head.version;
    open->uri = (struct str){bytes->data + sizeof(head), head.uri_length};
    open->text = (struct str){open->uri.data + head.uri_length, head.text_length};
    used = sizeof(head) + head.uri_length + head.text_length + 1;
    *bytes = (struct str){bytes->data + used, bytes->len - used};
    return true;
}

/* Takes a text that ends in a NUL. */
static struct str take_text(struct str *bytes)
{
    size_t len = strlen(bytes->data);
    struct str text = {bytes->data, len};

    *bytes = (struct str){bytes->data + len + 1, bytes->len - len - 1};
    return text;
}

bool documents_unpack_failure(struct str *bytes, struct str *path, struct str *list)
{
    if (!bytes->len)
        return false;
    *path = take_text(bytes);
    *list = take_text(bytes);
    return true;
}
