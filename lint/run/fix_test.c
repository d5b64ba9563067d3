/* fix_test.c - fixes are applied to a text, or left for the next round */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/rule.h"
#include "lint/run/fix.h"

/* At most two diagnostics with at most two edits each. */
struct fix_case {
    const char *what;
    struct edit edits[2][2];
    bool unsafe[2];
    bool allow_unsafe;
    const char *result;
    uint32_t mended;
};

#define EDIT(from, to, bytes)                                                            \
    {                                                                                    \
        {from, to},                                                                      \
        {                                                                                \
            bytes, sizeof(bytes) - 1                                                     \
        }                                                                                \
    }
#define NO_EDIT                                                                          \
    {                                                                                    \
        {0, 0},                                                                          \
        {                                                                                \
            NULL, 0                                                                      \
        }                                                                                \
    }

/* All in the text "abcdef". */
static const struct fix_case cases[] = {
    {"one", {{EDIT(1, 2, "X"), NO_EDIT}}, {0}, false, "aXcdef", 1},
    {"apart",
     {{EDIT(4, 5, "Y"), NO_EDIT}, {EDIT(1, 2, "X"), NO_EDIT}},
     {0},
     false,
     "aXcdYf",
     2},
    {"touching",
     {{EDIT(1, 2, "X"), NO_EDIT}, {EDIT(2, 3, ""), NO_EDIT}},
     {0},
     false,
     "aXdef",
     2},
    {"overlapping",
     {{EDIT(1, 4, "X"), NO_EDIT}, {EDIT(2, 3, "Y"), NO_EDIT}},
     {0},
     false,
     "aXef",
     1},
    {"same place",
     {{EDIT(2, 2, "\n"), NO_EDIT}, {EDIT(2, 2, "\n"), NO_EDIT}},
     {0},
     false,
     "ab\ncdef",
     2},
    {"other texts at one place",
     {{EDIT(2, 2, "\n\n"), NO_EDIT}, {EDIT(2, 2, "\n"), NO_EDIT}},
     {0},
     false,
     "ab\ncdef",
     1},
    {"all or none",
     {{EDIT(0, 1, "X"), EDIT(5, 6, "X")}, {EDIT(3, 4, "Y"), EDIT(5, 6, "Y")}},
     {0},
     false,
     "XbcdeX",
     1},
    {"insert before delete",
     {{EDIT(2, 3, ""), NO_EDIT}, {EDIT(2, 2, "Z"), NO_EDIT}},
     {0},
     false,
     "abZdef",
     2},
    {"unsafe left", {{EDIT(1, 2, "X"), NO_EDIT}}, {true}, false, "abcdef", 0},
    {"unsafe wanted", {{EDIT(1, 2, "X"), NO_EDIT}}, {true}, true, "aXcdef", 1},
    {"none", {{NO_EDIT, NO_EDIT}}, {0}, false, "abcdef", 0},
};

static void applies(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct diagnostic diagnostics[2] = {{0}};
        struct buf out = BUF_INIT;
        uint32_t mended;

        for (int d = 0; d < 2; d++) {
            diagnostics[d].mistake.edits = (struct edit *)cases[i].edits[d];
            diagnostics[d].mistake.fix_safe = !cases[i].unsafe[d];
            while (diagnostics[d].mistake.edit_count < 2 &&
                   cases[i].edits[d][diagnostics[d].mistake.edit_count].text.data)
                diagnostics[d].mistake.edit_count++;
        }
        mended = fix_apply(STR("abcdef"), diagnostics, 2, cases[i].allow_unsafe, &out);
        buf_putc(&out, '\0');
        if (strcmp(out.data, cases[i].result) != 0)
            fail_msg("%s: %s, not %s", cases[i].what, out.data, cases[i].result);
        assert_int_equal(mended, cases[i].mended);
        buf_release(&out);
    }
}

static void keeps_promises(void **state)
{
    static const struct {
        enum fix_promise promise;
        bool safe;
        uint32_t edits;
        bool still_safe;
    } rows[] = {
        {FIX_NONE, true, 0, false},   {FIX_NONE, false, 0, false},
        {FIX_UNSAFE, true, 1, false}, {FIX_UNSAFE, false, 1, false},
        {FIX_SAFE, true, 1, true},    {FIX_SAFE, false, 1, false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct edit edit = {{0, 1}, {"x", 1}};
        struct mistake mistake = {
            .edits = &edit, .edit_count = 1, .fix_safe = rows[i].safe};
        struct rule rule = {.fix = rows[i].promise};

        fix_keep_promise(&mistake, &rule);
        assert_int_equal(mistake.edit_count, rows[i].edits);
        assert_int_equal(mistake.edits != NULL, rows[i].edits);
        assert_int_equal(mistake.fix_safe, rows[i].still_safe);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(applies),
        cmocka_unit_test(keeps_promises),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
