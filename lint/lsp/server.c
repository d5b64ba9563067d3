/* server.c - reads and writes the messages of one client */

#include "lint/lsp/lsp.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lint/lsp/server.h"

enum {
    READ_BYTES = 1 << 16,
    KEPT_BYTES = 1 << 20,
    /* Bytes that a client has not read: with more, it is not read from. */
    MAX_UNREAD = 64 * 1024 * 1024,
    /* Milliseconds between looks at the client's process. */
    WATCH_INTERVAL = 1000,
};

void server_ask(struct server *server, const char *name, const char *method,
                struct str params)
{
    char id[64];

    snprintf(id, sizeof(id), "%s-%u", name, ++server->asked);
    message_ask(&server->out, id, method, params);
}

static void answer_request(struct server *server, const struct message *message)
{
    struct buf *out = &server->out;

    if (server->phase == PHASE_NEW && !str_is(message->method, "initialize"))
        message_fail(out, message->id, ERROR_NOT_INITIALIZED,
                     STR("the first request must be `initialize`"));
    else if (server->phase == PHASE_SHUT_DOWN)
        message_fail(out, message->id, ERROR_INVALID_REQUEST,
                     STR("nothing is answered after `shutdown`"));
    else if (!lifecycle_take(server, message) && !tasks_take(server, message))
        message_fail(out, message->id, ERROR_METHOD_NOT_FOUND,
                     STR("there is no such method"));
}

static void take_notification(struct server *server, const struct message *message)
{
    if (server->phase == PHASE_RUNNING || str_is(message->method, "exit"))
        if (!lifecycle_take(server, message))
            sync_take(server, message);
}

void server_take(struct server *server, const struct message *message)
{
    switch (message->kind) {
    case MESSAGE_REQUEST:
        answer_request(server, message);
        break;
    case MESSAGE_NOTIFICATION:
        take_notification(server, message);
        break;
    case MESSAGE_RESPONSE:
        if (server->phase == PHASE_RUNNING)
            lifecycle_take(server, message);
        break;
    case MESSAGE_INVALID:
        message_fail(&server->out, message->id, ERROR_INVALID_REQUEST,
                     STR("this is neither a request nor a notification nor a response"));
        break;
    case MESSAGE_GARBLED:
        message_fail(&server->out, STR("null"), ERROR_PARSE, STR("this is not JSON"));
        break;
    }
}

static void end(struct server *server, int status)
{
    server->phase = PHASE_ENDED;
    server->status = status;
}

/* Drops what has been handled, when that is worth it. */
static void compact(struct server *server)
{
    if (server->in_used < server->in.len && server->in_used < KEPT_BYTES)
        return;
    memmove(server->in.data, server->in.data + server->in_used,
            server->in.len - server->in_used);
    server->in.len -= server->in_used;
    server->in_used = 0;
    if (!server->in.len && server->in.capacity > KEPT_BYTES)
        buf_release(&server->in);
}

/* Without a frame it is not known where the next one starts. */
static void refuse_frame(struct server *server)
{
    message_fail(&server->out, STR("null"), ERROR_PARSE,
                 STR("a message must begin with a `Content-Length` that is its length "
                     "in bytes"));
    end(server, 1);
}

static void handle_frames(struct server *server)
{
    while (server->phase != PHASE_ENDED) {
        struct str rest = {server->in.data + server->in_used,
                           server->in.len - server->in_used};
        struct message message;
        struct str body;
        size_t used;
        enum frame_state state = frame_read(rest, &body, &used);

        if (state == FRAME_BROKEN)
            refuse_frame(server);
        if (state != FRAME_WHOLE)
            break;
        message_read(&server->message, body, &message);
        server_take(server, &message);
        arena_reset(&server->message);
        server->in_used += used;
    }
    compact(server);
}

static void receive(struct server *server)
{
    ssize_t got =
        read(server->options->in, buf_reserve(&server->in, READ_BYTES), READ_BYTES);

    if (got < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (got <= 0) {
        end(server, 1);
        return;
    }
    server->in.len += (size_t)got;
    handle_frames(server);
}

/* Writes what the client takes now; one that reads no more has gone. */
static void send_rest(struct server *server)
{
    struct buf *out = &server->out;

    while (server->out_sent < out->len) {
        ssize_t wrote = write(server->options->out, out->data + server->out_sent,
                              out->len - server->out_sent);

        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0 && errno != EAGAIN)
            end(server, 1);
        if (wrote <= 0)
            return;
        server->out_sent += (size_t)wrote;
    }
    out->len = server->out_sent = 0;
    if (out->capacity > KEPT_BYTES)
        buf_release(out);
}

static bool client_has_gone(const struct server *server)
{
    pid_t process = server->client.process;

    return server->phase != PHASE_NEW && process > 0 && kill(process, 0) != 0 &&
           errno == ESRCH;
}

static int timeout_of(const struct server *server)
{
    int timeout = crew_timeout(&server->crew, tasks_wait(server));
    bool watched = server->phase != PHASE_NEW && server->client.process > 0;

    if (watched && (timeout < 0 || timeout > WATCH_INTERVAL))
        return WATCH_INTERVAL;
    return timeout;
}

static void serve_once(struct server *server)
{
    struct pollfd fds[CREW_MAX_WORKERS + 2];
    struct pollfd *in = &fds[CREW_MAX_WORKERS];
    struct pollfd *out = &fds[CREW_MAX_WORKERS + 1];
    size_t unread = server->out.len - server->out_sent;

    crew_poll(&server->crew, fds);
    *in = (struct pollfd){.fd = unread < MAX_UNREAD ? server->options->in : -1,
                          .events = POLLIN};
    *out = (struct pollfd){.fd = unread ? server->options->out : -1, .events = POLLOUT};
    if (poll(fds, CREW_MAX_WORKERS + 2, timeout_of(server)) < 0 && errno != EINTR)
        end(server, 1);
    if (in->fd >= 0 && in->revents)
        receive(server);
    if (server->phase == PHASE_ENDED)
        return;
    crew_handle(&server->crew, fds, tasks_deliver, server);
    tasks_give(server);
    send_rest(server);
    if (client_has_gone(server))
        end(server, 1);
}

/* The last words, as far as the client takes them without being waited for. */
static void release(struct server *server)
{
    send_rest(server);
    crew_release(&server->crew);
    tasks_release(server);
    documents_release(&server->documents);
    client_release(&server->client);
    arena_release(&server->message);
    buf_release(&server->in);
    buf_release(&server->out);
}

int lsp_serve(const struct lsp_options *options)
{
    struct server server = {.options = options};
    struct crew_work work = {.context = &server.engine,
                             .work = engine_work,
                             .seconds = options->seconds,
                             .memory = options->memory};
    int flags = fcntl(options->out, F_GETFL);

    arena_init(&server.message);
    arena_init(&server.client.arena);
    documents_init(&server.documents);
    engine_init(&server.engine, options, &server.client);
    crew_init(&server.crew, &work);
    if (flags >= 0)
        fcntl(options->out, F_SETFL, flags | O_NONBLOCK);
    while (server.phase != PHASE_ENDED)
        serve_once(&server);
    release(&server);
    if (flags >= 0)
        fcntl(options->out, F_SETFL, flags);
    return server.status;
}
