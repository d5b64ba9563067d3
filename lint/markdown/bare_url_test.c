/* bare_url_test.c - tests of bare_url.c */

#include "lint/markdown/bare_url.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "lint/base/buf.h"
#include "lint/base/utf8.h"

struct search {
    const char *text;
    const char *want; /* what is found, separated by spaces */
};

/* All of them agree with micromark-extension-gfm-autolink-literal 2.1.0. */
static const struct search searches[] = {
    {"see https://a.b/c?d=e#f now", "https://a.b/c?d=e#f"},
    {"HTTP://A.B", "HTTP://A.B"},
    {"http://localhost:80/", "http://localhost:80/"},
    {"ftp://a.b mailto:x xhttp://a.b httpx://a.b http:/a", ""},
    {"http:// http://. http://\xE2\x80\xA6", ""},
    {"1http://a.b", "http://a.b"},
    {"a http://\xE9\xBB\x9E.com/\xC3\xA9 b", "http://\xE9\xBB\x9E.com/\xC3\xA9"},
    {"http://a.b\xC2\xA0x", "http://a.b"},
    /* underscores in the domain's last two labels */
    {"http://a_b.c.d http://a.b_c.d http://a.b.c_d", "http://a_b.c.d"},
    {"_http://a.b_", "http://a.b"},
    /* what stands at the end is not part of it */
    {"http://a.b/c., http://a.b/c?! \"http://a.b/\"",
     "http://a.b/c http://a.b/c http://a.b/"},
    {"(http://a.b/c(d)e) (http://a.b/c))", "http://a.b/c(d)e http://a.b/c"},
    {"http://a.b/)(c)", "http://a.b/)(c"},
    {"http://a.b/c&amp; http://a.b/c&hl;) http://a.b/c&d",
     "http://a.b/c http://a.b/c http://a.b/c&d"},
    {"http://a.b/c<d", "http://a.b/c"},
    {"http://a.b/c]( http://a.b/c]d", "http://a.b/c http://a.b/c]d"},
    {"*http://a.b* ~~http://a.b~~ `http://a.b`", "http://a.b http://a.b http://a.b`"},
    {"http://a.b/c*d*e", "http://a.b/c*d*e"},
    /* www */
    {"www.a.b WWW.a (www.a.b)", "www.a.b WWW.a www.a.b"},
    {"xwww.a.b -www.a.b /www.a.b", ""},
    {"www. a", "www"},
    {"www.", ""},
    {"www.a@b.cd", "www.a@b.cd"},
    /* e-mail */
    {"me+you.x-y_z@a-b.c_d.ef, me@a.b.", "me+you.x-y_z@a-b.c_d.ef me@a.b"},
    {"me@a me@a.1 me@a.b- @a.b /me@a.b", ""},
    {"x/me@a.b", ""},
    {"a@b.c@d.e", "a@b.c"},
    {"_me@a.bc _me@a.b_", "_me@a.bc"},
    /* escapes and text directives */
    {"\\http://a.b \\.me@a.b", "http://a.b"},
    {"mailto:me@a.b a:www.a.b x: me@a.b", "me@a.b"},
    {"https:https://a.b", "https://a.b"},
    /* nothing behind an open bracket */
    {"[http://a.b] http://c.d", "http://c.d"},
    {"[ http://a.b", ""},
    {"[[a] http://a.b", ""},
    {"\\[ http://a.b", "http://a.b"},
    {"] http://a.b", "http://a.b"},
};

static void add_found(struct buf *out, struct bare_url_search *search)
{
    struct bare_url url;

    while (bare_url_next(search, &url)) {
        struct str text = {search->data + url.span.start, span_length(url.span)};

        if (out->len)
            buf_putc(out, ' ');
        buf_add_str(out, text);
    }
}

static void urls_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(searches) / sizeof(searches[0]); i++) {
        const char *text = searches[i].text;
        struct span whole = span_make(0, (uint32_t)strlen(text));
        struct bare_url_search search;
        struct buf out = BUF_INIT;

        bare_url_start(&search, text);
        bare_url_text(&search, whole, whole);
        add_found(&out, &search);
        buf_putc(&out, '\0');
        assert_string_equal(out.data, searches[i].want);
        buf_release(&out);
    }
}

