/* words_test.c - words, counted eight bytes at once */

#include "lint/document/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/base/ascii.h"

enum { TEXTS = 20000, LONGEST = 40 };

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 16;
}

/* One byte after the other. A byte that is not UTF-8 is neither letter nor space. */
static uint32_t plain_words(struct str text)
{
    uint32_t words = 0;
    bool in_word = false;

    for (size_t at = 0; at < text.len; at++) {
        unsigned char c = (unsigned char)text.data[at];

        if (c < 0x80 && is_ascii_word(c)) {
            words += !in_word;
            in_word = true;
        } else if (c < 0x80 && is_ascii_space(c)) {
            in_word = false;
        }
    }
    return words;
}

/* `!` is the byte after the space, DEL the last of ASCII. */
static void words_are_counted_wherever_they_are(void **state)
{
    static const char alphabet[] = "aaaa9_-!(    \t\n\x01\x7F\xFF";
    char bytes[LONGEST];
    uint32_t seed = 1;

    (void)state;
    for (int i = 0; i < TEXTS; i++) {
        size_t letters = sizeof(alphabet) - (i % 2 ? 1 : 6);
        struct str text = {bytes, next_random(&seed) % (LONGEST + 1)};

        for (size_t at = 0; at < text.len; at++)
            bytes[at] = alphabet[next_random(&seed) % letters];
        assert_int_equal(text_words(text), plain_words(text));
    }
}

static void a_chinese_character_is_a_word(void **state)
{
    (void)state;
    assert_int_equal(text_words(STR("well-known 世界, and (2.5) — Häuser")), 6);
    assert_int_equal(text_words(STR("a世b界")), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_counted_wherever_they_are),
        cmocka_unit_test(a_chinese_character_is_a_word),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
