/* sarif_text_test.c - URIs and messages of SARIF */

#include "lint/report/sarif.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

static const struct {
    const char *path;
    const char *folder;
    const char *uri;
    const char *below;
} uris[] = {
    {"a.md", "/home/me", "docs/deep/a.md", "docs/deep"},
    {"./../a.md", "/home/me", "docs/a.md", "docs/deep"},
    {"../../b/a.md", "/home/me", "b/a.md", "docs/deep"},
    {"/home/me/a.md", "/home/me", "a.md", "docs"},
    {"/home/a.md", "/home/me", "file:///home/a.md", "docs"},
    {"docs/a.md", NULL, "docs/a.md", NULL},
    {"./docs/a.md", NULL, "docs/a.md", NULL},
    {"a b %é.md", NULL, "a%20b%20%25%C3%A9.md", NULL},
    {"a:b#c?d.md", NULL, "a%3Ab%23c%3Fd.md", NULL}, /* a colon would make it a scheme */
    {"a\n\xFF.md", NULL, "a%0A%FF.md", NULL},
    {"/home/me/docs/a.md", "/home/me", "docs/a.md", NULL},
    {"/home/me2/a.md", "/home/me", "file:///home/me2/a.md", NULL},
    {"/home/me/a.md", NULL, "file:///home/me/a.md", NULL},
};

static void test_uris(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(uris) / sizeof(uris[0]); i++) {
        struct buf out = BUF_INIT;

        sarif_add_uri(&out, str_from(uris[i].path), uris[i].folder, uris[i].below);
        buf_putc(&out, '\0');
        assert_string_equal(out.data, uris[i].uri);
        buf_release(&out);
    }
}

static const struct {
    const char *message;
    const char *text;
} messages[] = {
    {"line is too long", "Line is too long."},
    {"`x` is unknown.", "`x` is unknown."},
    {"did you mean `x`?", "Did you mean `x`?"},
    {"", "."},
    {"a list [x] has no link", "A list [x] has no link."},
    /* These would be read as a link and a placeholder. */
    {"see `[a](1)`", "See `\\\\[a\\\\](1)`."},
    {"found {0} and {{x}}, {12}", "Found {{0}} and {{x}}, {{12}}."},
    {"open {1", "Open {1."},
};

static void test_messages(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(messages) / sizeof(messages[0]); i++) {
        struct buf out = BUF_INIT;
        struct json_writer json = {&out, false};
        char expected[100];

        snprintf(expected, sizeof(expected), "{\"text\":\"%s\"}", messages[i].text);
        sarif_write_message(&json, str_from(messages[i].message));
        buf_putc(&out, '\0');
        assert_string_equal(out.data, expected);
        buf_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_uris),
        cmocka_unit_test(test_messages),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
