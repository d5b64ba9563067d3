/* server_test.c - sessions: what is answered, and how the server ends */

#define _GNU_SOURCE
#define _DARWIN_C_SOURCE

#include "lint/lsp/lsp.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lint/base/buf.h"
#include "lint/base/memory.h"
#include "lint/lsp/message.h"
#include "lint/tool/own_folder.h"
#include "rules/rules.h"

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

struct session {
    pid_t server;
    int fd;
    struct buf in;
    size_t used;
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

static void start(struct session *session)
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
    *session = (struct session){session->server, ends[0], BUF_INIT, 0};
}

static void send_raw(const struct session *session, const char *bytes, size_t len)
{
    while (len) {
        ssize_t wrote = send(session->fd, bytes, len, MSG_NOSIGNAL);

        if (wrote <= 0)
            return;
        bytes += wrote;
        len -= (size_t)wrote;
    }
}

static void send_message(const struct session *session, const char *body)
{
    char header[64];

    snprintf(header, sizeof(header), "Content-Length: %zu\r\n\r\n", strlen(body));
    send_raw(session, header, strlen(header));
    send_raw(session, body, strlen(body));
}

/* The next message of the server; empty when it has ended. */
static struct str receive(struct session *session)
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

static bool has(struct str text, const char *part)
{
    return text.len && memmem(text.data, text.len, part, strlen(part));
}

/* The first message from now on that has the part. */
static struct str await(struct session *session, const char *part)
{
    struct str body;

    do
        body = receive(session);
    while (body.len && !has(body, part));
    if (!body.len)
        fail_msg("the server ended before it said: %s", part);
    return body;
}

/* Reads what is left: the program ignores SIGPIPE, but a test does not. */
static int end(struct session *session)
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

static const char initialize[] =
    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\","
    "\"params\":{\"capabilities\":{}}}";
static const char shut_down[] = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}";
static const char leave[] = "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}";

static void begin(struct session *session)
{
    start(session);
    send_message(session, initialize);
    await(session, "\"id\":1");
}

static void open_text(const struct session *session, const char *name, const char *text)
{
    char body[512];

    snprintf(body, sizeof(body),
             "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":"
             "{\"textDocument\":{\"uri\":\"untitled:%s\",\"languageId\":\"markdown\","
             "\"version\":7,\"text\":\"%s\"}}}",
             name, text);
    send_message(session, body);
}

/* What is sent after `initialize` or, for those that begin with it, instead. */
static void answers_are_those_of_the_protocol(void **state)
{
    static const struct {
        bool fresh; /* nothing was sent before */
        const char *sent;
        const char *answered;
    } cases[] = {
        {true, "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"textDocument/hover\"}",
         "\"id\":5,\"error\":{\"code\":-32002"},
        {true, "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"no/such\"}",
         "\"id\":5,\"error\":{\"code\":-32002"},
        {true, "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"shutdown\"}",
         "\"id\":5,\"error\":{\"code\":-32002"},
        {false, "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"no/such\"}",
         "\"id\":5,\"error\":{\"code\":-32601"},
        {false, "{\"jsonrpc\":\"2.0\",\"id\":\"a\\\"b\",\"method\":\"no/such\"}",
         "\"id\":\"a\\\"b\",\"error\":{\"code\":-32601"},
        {false, "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"initialize\",\"params\":{}}",
         "\"id\":5,\"error\":{\"code\":-32600"},
        {false, "{\"jsonrpc\":\"2.0\",\"id\":5}", "\"id\":5,\"error\":{\"code\":-32600"},
        {false, "{\"jsonrpc\":\"2.0\",\"id\":[],\"method\":\"shutdown\"}",
         "\"id\":null,\"error\":{\"code\":-32600"},
        {false, "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":7}",
         "\"id\":5,\"error\":{\"code\":-32600"},
        {false, "{\"id\":5,\"method\":\"shutdown\"}",
         "\"id\":5,\"error\":{\"code\":-32600"},
        {false, "[]", "\"id\":null,\"error\":{\"code\":-32600"},
        {false, "{", "\"id\":null,\"error\":{\"code\":-32700"},
        {false, "", "\"id\":null,\"error\":{\"code\":-32700"},
        {false,
         "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"textDocument/diagnostic\","
         "\"params\":{\"textDocument\":{\"uri\":\"untitled:z\"}}}",
         "\"id\":5,\"error\":{\"code\":-32602"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct session session;

        start(&session);
        if (!cases[i].fresh)
            send_message(&session, initialize);
        send_message(&session, cases[i].sent);
        await(&session, cases[i].answered);
        send_message(&session, leave);
        assert_int_equal(end(&session), 1);
    }
}

