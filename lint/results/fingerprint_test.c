/* fingerprint_test.c - the hashes by which GitHub recognises alerts */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/buf.h"
#include "lint/results/fingerprint.h"

enum { MAX_LINES = 64 };

/* Fingerprints of all lines, separated by spaces. */
static void check_text(struct str text, const char *expected)
{
    struct line_fingerprint lines[MAX_LINES];
    struct source source;
    struct arena arena;
    struct buf out = BUF_INIT;

    arena_init(&arena);
    source_init(&source, &arena, "x.md", arena_str(&arena, text).data, text.len);
    assert_true(source.line_count <= MAX_LINES);
    fingerprint_lines(&source, lines);
    for (uint32_t i = 0; i < source.line_count; i++)
        buf_printf(&out, "%s%" PRIx64 ":%" PRIu32, i ? " " : "", lines[i].hash,
                   lines[i].turn);
    buf_putc(&out, '\0');
    assert_string_equal(out.data, expected);
    buf_release(&out);
    arena_release(&arena);
}

/* The vectors of github/codeql-action, src/fingerprints.test.ts. */
static void lines_hash_as_on_github(void **state)
{
    static const char greetings[] =
        "e9496ae3ebfced30:1 fb7c023a8b9ccb3f:1 ce8ba1a563dcdaca:1 e20e36e16fcb0cc8:1 "
        "b3edc88f2938467e:1 c8e28b0b4002a3a0:1 c129715d7a2bc9a3:1";
    static const struct {
        const char *text;
        const char *expected;
    } cases[] = {
        {"", "c129715d7a2bc9a3:1"},
        {" a\nb\n  \t\tc\n d",
         "271789c17abda88f:1 54703d4cd895b18:1 180aee12dab6264:1 a23a3dc5e078b07b:1"},
        {" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
         "8b7cf3e952e7aeb2:1 b1ae1287ec4718d9:1 bff680108adb0fcc:1 c6805c5e1288b612:1 "
         "b86d3392aea1be30:1 e6ceba753e1a442:1"},
        {" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", greetings},
        {" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", greetings},
        {" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", greetings},
        {" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", greetings},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
        check_text(str_from(cases[i].text), cases[i].expected);
}

static void equal_lines_take_turns(void **state)
{
    static const char line[] = "Lorem ipsum dolor sit amet.\n";
    char text[10 * (sizeof(line) - 1) + 1] = "";

    (void)state;
    for (int i = 0; i < 10; i++)
        memcpy(text + i * (int)(sizeof(line) - 1), line, sizeof(line));
    check_text(str_from(text), "a7f2ff13bc495cf2:1 a7f2ff13bc495cf2:2 a7f2ff13bc495cf2:3 "
                               "a7f2ff13bc495cf2:4 a7f2ff13bc495cf2:5 a7f2ff13bc495cf2:6 "
                               "a7f2ff1481e87703:1 a9cf91f7bbf1862b:1 55ec222b86bcae53:1 "
                               "cc97dc7b1d7d8f7b:1 c129715d7a2bc9a3:1");
}

/* The definition itself, for one line at a time. */
static uint64_t hash_slowly(const uint16_t *units, size_t count)
{
    uint64_t hash = 0;

    for (size_t i = 0; i < 100; i++)
        hash = hash * 37 + (i < count ? units[i] : i == count ? 0xFFFF : 0);
    return hash;
}

/* Without spaces: a BOM, an astral character, and bytes that are not UTF-8. */
static void code_units_are_those_of_utf16(void **state)
{
    static const uint16_t units[] = {0xFEFF, 'a',  0xD83D, 0xDE00, 0xFFFD,
                                     'b',    '\n', 'c',    0xFFFD, 0xE9};
    char expected[100];

    (void)state;
    snprintf(expected, sizeof(expected), "%" PRIx64 ":1 %" PRIx64 ":1",
             hash_slowly(units, 10), hash_slowly(units + 7, 3));
    check_text(STR("\xEF\xBB\xBF a\t\xF0\x9F\x98\x80\xFF"
                   "b\r\n  c\xE2\x82\xC3\xA9"),
               expected);
}

static void the_line_count_is_the_source_s(void **state)
{
    static const char letters[] = {' ', '\t', '\r', '\n', 'a', '\0'};
    uint32_t seed = 1;

    (void)state;
    for (int i = 0; i < 2000; i++) {
        char text[40];
        struct line_fingerprint lines[sizeof(text) + 1];
        struct source source;
        struct arena arena;

        for (size_t c = 0; c < sizeof(text) - 1; c++) {
            seed = seed * 1103515245 + 12345;
            text[c] = letters[(seed >> 16) % sizeof(letters)];
        }
        text[sizeof(text) - 1] = '\0';
        arena_init(&arena);
        source_init(&source, &arena, "x.md", text, sizeof(text) - 1);
        memset(lines, 0, sizeof(lines));
        fingerprint_lines(&source, lines);
        assert_int_equal(lines[source.line_count].turn, 0);
        assert_int_not_equal(lines[source.line_count - 1].turn, 0);
        arena_release(&arena);
    }
}

static void contexts_tell_parts_apart(void **state)
{
    uint64_t line = fingerprint_line_text(STR("  some text\t"));

    (void)state;
    assert_true(line == fingerprint_line_text(STR("some text")));
    assert_true(line != fingerprint_line_text(STR("some  text")));
    assert_true(fingerprint_context(line, STR("MD001"), STR("no")) !=
                fingerprint_context(line, STR("MD00"), STR("1no")));
    /* Written to disk by earlier versions. */
    assert_true(fingerprint_context(line, STR("MD001"), STR("no")) ==
                UINT64_C(0x79EE3E2932AAA364));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_hash_as_on_github),
        cmocka_unit_test(equal_lines_take_turns),
        cmocka_unit_test(code_units_are_those_of_utf16),
        cmocka_unit_test(the_line_count_is_the_source_s),
        cmocka_unit_test(contexts_tell_parts_apart),
    };

    return cmocka_run_group_tests_name("fingerprint", tests, NULL, NULL);
}
