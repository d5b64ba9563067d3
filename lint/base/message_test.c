/* message_test.c - texts at the limit of what a message shows */

#include "lint/base/message.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/base/buf.h"
#include "lint/base/utf8.h"

/* `count` times x, then `end`; how much of that is shown, and what follows it. */
struct edge {
    size_t count;
    const char *end;
    size_t shown;
    const char *text_end;
    const char *message_end;
};

static const struct edge edges[] = {
    {0, "", 0, "", ""},
    {999, "y", 1000, "", ""},
    {1000, "y", 1000, "…", "…"},
    {998, "é", 1000, "", ""},
    {999, "é", 999, "…", "…"},
    {997, "選", 1000, "", ""},
    {998, "選", 998, "…", "…"},
    {999, "選", 999, "…", "…"},
    {996, "🙂", 1000, "", ""},
    {997, "🙂", 997, "…", "…"},
    {999, "🙂", 999, "…", "…"},
    {990, "`選`選選選", 998, "…", "…"},
    {990, "``選選選`", 998, "…", "…"},
    {990, "`選選選選`", 1000, "…", "…`"},
    {990, "`選選選é`", 1000, "…", "…`"},
    {990, "``` 選選選", 1000, "…", "…`"},
};

static void assert_shown(const struct edge *edge, struct str whole, struct str got,
                         const char *end)
{
    struct buf wanted = BUF_INIT;

    buf_add(&wanted, whole.data, edge->shown);
    buf_puts(&wanted, end);
    if (!str_equal(got, buf_str(&wanted)))
        fail_msg("%zu times x and `%s`: %zu bytes, `%s`", edge->count, edge->end, got.len,
                 got.data);
    assert_int_equal(utf8_invalid(got), got.len);
    buf_release(&wanted);
}

static void cuts_are_between_characters(void **state)
{
    struct arena arena;

    (void)state;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof(edges) / sizeof(edges[0]); i++) {
        struct buf whole = BUF_INIT;
        struct str text;

        buf_repeat(&whole, 'x', edges[i].count);
        buf_puts(&whole, edges[i].end);
        text = arena_str(&arena, buf_str(&whole));
        assert_shown(&edges[i], text, str_from(message_text(&arena, text)),
                     edges[i].text_end);
        assert_shown(&edges[i], text, message_cut(&arena, text), edges[i].message_end);
        buf_release(&whole);
    }
    arena_release(&arena);
}

/* Each of them is a character of its own: the cut stays within the limit. */
static void wrong_bytes_are_cut_too(void **state)
{
    struct buf whole = BUF_INIT;
    struct arena arena;

    (void)state;
    arena_init(&arena);
    buf_repeat(&whole, '\x80', MESSAGE_MAX_BYTES + 1);
    assert_int_equal(strlen(message_text(&arena, buf_str(&whole))),
                     MESSAGE_MAX_BYTES + strlen("…"));
    buf_release(&whole);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_are_between_characters),
        cmocka_unit_test(wrong_bytes_are_cut_too),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
