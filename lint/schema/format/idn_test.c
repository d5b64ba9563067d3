/* idn_test.c - internationalised host names, in addition to the official suite */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "lint/schema/format/formats.h"

static const struct {
    const char *name;
    bool valid;
} names[] = {
    {"bücher.example", true},
    {"Bücher.example", false}, /* upper case is mapped before, not here */
    {"BOOKS.bücher", true},
    {"bücher。example", true},
    {"ab--c.bücher", false},
    {"xn--bcher-kva", true},
    {"xn--bcher-kv", false},
    {"xn--", false},
    {"xn--abc-", false},         /* a plain `abc` */
    {"Ꭰ", true},                 /* Cherokee: folds to upper case */
    {"ſ", false},                /* long s becomes s */
    {"µ", false},                /* micro sign becomes a Greek letter */
    {"aͅ", false},                /* U+0345 becomes iota */
    {"క\xE0\xB1\x9D", true},     /* U+0C5D, of Unicode 14 */
    {"\xF0\x91\xBC\x84", true},  /* U+11F04, of Unicode 15 */
    {"\xF4\x8F\xBF\xBD", false}, /* U+10FFFD, private */
    {"क्\xE2\x80\x8Dष", true},    /* joiner after a virama */
    {"क\xE2\x80\x8Dष", false},   /* and without */
    {"بً\xE2\x80\x8Cًب", true},    /* non-joiner, transparent marks on both sides */
    {"ب\xE2\x80\x8C", false},    /* nothing after it */
    {"\xE2\x80\x8Cب", false},    /* nothing before it */
    {"א1", true},
    {"א1\xD6\xB0", true}, /* a mark after the last digit */
    {"א٠1", false},       /* digits of both kinds */
    {"אa", false},        /* both directions */
    {"a.א", true},
    {"1.א", false}, /* starts with a digit beside one from the right */
    {"a-.א", false},
};

static void are_told_apart(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (is_idn_hostname(str_from(names[i].name)) != names[i].valid)
            fail_msg("%s: expected %s", names[i].name, names[i].valid ? "valid" : "not");
}

/* The longest label takes 63 bytes in the DNS; what is far longer stops early. */
static void have_limits(void **state)
{
    char name[2000];
    size_t len;

    (void)state;
    for (size_t count = 1; count < 900; count++) {
        for (len = 0; len < 2 * count; len += 2)
            snprintf(name + len, 3, "ü");
        assert_int_equal(is_idn_hostname((struct str){name, len}), count <= 57);
    }
}

static void plain_ones_are_looked_into(void **state)
{
    (void)state;
    assert_true(is_hostname_checked(STR("a--b.example")));
    assert_true(is_hostname_checked(STR("www.xn--bcher-kva.example")));
    assert_false(is_hostname_checked(STR("www.xn--a.example")));
    assert_false(is_hostname_checked(STR("bücher.example")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(are_told_apart),
        cmocka_unit_test(have_limits),
        cmocka_unit_test(plain_ones_are_looked_into),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