static void forms_are_told(void **state)
{
    const char *text = "http://a.b www.a.b me@a.b";
    struct span whole = span_make(0, (uint32_t)strlen(text));
    struct bare_url_search search;
    struct bare_url url;

    (void)state;
    bare_url_start(&search, text);
    bare_url_text(&search, whole, whole);
    for (int form = BARE_URL; form <= BARE_EMAIL; form++) {
        assert_true(bare_url_next(&search, &url));
        assert_int_equal(url.form, form);
    }
    assert_false(bare_url_next(&search, &url));
}

/* A URL over three nodes, then lines behind quote markers and an open bracket. */
static void nodes_and_lines_follow_each_other(void **state)
{
    const char *text = "http://a.b/_c_d e\n>www.a.b [\n>www.c.d";
    struct bare_url_search search;
    struct buf out = BUF_INIT;

    (void)state;
    bare_url_start(&search, text);
    bare_url_text(&search, span_make(0, 37), span_make(0, 11));
    add_found(&out, &search);
    bare_url_text(&search, span_make(0, 37), span_make(12, 13)); /* c, in emphasis */
    add_found(&out, &search);
    bare_url_text(&search, span_make(0, 37), span_make(14, 17));
    add_found(&out, &search);
    bare_url_text(&search, span_make(19, 37), span_make(19, 28));
    add_found(&out, &search);
    bare_url_text(&search, span_make(30, 37), span_make(30, 37));
    add_found(&out, &search);
    buf_putc(&out, '\0');
    assert_string_equal(out.data, "http://a.b/_c_d www.a.b");
    buf_release(&out);
}

/* An address may start in one node and have its @ in a later one. */
static void an_address_may_end_behind_its_node(void **state)
{
    const char *text = "me_you_@a.b";
    struct bare_url_search search;
    struct buf out = BUF_INIT;

    (void)state;
    bare_url_start(&search, text);
    bare_url_text(&search, span_make(0, 11), span_make(0, 2));
    add_found(&out, &search);
    buf_putc(&out, '\0');
    assert_string_equal(out.data, "me_you_@a.b");
    buf_release(&out);
}

/* Each of these takes minutes when every start reads to the end of the line. */
static void hostile_lines_are_read_in_one_pass(void **state)
{
    static const char *const units[] = {"_www.a", "!",  "http://a!", "a@b.1",     "www._",
                                        "&a;",    ":a", "[www.",     "(http://a)"};
    enum { REPEATS = 200000 };

    (void)state;
    for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
        struct bare_url_search search;
        struct bare_url url;
        struct buf text = BUF_INIT;

        buf_puts(&text, "http://a/");
        for (int n = 0; n < REPEATS; n++)
            buf_puts(&text, units[i]);
        buf_puts(&text, "_x");
        bare_url_start(&search, text.data);
        bare_url_text(&search, span_make(0, (uint32_t)text.len),
                      span_make(9, (uint32_t)text.len));
        while (bare_url_next(&search, &url))
            assert_true(url.span.end <= text.len);
        buf_release(&text);
    }
}

static void punctuation_is_known(void **state)
{
    (void)state;
    assert_true(code_point_is_punctuation('!'));
    assert_true(code_point_is_punctuation('~'));
    assert_true(code_point_is_punctuation(0xA1));
    assert_true(code_point_is_punctuation(0x3002));
    assert_true(code_point_is_punctuation(0xFFFD));
    assert_false(code_point_is_punctuation('a'));
    assert_false(code_point_is_punctuation(' '));
    assert_false(code_point_is_punctuation(0x7F));
    assert_false(code_point_is_punctuation(0xE9));
    assert_false(code_point_is_punctuation(0x1F600));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(urls_are_found),
        cmocka_unit_test(forms_are_told),
        cmocka_unit_test(nodes_and_lines_follow_each_other),
        cmocka_unit_test(an_address_may_end_behind_its_node),
        cmocka_unit_test(hostile_lines_are_read_in_one_pass),
        cmocka_unit_test(punctuation_is_known),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
