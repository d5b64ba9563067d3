/* places_test.c - many positions at once are the same as one at a time */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lint/source/places.h"

static void check_text(struct str text)
{
    struct places places = PLACES_INIT;
    struct source source;
    struct arena arena;

    arena_init(&arena);
    source_init(&source, &arena, "x.md", arena_str(&arena, text).data, text.len);
    for (uint32_t i = source.size + 1; i > 0; i--) {
        places_add(&places, i - 1);
        places_add(&places, (i * 7) % (source.size + 1));
    }
    places_resolve(&places, &source);
    for (uint32_t i = 0; i <= source.size; i++) {
        struct position expected = source_position(&source, i);
        struct position found = places_find(&places, i);

        if (memcmp(&expected, &found, sizeof(expected)) != 0)
            fail_msg("offset %u: %u:%u (%u), expected %u:%u (%u)", i, found.line,
                     found.column, found.utf16, expected.line, expected.column,
                     expected.utf16);
    }
    places_release(&places);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_places_agree),
        cmocka_unit_test(random_bytes_agree),
    };

    return cmocka_run_group_tests_name("places", tests, NULL, NULL);
}
