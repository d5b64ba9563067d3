/* fingerprint_test.c - the hashes are those GitHub computes */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "lint/fingerprint.h"

enum { LINES_MAX = 12 };

/* The empty file's hash is one of GitHub's own tests. Hash 0 ends a list. */
static const struct {
    const char *text;
    struct fingerprint lines[LINES_MAX];
} cases[] = {
    {"", {{0xc129715d7a2bc9a3, 1}}},
    {" a\nb\n  \t\tc\n d",
     {{0x271789c17abda88f, 1},
      {0x54703d4cd895b18, 1},
      {0x180aee12dab6264, 1},
      {0xa23a3dc5e078b07b, 1}}},
    {"# Title\n\nsame line\nsame line\n\n",
     {{0x97da78bcc854e7e2, 1},
      {0x1373ab4e55947e1f, 1},
      {0xd7979c4c5f55a811, 1},
      {0xd8b0403fb9ab2f05, 1},
      {0x3c5bef55b72b93c9, 1},
      {0xc129715d7a2bc9a3, 1}}},
    {"one\r\ntwo\rthree\n\r\r\nfour",
     {{0x3766850ee636c361, 1},
      {0xc2bac1fa1151e5dd, 1},
      {0x45716f59006f5df5, 1},
      {0x980659caa3989027, 1},
      {0xcad443a5ec4339, 1},
      {0x253087c0fc0524d3, 1}}},
    {"twelve words twelve words twelve words twelve words twelve words twelve words "
     "twelve words twelve words twelve words twelve words twelve words twelve words "
     "\ntwelve words twelve words twelve words twelve words twelve words twelve words "
     "twelve words twelve words twelve words twelve words twelve words twelve words "
     "\ntwelve words twelve words twelve words twelve words twelve words twelve words "
     "twelve words twelve words twelve words twelve words twelve words twelve words \n",
     {{0xc6c0320ac4ef2b06, 1},
      {0xc6c0320ac4ef2b06, 2},
      {0xc6c0320ac4ef2b06, 3},
      {0xc129715d7a2bc9a3, 1}}},
    {"é 日本 😀 \uFEFF\nx\n",
     {{0x4d0dcf0e8ead3e5, 1}, {0x828973aa50c68d6d, 1}, {0xc129715d7a2bc9a3, 1}}},
    {"\uFEFF# T\n", {{0x2a6b3e5859c2264f, 1}, {0xc129715d7a2bc9a3, 1}}},
};

static void test_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const char *text = cases[i].text;
        struct fingerprint *lines;
        struct source source;
        struct arena arena;

        arena_init(&arena);
        source_init(&source, &arena, "a.md", text, strlen(text));
        lines = fingerprint_lines(&source);
        for (uint32_t j = 0; j < source.line_count; j++) {
            if (lines[j].hash != cases[i].lines[j].hash ||
                lines[j].turn != cases[i].lines[j].turn)
                fail_msg("case %zu, line %u: %llx:%u", i, j + 1,
                         (unsigned long long)lines[j].hash, lines[j].turn);
        }
        assert_int_equal(cases[i].lines[source.line_count].hash, 0);
        free(lines);
        arena_release(&arena);
    }
}

static void test_context(void **state)
{
    uint64_t hash = fingerprint_context("MD001", STR("wrong"), STR("# Title"));

    (void)state;
    assert_int_equal(hash,
                     fingerprint_context("MD001", STR("wrong"), STR("  # Title\t")));
    assert_int_not_equal(hash,
                         fingerprint_context("MD002", STR("wrong"), STR("# Title")));
    assert_int_not_equal(hash,
                         fingerprint_context("MD001", STR("wrung"), STR("# Title")));
    assert_int_not_equal(hash,
                         fingerprint_context("MD001", STR("wrong"), STR("# Titles")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_context),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
