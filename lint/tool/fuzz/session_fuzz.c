/* session_fuzz.c - any lines as the messages of a client to the language server */

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "lint/lsp/feature.h"
#include "lint/lsp/server.h"
#include "lint/tool/fuzz/target.h"
#include "rules/rules.h"

struct session {
    struct server server;
    struct engine engine; /* that of a worker, here in the same process */
    int back[2];          /* from the engine: parts of answers, which are dropped */
    uint32_t requests;
    uint32_t replies;
};

static const char initialize[] =
    "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{"
    "\"capabilities\":{\"general\":{\"positionEncodings\":[\"%s\"]},"
    "\"textDocument\":{\"completion\":{\"completionItem\":{\"snippetSupport\":true}},"
    "\"publishDiagnostics\":{\"relatedInformation\":true},"
    "\"codeAction\":{\"codeActionLiteralSupport\":{},\"dataSupport\":true}},"
    "\"workspace\":{\"workspaceEdit\":{\"documentChanges\":true}}}}}";

/* A text of some kilobytes has parts that the socket holds. */
static void drop_parts(const struct session *session)
{
    char bytes[4096];

    while (recv(session->back[0], bytes, sizeof(bytes), MSG_DONTWAIT) > 0)
        ;
}

static void work(struct session *session)
{
    struct buf texts = BUF_INIT;
    struct buf text = BUF_INIT;
    struct buf out = BUF_INIT;
    struct errand errand;
    struct task *task;

    while ((task = tasks_next(&session->server, &errand, &texts))) {
        enum answer_kind kind;

        /* As in a worker, it is followed by a NUL. */
        buf_add_str(&text, errand.text);
        buf_putc(&text, '\0');
        errand.text.data = text.data;
        kind = engine_work(&session->engine, &errand, &out, session->back[1]);

        drop_parts(session);
        tasks_deliver(&session->server, task, &(struct answer){kind, buf_str(&out)});
        texts.len = text.len = out.len = 0;
    }
    buf_release(&texts);
    buf_release(&text);
    buf_release(&out);
}

/* What the server says is frames with JSON in them. */
static void promise_frames(struct session *session)
{
    struct str rest = buf_str(&session->server.out);
    struct arena arena;
    struct str body;
    size_t used;

    arena_init(&arena);
    while (rest.len) {
        struct message message;

        promise(frame_read(rest, &body, &used) == FRAME_WHOLE, "no frame");
        message_read(&arena, body, &message);
        promise(message.kind != MESSAGE_GARBLED && message.kind != MESSAGE_INVALID,
                "a message that is none");
        session->replies += message.kind == MESSAGE_RESPONSE;
        rest = (struct str){rest.data + used, rest.len - used};
    }
    arena_release(&arena);
    session->server.out.len = 0;
}

/* Each request is answered once, and each message that is none. */
static void take(struct session *session, struct str body)
{
    struct message message;

    message_read(&session->server.message, body, &message);
    if (str_is(message.method, "workspace/didChangeWorkspaceFolders"))
        return; /* the files of other folders are none of its business */
    session->requests +=
        message.kind != MESSAGE_NOTIFICATION && message.kind != MESSAGE_RESPONSE;
    server_take(&session->server, &message);
    arena_reset(&session->server.message);
    work(session);
    promise_frames(session);
    promise(session->replies == session->requests, "a request without its reply");
}

static void start(struct session *session, const struct lsp_options *options)
{
    static const struct crew_work none;

    *session = (struct session){.server = {.options = options}};
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, session->back) != 0)
        exit(1);
    arena_init(&session->server.message);
    arena_init(&session->server.client.arena);
    documents_init(&session->server.documents);
    engine_init(&session->engine, options, &session->server.client);
    crew_init(&session->server.crew, &none);
}

static void end(struct session *session)
{
    engine_release(&session->engine);
    crew_release(&session->server.crew);
    tasks_release(&session->server);
    documents_release(&session->server.documents);
    client_release(&session->server.client);
    arena_release(&session->server.message);
    buf_release(&session->server.out);
    close(session->back[0]);
    close(session->back[1]);
}

/* The next line of the input. */
static struct str next_line(struct str *rest)
{
    const char *end = memchr(rest->data, '\n', rest->len);
    struct str line = {rest->data, end ? (size_t)(end - rest->data) : rest->len};
    size_t used = line.len + (end != NULL);

    *rest = (struct str){rest->data + used, rest->len - used};
    return line;
}

/* The first line names the encoding, the others are messages after `initialize`. Folders
 * are those of the client alone: the target reads no other files than the config here. */
void fuzz_session(struct str input)
{
    struct lsp_options options = {.rules = &rules_all,
                                  .version = "0",
                                  .homepage = "https://stet.example",
                                  .seconds = 60,
                                  .memory = 512 << 20};
    struct session session;
    struct buf first = BUF_INIT;
    struct str encoding = next_line(&input);

    start(&session, &options);
    buf_printf(&first, initialize,
               str_is(encoding, "utf-8")
                   ? "utf-8"
                   : (str_is(encoding, "utf-32") ? "utf-32" : "utf-16"));
    take(&session, buf_str(&first));
    buf_release(&first);
    while (input.len && session.server.phase != PHASE_ENDED)
        take(&session, next_line(&input));
    end(&session);
}
