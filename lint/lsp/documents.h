/* documents.h - the documents that the client has open, as it has them */
#ifndef LINT_LSP_DOCUMENTS_H
#define LINT_LSP_DOCUMENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/base/str_map.h"
#include "lint/lsp/position.h"
#include "lint/value/value.h"

/* A document. One that was closed is kept without its text, for when it is opened
 * again. */
struct lsp_document {
    struct str uri;
    struct str language; /* `languageId` */
    bool open;
    int32_t version;
    struct buf text;
    bool awaited; /* it waits for a check: it is in the list of those */
    bool shown;   /* diagnostics were published that are still there */
    struct lsp_document *next_awaited;
    struct lsp_document *next; /* of all, the newest first */
};

struct documents {
    struct arena arena; /* documents, URIs */
    struct str_map by_uri;
    struct lsp_document *newest;
    struct lsp_document *first_awaited; /* in the order in which they were changed */
    struct lsp_document **last_awaited;
};

void documents_init(struct documents *documents);
void documents_release(struct documents *documents);

/* The open document with that URI; NULL when there is none. */
struct lsp_document *documents_find(const struct documents *documents, struct str uri);

/* What the `textDocument` of a request names or, when something is resolved, its `data`;
 * NULL when that is not open. */
struct lsp_document *documents_named(const struct documents *documents,
                                     const struct value *params);

/* `textDocument/didOpen`, `didChange` and `didClose`, with the parameters of each. The
 * document, or NULL when they make no sense; of several changes, those before the first
 * that makes none are then made. */
struct lsp_document *documents_open(struct documents *documents,
                                    const struct value *params);
struct lsp_document *documents_change(struct documents *documents,
                                      const struct value *params,
                                      enum position_encoding encoding);
struct lsp_document *documents_close(struct documents *documents,
                                     const struct value *params);

/* An open document as a worker gets it. Views. */
struct open_text {
    struct str uri;
    int32_t version;
    struct str text; /* followed by a NUL */
};

/* Appends all open documents. */
void documents_pack(const struct documents *documents, struct buf *out);

/* Takes the next of them off the bytes; false when none is left. */
bool documents_unpack(struct str *bytes, struct open_text *open);

/* Takes the next file that no worker could check off the bytes, with the diagnostics that
 * say so, JSON; false when none is left. */
bool documents_unpack_failure(struct str *bytes, struct str *path, struct str *list);

/* Adds a document to the list of those that wait for a check, if it is not there. */
void documents_await(struct documents *documents, struct lsp_document *document);

/* Takes the first document that is open off that list; NULL when there is none. */
struct lsp_document *documents_take(struct documents *documents);

#endif