static void it_ends_as_the_protocol_says(void **state)
{
    struct session session;

    (void)state;
    begin(&session);
    send_message(&session, shut_down);
    await(&session, "\"id\":2,\"result\":null");
    send_message(&session, "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"shutdown\"}");
    await(&session, "\"id\":5,\"error\":{\"code\":-32600");
    send_message(&session, leave);
    assert_int_equal(receive(&session).len, 0);
    assert_int_equal(end(&session), 0);

    begin(&session);
    assert_int_equal(end(&session), 1);
}

static void broken_frames_end_it(void **state)
{
    static const char *const frames[] = {
        "Content-Length: x\r\n\r\n{}",
        "Content-Length: 99999999999999999999\r\n\r\n{}",
        "Content-Length: -1\r\n\r\n{}",
        "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
        "Content-Type: text/plain\r\n\r\n{}",
        "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        "\r\n\r\n",
        "Content-Length: 2\n\n{}",
        "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"shutdown\"}\n",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(frames) / sizeof(*frames); i++) {
        struct session session;

        begin(&session);
        send_raw(&session, frames[i], strlen(frames[i]));
        await(&session, "\"code\":-32700");
        assert_int_equal(receive(&session).len, 0);
        assert_int_equal(end(&session), 1);
    }
}

/* A length that is too short leaves half a message, which is no frame. */
static void frames_that_lie_end_it(void **state)
{
    static const char frame[] = "Content-Length: 9\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":3,"
                                "\"method\":\"shutdown\"}\r\n\r\n\r\n\r\n";
    struct session session;

    (void)state;
    begin(&session);
    send_raw(&session, frame, strlen(frame));
    await(&session, "\"code\":-32700");
    while (receive(&session).len)
        ;
    assert_int_equal(end(&session), 1);
}

static void bytes_may_come_one_by_one(void **state)
{
    struct session session;
    char frame[256];
    int len = snprintf(frame, sizeof(frame), "Content-Length: %zu\r\n\r\n%s",
                       strlen(initialize), initialize);

    (void)state;
    start(&session);
    for (int i = 0; i < len; i++)
        send_raw(&session, frame + i, 1);
    await(&session, "\"id\":1,\"result\"");
    assert_int_equal(end(&session), 1);
}

/* As a whole, and with a text that takes longer than a check may. */
static void long_messages_are_answered(void **state)
{
    static const char *const before[] = {
        "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"no/such\",\"params\":{\"a\":\"",
        "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":"
        "{\"textDocument\":{\"uri\":\"untitled:a\",\"languageId\":\"markdown\","
        "\"version\":7,\"text\":\"",
    };
    static const char *const after[] = {"\"}}", "\"}}}"};
    static const char *const answered[] = {"\"id\":3,\"error\":{\"code\":-32601",
                                           "\"version\":7"};
    const size_t length = 50 * 1024 * 1024;
    char *text = malloc(length);

    (void)state;
    assert_non_null(text);
    for (size_t i = 0; i < length; i++)
        text[i] = "- *a* "[i % 6];
    for (size_t i = 0; i < 2; i++) {
        struct session session;
        char header[64];

        begin(&session);
        snprintf(header, sizeof(header), "Content-Length: %zu\r\n\r\n",
                 strlen(before[i]) + length + strlen(after[i]));
        send_raw(&session, header, strlen(header));
        send_raw(&session, before[i], strlen(before[i]));
        send_raw(&session, text, length);
        send_raw(&session, after[i], strlen(after[i]));
        await(&session, answered[i]);
        send_message(&session, shut_down);
        await(&session, "\"id\":2,\"result\":null");
        send_message(&session, leave);
        assert_int_equal(end(&session), 0);
    }
    free(text);
}

