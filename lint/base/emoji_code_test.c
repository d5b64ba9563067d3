/* emoji_code_test.c - what has the form of an emoji's code */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/base/emoji_code.h"

static const char *const codes[] = {
    "Done :tada:",       ":heart2:",    ":heart_eyes_cat:", ":+1:",  ":100:",
    ":1st_place_medal:", ":clock1230:", ":t-rex:",          "a::x:",
};

static const char *const others[] = {
    "",
    ":",
    "::",
    "tada:",
    ":Tada:",
    ":a_:",
    ":_a:",
    ":clock12345:",
    ":clock:x",
    ":y:",
    ":sixteenletterssss2:",
    ":a b:",
    ":2a:",
};

static void codes_are_known_by_their_form(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
        assert_true(ends_in_emoji_code(str_from(codes[i])));
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        assert_false(ends_in_emoji_code(str_from(others[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_known_by_their_form),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
