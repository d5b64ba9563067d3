/* lsp_session.c - a server in a process of its own, and the client's side of it */

#define _GNU_SOURCE
#define _DARWIN_C_SOURCE

#include "lint/tool/lsp/lsp_session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lint/base/memory.h"
#include "lint/lsp/lsp.h"
#include "lint/lsp/message.h"
#include "rules/rules.h"

const char lsp_initialize[] = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\","
                              "\"params\":{\"capabilities\":{}}}";
const char lsp_shutdown[] = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}";
const char lsp_exit[] = "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}";

/* A rule that does to its worker what the text says. */
static void misbehave(struct pass *pass)
{
    struct str text =
        source_text(pass_source(pass), span_make(0, pass_source(pass)->size));

    if (str_starts(text, STR("crash")))
        abort();
    while (str_starts(text, STR("hang")))
        poll(NULL, 0, 1000);
    if (str_starts(text, STR("swell")))
        exit(EXIT_OUT_OF_MEMORY);
}

static const struct rule rule_misbehaving = {
    .code = "AA001",
    .name = "misbehaving",
    .tags = "test",
    .summary = "does what the text says",
    .severity = SEVERITY_WARNING,
    .presets = PRESET_RECOMMENDED,
    .finish = misbehave,
};

static void serve(int fd)
{
    const struct rule *rules[RULES_MAX];
    struct rule_table table = {rules, rules_all.count + 1};
    struct lsp_options options = {.rules = &table,
                                  .version = "0",
                                  .homepage = "https://stet.example",
                                  .seconds = 1,
                                  .memory = 256 << 20,
                                  .in = fd,
                                  .out = fd};

    rules[0] = &rule_misbehaving;
    for (uint32_t i = 0; i < rules_all.count; i++)
        rules[i + 1] = rules_all.rules[i];
    _exit(lsp_serve(&options));
}

void lsp_session_start(struct lsp_session *session)
{
    int ends[2];

    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    session->server = fork();
    assert_true(session->server >= 0);
    if (session->server == 0) {
        close(ends[0]);
        serve(ends[1]);
    }
    close(ends[1]);
    *session = (struct lsp_session){session->server, ends[0], BUF_INIT, 0};
}

void lsp_session_send_bytes(const struct lsp_session *session, const char *bytes,
                            size_t len)
{
    while (len) {
        ssize_t wrote = send(session->fd, bytes, len, MSG_NOSIGNAL);

        if (wrote <= 0)
            return;
        bytes += wrote;
        len -= (size_t)wrote;
    }
}

void lsp_session_send(const struct lsp_session *session, const char *body)
{
    char header[64];

    snprintf(header, sizeof(header), "Content-Length: %zu\r\n\r\n", strlen(body));
    lsp_session_send_bytes(session, header, strlen(header));
    lsp_session_send_bytes(session, body, strlen(body));
}

struct str lsp_session_receive(struct lsp_session *session)
{
    for (;;) {
        struct str rest = {session->in.data + session->used,
                           session->in.len - session->used};
        struct str body;
        size_t used;
        ssize_t got;

        if (session->in.len && frame_read(rest, &body, &used) == FRAME_WHOLE) {
            session->used += used;
            return body;
        }
        got = read(session->fd, buf_reserve(&session->in, 4096), 4096);
        if (got <= 0)
            return (struct str){"", 0};
        session->in.len += (size_t)got;
    }
}

bool lsp_says(struct str text, const char *part)
{
    return text.len && memmem(text.data, text.len, part, strlen(part));
}

struct str lsp_session_await(struct lsp_session *session, const char *part)
{
    struct str body;

    do
        body = lsp_session_receive(session);
    while (body.len && !lsp_says(body, part));
    if (!body.len)
        fail_msg("the server ended before it said: %s", part);
    return body;
}

/* Reads what is left: the program ignores SIGPIPE, but a test does not. */
int lsp_session_end(struct lsp_session *session)
{
    char rest[4096];
    int status;

    shutdown(session->fd, SHUT_WR);
    while (read(session->fd, rest, sizeof(rest)) > 0)
        ;
    close(session->fd);
    buf_release(&session->in);
    assert_int_equal(waitpid(session->server, &status, 0), session->server);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

void lsp_session_begin(struct lsp_session *session)
{
    lsp_session_start(session);
    lsp_session_send(session, lsp_initialize);
    lsp_session_await(session, "\"id\":1");
}

void lsp_session_open(const struct lsp_session *session, const char *name,
                      const char *text)
{
    char body[512];

    snprintf(body, sizeof(body),
             "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":"
             "{\"textDocument\":{\"uri\":\"untitled:%s\",\"languageId\":\"markdown\","
             "\"version\":7,\"text\":\"%s\"}}}",
             name, text);
    lsp_session_send(session, body);
}
