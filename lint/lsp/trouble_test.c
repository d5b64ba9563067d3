/* trouble_test.c - sessions with texts whose check crashes, hangs or takes all memory */

#include "lint/tool/lsp/lsp_session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "lint/tool/own_folder.h"

static void bad_texts_are_one_diagnostic(void **state)
{
    static const struct {
        const char *text;
        const char *code;
    } cases[] = {{"crash", "ST002"}, {"hang", "ST003"}, {"swell", "ST004"}};
    struct lsp_session session;

    (void)state;
    lsp_session_begin(&session);
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct str body;

        lsp_session_open(&session, cases[i].text, cases[i].text);
        lsp_session_open(&session, "good", "# A\\n\\ntext  \\n");
        body = lsp_session_await(&session, cases[i].text);
        assert_true(lsp_says(body, cases[i].code));
        assert_true(lsp_says(body, "\"version\":7"));
    }
    lsp_session_send(&session, lsp_shutdown);
    lsp_session_await(&session, "\"id\":2");
    lsp_session_send(&session, lsp_exit);
    assert_int_equal(lsp_session_end(&session), 0);
}

static void a_client_that_pulls_gets_it_as_well(void **state)
{
    struct lsp_session session;
    struct str body;

    (void)state;
    lsp_session_start(&session);
    lsp_session_send(&session,
                     "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":"
                     "{\"capabilities\":{},"
                     "\"initializationOptions\":{\"diagnostics\":\"pull\"}}}");
    lsp_session_await(&session, "\"id\":1");
    lsp_session_open(&session, "crash", "crash");
    lsp_session_send(
        &session, "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"textDocument/diagnostic\","
                  "\"params\":{\"textDocument\":{\"uri\":\"untitled:crash\"}}}");
    body = lsp_session_receive(&session);
    assert_true(lsp_says(body, "\"id\":5,\"result\":{\"kind\":\"full\""));
    assert_true(lsp_says(body, "ST002"));
    assert_int_equal(lsp_session_end(&session), 1);
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
    struct lsp_session session;
    char body[512];
    struct str answer;
    struct own_place *place = *state;

    put("a.md", "crash");
    put("b.md", "# B\n\ntext \n");
    put("c.md", "swell");
    lsp_session_start(&session);
    snprintf(body, sizeof(body),
             "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":"
             "{\"capabilities\":{},\"workspaceFolders\":[{\"uri\":\"file://%s\"}]}}",
             place->folder.path);
    lsp_session_send(&session, body);
    lsp_session_await(&session, "\"id\":1");
    lsp_session_send(&session,
                     "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"workspace/diagnostic\","
                     "\"params\":{\"previousResultIds\":[]}}");
    answer = lsp_session_await(&session, "\"id\":5,\"result\":{");
    assert_true(lsp_says(answer, "ST002"));
    assert_true(lsp_says(answer, "MD009"));
    assert_true(lsp_says(answer, "ST004"));
    assert_int_equal(lsp_session_end(&session), 1);
}

static void others_are_answered_while_one_hangs(void **state)
{
    struct lsp_session session;
    struct str body;

    (void)state;
    lsp_session_begin(&session);
    lsp_session_open(&session, "hang", "hang");
    lsp_session_open(&session, "good", "# A\\n\\n\\n\\ntext\\n");
    body = lsp_session_await(&session, "publishDiagnostics");
    assert_true(lsp_says(body, "untitled:good"));
    assert_true(lsp_says(body, "MD012"));
    body = lsp_session_await(&session, "publishDiagnostics");
    assert_true(lsp_says(body, "untitled:hang"));
    assert_int_equal(lsp_session_end(&session), 1);
}

static void a_cancelled_request_says_so(void **state)
{
    struct lsp_session session;

    (void)state;
    lsp_session_begin(&session);
    lsp_session_open(&session, "hang", "hang");
    lsp_session_send(
        &session,
        "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"textDocument/diagnostic\","
        "\"params\":{\"textDocument\":{\"uri\":\"untitled:hang\"}}}");
    lsp_session_send(
        &session,
        "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"textDocument/diagnostic\","
        "\"params\":{\"textDocument\":{\"uri\":\"untitled:hang\"}}}");
    lsp_session_await(&session, "\"id\":\"x\",\"error\":{\"code\":-32600");
    lsp_session_send(&session, "{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\","
                               "\"params\":{\"id\":\"x\"}}");
    lsp_session_await(&session, "\"id\":\"x\",\"error\":{\"code\":-32800");
    assert_int_equal(lsp_session_end(&session), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_texts_are_one_diagnostic),
        cmocka_unit_test(a_client_that_pulls_gets_it_as_well),
        cmocka_unit_test_setup_teardown(bad_files_do_not_spoil_the_workspace,
                                        own_place_enter, own_place_leave),
        cmocka_unit_test(others_are_answered_while_one_hangs),
        cmocka_unit_test(a_cancelled_request_says_so),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