/* What has no name is not opened. */
static void an_empty_uri_is_none(void **state)
{
    static const char opened[] =
        "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":"
        "{\"textDocument\":{\"uri\":\"\",\"languageId\":\"markdown\",\"version\":1,"
        "\"text\":\"a\"}}}";
    static const char asked[] =
        "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"textDocument/diagnostic\","
        "\"params\":{\"textDocument\":{\"uri\":\"\"}}}";
    struct session session;

    (void)state;
    begin(&session);
    send_message(&session, opened);
    send_message(&session, asked);
    await(&session, "\"id\":5,\"error\":{\"code\":-32602");
    assert_int_equal(end(&session), 1);
}

static void bad_texts_are_one_diagnostic(void **state)
{
    static const struct {
        const char *text;
        const char *code;
    } cases[] = {{"crash", "ST002"}, {"hang", "ST003"}, {"swell", "ST004"}};
    struct session session;

    (void)state;
    begin(&session);
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct str body;

        open_text(&session, cases[i].text, cases[i].text);
        open_text(&session, "good", "# A\\n\\ntext  \\n");
        body = await(&session, cases[i].text);
        assert_true(has(body, cases[i].code));
        assert_true(has(body, "\"version\":7"));
    }
    send_message(&session, shut_down);
    await(&session, "\"id\":2");
    send_message(&session, leave);
    assert_int_equal(end(&session), 0);
}

static void a_client_that_pulls_gets_it_as_well(void **state)
{
    struct session session;
    struct str body;

    (void)state;
    start(&session);
    send_message(&session,
                 "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":"
                 "{\"capabilities\":{},"
                 "\"initializationOptions\":{\"diagnostics\":\"pull\"}}}");
    await(&session, "\"id\":1");
    open_text(&session, "crash", "crash");
    send_message(&session,
                 "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"textDocument/diagnostic\","
                 "\"params\":{\"textDocument\":{\"uri\":\"untitled:crash\"}}}");
    body = receive(&session);
    assert_true(has(body, "\"id\":5,\"result\":{\"kind\":\"full\""));
    assert_true(has(body, "ST002"));
    assert_int_equal(end(&session), 1);
}

