/* places_test.c - many positions at once are the same as one at a time */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lint/base/buf.h"
#include "lint/source/places.h"

/* One after the other, in both directions, and far from each other. */
static void check_offset(struct places *places, uint32_t offset)
{
    struct position expected = source_position(places->source, offset);
    struct position found = places_find(places, offset);

    if (memcmp(&expected, &found, sizeof(expected)) != 0)
        fail_msg("offset %u: %u:%u (%u), expected %u:%u (%u)", offset, found.line,
                 found.column, found.utf16, expected.line, expected.column,
                 expected.utf16);
}

static void check_text(struct str text)
{
    struct source source;
    struct places places;
    struct arena arena;

    arena_init(&arena);
    source_init(&source, &arena, "x.md", arena_str(&arena, text).data, text.len);
    places = places_of(&source, &arena);
    for (uint32_t i = 0; i <= source.size; i++) {
        check_offset(&places, i);
        check_offset(&places, source.size - i);
        check_offset(&places, (i * 7) % (source.size + 1));
    }
    arena_release(&arena);
}

static void all_places_agree(void **state)
{
    static const char *const texts[] = {
        "",
        "one line",
        "a\nb\r\nc\rd\n",
        "\xEF\xBB\xBF\xC3\xA9t\xC3\xA9\n\n",
        "x\xF0\x9F\x98\x80y\xE2\x82\xACz\r\n\xF0\x9F\x98\x80\xF0\x9F\x98\x80",
        "\xF0\x9F\x98\xFF\xC3\n\x80\x80\xE2\x82\xE2\xF0\x9F",
        "\xED\xA0\x80\xF4\x90\x80\x80",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
        check_text(str_from(texts[i]));
}

static void random_bytes_agree(void **state)
{
    static const char bytes[] = "\n\ra\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xFF\xED\xA0";
    uint32_t seed = 1;

    (void)state;
    for (int i = 0; i < 2000; i++) {
        char text[24];

        for (size_t c = 0; c < sizeof(text); c++) {
            seed = seed * 1103515245 + 12345;
            text[c] = bytes[(seed >> 16) % (sizeof(bytes) - 1)];
        }
        check_text((struct str){text, sizeof(text)});
    }
}

/* Lines and characters lie across the marks in all ways. */
static void long_lines_agree(void **state)
{
    static const char *const pieces[] = {"\xF0\x9F\x98\x80", "a\xE2\x82\xAC",
                                         "abcdefg\xC3", "\xF0\x9F\x98"};
    struct buf text = BUF_INIT;

    (void)state;
    for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); i++)
        for (size_t shift = 0; shift < 4; shift++) {
            text.len = 0;
            buf_repeat(&text, 'x', shift);
            buf_puts(&text, "\xC3\xA9\n");
            while (text.len < 3000)
                buf_puts(&text, pieces[i]);
            buf_putc(&text, '\n');
            while (text.len < 5000)
                buf_puts(&text, pieces[i]);
            check_text(buf_str(&text));
        }
    buf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_places_agree),
        cmocka_unit_test(random_bytes_agree),
        cmocka_unit_test(long_lines_agree),
    };

    return cmocka_run_group_tests_name("places", tests, NULL, NULL);
}
