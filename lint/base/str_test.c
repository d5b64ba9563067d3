/* str_test.c - blanks side by side, looked for eight bytes at once */

#include "lint/base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/base/ascii.h"

enum { TEXTS = 20000, LONGEST = 40 };

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

/* Byte by byte, as the header says it. */
static struct str plain_blanks(struct str text, size_t at)
{
    for (; at + 1 < text.len; at++) {
        size_t end = at;

        while (end < text.len && is_space_or_tab(text.data[end]))
            end++;
        if (end - at > 1)
            return (struct str){text.data + at, end - at};
    }
    return (struct str){text.data + text.len, 0};
}

static void assert_same_blanks(struct str text)
{
    for (size_t at = 0; at <= text.len; at++) {
        struct str expected = plain_blanks(text, at);
        struct str found = str_blanks(text, at);

        assert_ptr_equal(found.data, expected.data);
        assert_int_equal(found.len, expected.len);
    }
}

/* `!` is the byte after the space; a control or a byte above 0x7F must not look like a
 * blank, nor a line end. */
static void blanks_are_found_wherever_they_are(void **state)
{
    static const char alphabet[] = "aaaa! \t\n\x01\x80\xFF";
    char bytes[LONGEST];
    uint32_t seed = 1;

    (void)state;
    for (int i = 0; i < TEXTS; i++) {
        struct str text = {bytes, next_random(&seed) % (LONGEST + 1)};

        for (size_t at = 0; at < text.len; at++)
            bytes[at] = alphabet[next_random(&seed) % (sizeof(alphabet) - 1)];
        assert_same_blanks(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blanks_are_found_wherever_they_are),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
