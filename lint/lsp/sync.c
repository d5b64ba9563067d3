/* sync.c - the client's notifications about documents, and diagnostics for it */

#include "lint/lsp/feature.h"
#include "lint/lsp/server.h"
#include "lint/value/json_write.h"

void sync_publish(struct server *server, const struct lsp_document *document,
                  int32_t version, struct str diagnostics)
{
    struct buf params = BUF_INIT;
    struct json_writer json = {&params, false};

    json_open(&json, '{');
    json_member(&json, "uri", document->uri);
    if (document->open)
        buf_printf(&params, ",\"version\":%d", (int)version);
    json_key(&json, "diagnostics");
    json_raw(&json, diagnostics);
    json_close(&json, '}');
    message_notify(&server->out, "textDocument/publishDiagnostics", buf_str(&params));
    buf_release(&params);
}

static void take_back(struct server *server, struct lsp_document *document)
{
    if (document->shown)
        sync_publish(server, document, document->version, STR("[]"));
    document->shown = false;
}

/* The document is to be checked. A client that only pulls asks for that itself. */
static void await(struct server *server, struct lsp_document *document)
{
    if (str_is(server->client.diagnostics, "pull"))
        take_back(server, document);
    else
        documents_await(&server->documents, document);
}

static void open(struct server *server, const struct value *params)
{
    struct lsp_document *document = documents_open(&server->documents, params);

    if (document)
        await(server, document);
}

static void change(struct server *server, const struct value *params)
{
    struct lsp_document *document =
        documents_change(&server->documents, params, server->client.encoding);

    if (document)
        await(server, document);
}

static void close(struct server *server, const struct value *params)
{
    struct lsp_document *document = documents_close(&server->documents, params);

    if (document)
        take_back(server, document);
}

/* A config, a schema or a data file may decide what is wrong with others. */
static void save(struct server *server, const struct value *params)
{
    struct lsp_document *document = documents_named(&server->documents, params);

    if (document && !str_is(document->language, "markdown"))
        sync_renew(server);
}

void sync_renew(struct server *server)
{
    struct lsp_document *document;

    server->engine.renewals++;
    crew_renew(&server->crew);
    for (document = server->documents.newest; document; document = document->next)
        if (document->open)
            await(server, document);
    if (client_can(&server->client, "workspace.diagnostics.refreshSupport"))
        server_ask(server, "stet-refresh", "workspace/diagnostic/refresh", STR("null"));
}

bool sync_take(struct server *server, const struct message *message)
{
    static const struct row {
        const char *method;
        void (*take)(struct server *server, const struct value *params);
    } rows[] = {
        {"textDocument/didOpen", open},
        {"textDocument/didChange", change},
        {"textDocument/didClose", close},
        {"textDocument/didSave", save},
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
        if (str_is(message->method, rows[i].method)) {
            rows[i].take(server, message->params);
            return true;
        }
    return false;
}
