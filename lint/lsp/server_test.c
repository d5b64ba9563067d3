/* server_test.c - sessions: what is answered, and how the server ends */

#include "lint/tool/lsp/lsp_session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

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
        struct lsp_session session;

        lsp_session_start(&session);
        if (!cases[i].fresh)
            lsp_session_send(&session, lsp_initialize);
        lsp_session_send(&session, cases[i].sent);
        lsp_session_await(&session, cases[i].answered);
        lsp_session_send(&session, lsp_exit);
        assert_int_equal(lsp_session_end(&session), 1);
    }
}

static void it_ends_as_the_protocol_says(void **state)
{
    struct lsp_session session;

    (void)state;
    lsp_session_begin(&session);
    lsp_session_send(&session, lsp_shutdown);
    lsp_session_await(&session, "\"id\":2,\"result\":null");
    lsp_session_send(&session, "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"shutdown\"}");
    lsp_session_await(&session, "\"id\":5,\"error\":{\"code\":-32600");
    lsp_session_send(&session, lsp_exit);
    assert_int_equal(lsp_session_receive(&session).len, 0);
    assert_int_equal(lsp_session_end(&session), 0);

    lsp_session_begin(&session);
    assert_int_equal(lsp_session_end(&session), 1);
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
        struct lsp_session session;

        lsp_session_begin(&session);
        lsp_session_send_bytes(&session, frames[i], strlen(frames[i]));
        lsp_session_await(&session, "\"code\":-32700");
        assert_int_equal(lsp_session_receive(&session).len, 0);
        assert_int_equal(lsp_session_end(&session), 1);
    }
}

/* A length that is too short leaves half a message, which is no frame. */
static void frames_that_lie_end_it(void **state)
{
    static const char frame[] = "Content-Length: 9\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":3,"
                                "\"method\":\"shutdown\"}\r\n\r\n\r\n\r\n";
    struct lsp_session session;

    (void)state;
    lsp_session_begin(&session);
    lsp_session_send_bytes(&session, frame, strlen(frame));
    lsp_session_await(&session, "\"code\":-32700");
    while (lsp_session_receive(&session).len)
        ;
    assert_int_equal(lsp_session_end(&session), 1);
}

static void bytes_may_come_one_by_one(void **state)
{
    struct lsp_session session;
    char frame[256];
    int len = snprintf(frame, sizeof(frame), "Content-Length: %zu\r\n\r\n%s",
                       strlen(lsp_initialize), lsp_initialize);

    (void)state;
    lsp_session_start(&session);
    for (int i = 0; i < len; i++)
        lsp_session_send_bytes(&session, frame + i, 1);
    lsp_session_await(&session, "\"id\":1,\"result\"");
    assert_int_equal(lsp_session_end(&session), 1);
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
        struct lsp_session session;
        char header[64];

        lsp_session_begin(&session);
        snprintf(header, sizeof(header), "Content-Length: %zu\r\n\r\n",
                 strlen(before[i]) + length + strlen(after[i]));
        lsp_session_send_bytes(&session, header, strlen(header));
        lsp_session_send_bytes(&session, before[i], strlen(before[i]));
        lsp_session_send_bytes(&session, text, length);
        lsp_session_send_bytes(&session, after[i], strlen(after[i]));
        lsp_session_await(&session, answered[i]);
        lsp_session_send(&session, lsp_shutdown);
        lsp_session_await(&session, "\"id\":2,\"result\":null");
        lsp_session_send(&session, lsp_exit);
        assert_int_equal(lsp_session_end(&session), 0);
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
    struct lsp_session session;

    (void)state;
    lsp_session_begin(&session);
    lsp_session_send(&session, opened);
    lsp_session_send(&session, asked);
    lsp_session_await(&session, "\"id\":5,\"error\":{\"code\":-32602");
    assert_int_equal(lsp_session_end(&session), 1);
}

static void requests_of_the_server_have_ids_of_their_own(void **state)
{
    static const char changed[] =
        "{\"jsonrpc\":\"2.0\",\"method\":\"workspace/didChangeWatchedFiles\","
        "\"params\":{\"changes\":[]}}";
    struct lsp_session session;

    (void)state;
    lsp_session_start(&session);
    lsp_session_send(&session,
                     "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":"
                     "{\"capabilities\":{\"workspace\":{\"diagnostics\":"
                     "{\"refreshSupport\":true}}}}}");
    lsp_session_await(&session, "\"id\":1");
    lsp_session_send(&session, changed);
    lsp_session_await(&session, "\"id\":\"stet-refresh-1\"");
    lsp_session_send(&session, changed);
    lsp_session_await(&session, "\"id\":\"stet-refresh-2\"");
    assert_int_equal(lsp_session_end(&session), 1);
}

static void diagnostics_follow_the_text(void **state)
{
    struct lsp_session session;
    struct str body;

    (void)state;
    lsp_session_begin(&session);
    lsp_session_open(&session, "a", "# A\\n\\ntext\\n");
    body = lsp_session_await(&session, "publishDiagnostics");
    assert_true(lsp_says(body, "\"diagnostics\":[]"));
    lsp_session_send(
        &session,
        "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":"
        "{\"textDocument\":{\"uri\":\"untitled:a\",\"version\":8},"
        "\"contentChanges\":[{\"range\":{\"start\":{\"line\":2,\"character\":4},"
        "\"end\":{\"line\":2,\"character\":4}},\"text\":\" \"}]}}");
    body = lsp_session_await(&session, "publishDiagnostics");
    assert_true(lsp_says(body, "\"version\":8"));
    assert_true(lsp_says(body, "{\"start\":{\"line\":2,\"character\":4},"
                               "\"end\":{\"line\":2,\"character\":5}}"));
    assert_true(lsp_says(body, "MD009"));
    lsp_session_send(
        &session, "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didClose\",\"params\":"
                  "{\"textDocument\":{\"uri\":\"untitled:a\"}}}");
    body = lsp_session_await(&session, "publishDiagnostics");
    assert_true(lsp_says(body, "\"diagnostics\":[]"));
    assert_int_equal(lsp_session_end(&session), 1);
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
    struct lsp_session session;
    char body[256];

    (void)state;
    lsp_session_start(&session);
    snprintf(body, sizeof(body),
             "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":"
             "{\"processId\":%d,\"capabilities\":{}}}",
             (int)child_that_has_ended());
    lsp_session_send(&session, body);
    while (lsp_session_receive(&session).len)
        ;
    assert_int_equal(lsp_session_end(&session), 1);
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
        cmocka_unit_test(requests_of_the_server_have_ids_of_their_own),
        cmocka_unit_test(diagnostics_follow_the_text),
        cmocka_unit_test(it_ends_when_its_client_has_gone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