static void put(const char *name, const char *text)
{
    FILE *file = fopen(name, "w");

    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void bad_files_do_not_spoil_the_workspace(void **state)
{
    struct session session;
    char body[512];
    struct str answer;
    struct own_place *place = *state;

    put("a.md", "crash");
    put("b.md", "# B\n\ntext \n");
    put("c.md", "swell");
    start(&session);
    snprintf(body, sizeof(body),
             "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":"
             "{\"capabilities\":{},\"workspaceFolders\":[{\"uri\":\"file://%s\"}]}}",
             place->folder.path);
    send_message(&session, body);
    await(&session, "\"id\":1");
    send_message(&session,
                 "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"workspace/diagnostic\","
                 "\"params\":{\"previousResultIds\":[]}}");
    answer = await(&session, "\"id\":5,\"result\":{");
    assert_true(has(answer, "ST002"));
    assert_true(has(answer, "MD009"));
    assert_true(has(answer, "ST004"));
    assert_int_equal(end(&session), 1);
}

static void others_are_answered_while_one_hangs(void **state)
{
    struct session session;
    struct str body;

    (void)state;
    begin(&session);
    open_text(&session, "hang", "hang");
    open_text(&session, "good", "# A\\n\\n\\n\\ntext\\n");
    body = await(&session, "publishDiagnostics");
    assert_true(has(body, "untitled:good"));
    assert_true(has(body, "MD012"));
    body = await(&session, "publishDiagnostics");
    assert_true(has(body, "untitled:hang"));
    assert_int_equal(end(&session), 1);
}

static void a_cancelled_request_says_so(void **state)
{
    struct session session;

    (void)state;
    begin(&session);
    open_text(&session, "hang", "hang");
    send_message(
        &session,
        "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"textDocument/diagnostic\","
        "\"params\":{\"textDocument\":{\"uri\":\"untitled:hang\"}}}");
    send_message(
        &session,
        "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"textDocument/diagnostic\","
        "\"params\":{\"textDocument\":{\"uri\":\"untitled:hang\"}}}");
    await(&session, "\"id\":\"x\",\"error\":{\"code\":-32600");
    send_message(&session, "{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\","
                           "\"params\":{\"id\":\"x\"}}");
    await(&session, "\"id\":\"x\",\"error\":{\"code\":-32800");
    assert_int_equal(end(&session), 1);
}

static void requests_of_the_server_have_ids_of_their_own(void **state)
{
    static const char changed[] =
        "{\"jsonrpc\":\"2.0\",\"method\":\"workspace/didChangeWatchedFiles\","
        "\"params\":{\"changes\":[]}}";
    struct session session;

    (void)state;
    start(&session);
    send_message(&session,
                 "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":"
                 "{\"capabilities\":{\"workspace\":{\"diagnostics\":"
                 "{\"refreshSupport\":true}}}}}");
    await(&session, "\"id\":1");
    send_message(&session, changed);
    await(&session, "\"id\":\"stet-refresh-1\"");
    send_message(&session, changed);
    await(&session, "\"id\":\"stet-refresh-2\"");
    assert_int_equal(end(&session), 1);
}

static void diagnostics_follow_the_text(void **state)
{
    struct session session;
    struct str body;

    (void)state;
    begin(&session);
    open_text(&session, "a", "# A\\n\\ntext\\n");
    body = await(&session, "publishDiagnostics");
    assert_true(has(body, "\"diagnostics\":[]"));
    send_message(&session,
                 "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":"
                 "{\"textDocument\":{\"uri\":\"untitled:a\",\"version\":8},"
                 "\"contentChanges\":[{\"range\":{\"start\":{\"line\":2,\"character\":4},"
                 "\"end\":{\"line\":2,\"character\":4}},\"text\":\" \"}]}}");
    body = await(&session, "publishDiagnostics");
    assert_true(has(body, "\"version\":8"));
    assert_true(has(body, "{\"start\":{\"line\":2,\"character\":4},"
                          "\"end\":{\"line\":2,\"character\":5}}"));
    assert_true(has(body, "MD009"));
    send_message(&session,
                 "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didClose\",\"params\":"
                 "{\"textDocument\":{\"uri\":\"untitled:a\"}}}");
    body = await(&session, "publishDiagnostics");
    assert_true(has(body, "\"diagnostics\":[]"));
    assert_int_equal(end(&session), 1);
}

static pid_t child_that_has_ended(void)
{
    pid_t pid = fork();

    if (pid == 0)
        _exit(0);
    waitpid(pid, NULL, 0);
    return pid;
}

static void it_ends_when_its_client_has_gone(void **state)
{
    struct session session;
    char body[256];

    (void)state;
    start(&session);
    snprintf(body, sizeof(body),
             "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":"
             "{\"processId\":%d,\"capabilities\":{}}}",
             (int)child_that_has_ended());
    send_message(&session, body);
    while (receive(&session).len)
        ;
    assert_int_equal(end(&session), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_are_those_of_the_protocol),
        cmocka_unit_test(it_ends_as_the_protocol_says),
        cmocka_unit_test(broken_frames_end_it),
        cmocka_unit_test(frames_that_lie_end_it),
        cmocka_unit_test(bytes_may_come_one_by_one),
        cmocka_unit_test(long_messages_are_answered),
        cmocka_unit_test(an_empty_uri_is_none),
        cmocka_unit_test(bad_texts_are_one_diagnostic),
        cmocka_unit_test(a_client_that_pulls_gets_it_as_well),
        cmocka_unit_test_setup_teardown(bad_files_do_not_spoil_the_workspace,
                                        own_place_enter, own_place_leave),
        cmocka_unit_test(others_are_answered_while_one_hangs),
        cmocka_unit_test(a_cancelled_request_says_so),
        cmocka_unit_test(requests_of_the_server_have_ids_of_their_own),
        cmocka_unit_test(diagnostics_follow_the_text),
        cmocka_unit_test(it_ends_when_its_client_has_gone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
