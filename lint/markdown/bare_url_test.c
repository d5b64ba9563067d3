/* bare_url_test.c - tests of bare_url.c */

#include "lint/markdown/bare_url.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "lint/base/ascii.h"
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
    /* nothing after an open bracket */
    {"[http://a.b] http://c.d", "http://c.d"},
    {"[ http://a.b", ""},
    {"[[a] http://a.b", ""},
    {"\\[ http://a.b", "http://a.b"},
    {"] http://a.b", "http://a.b"},
};

/* What the inline parser does with plain text: brackets and escapes, nothing more. */
static bool next_url(struct bare_url_search *search, uint32_t *at, struct bare_url *url)
{
    uint32_t brackets = 0;
    uint32_t done = *at;

    for (uint32_t i = *at; i < search->rest.end; i++) {
        char c = search->data[i];

        brackets += c == '[';
        brackets -= c == ']' && brackets > 0;
        if (c == '\\')
            done = i + 1 + is_ascii_punctuation(search->data[i + 1]);
        if (c == '\\' && is_ascii_punctuation(search->data[i + 1]))
            i++;
        else if (is_one_of(c, ":@wW") && !brackets && bare_url_at(search, done, i, url))
            return *at = url->span.end, true;
        else if (c == ':' && bare_url_directive(search, done, i))
            i = (done = bare_url_directive(search, done, i)) - 1;
    }
    return false;
}

static void add_found(struct buf *out, struct bare_url_search *search)
{
    struct bare_url url;
    uint32_t at = search->rest.start;

    while (next_url(search, &at, &url)) {
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
        struct bare_url_search search;
        struct buf out = BUF_INIT;

        bare_url_start(&search, text, span_make(0, (uint32_t)strlen(text)), false);
        add_found(&out, &search);
        buf_putc(&out, '\0');
        assert_string_equal(out.data, searches[i].want);
        buf_release(&out);
    }
}

static void forms_are_told(void **state)
{
    const char *text = "http://a.b www.a.b me@a.b";
    struct bare_url_search search;
    struct bare_url url;
    uint32_t at = 0;

    (void)state;
    bare_url_start(&search, text, span_make(0, (uint32_t)strlen(text)), false);
    for (int form = BARE_URL; form <= BARE_EMAIL; form++) {
        assert_true(next_url(&search, &at, &url));
        assert_int_equal(url.form, form);
    }
    assert_false(next_url(&search, &at, &url));
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
        uint32_t at = 9;

        buf_puts(&text, "http://a/");
        for (int n = 0; n < REPEATS; n++)
            buf_puts(&text, units[i]);
        buf_puts(&text, "_x");
        bare_url_start(&search, text.data, span_make(0, (uint32_t)text.len), false);
        while (next_url(&search, &at, &url))
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
    assert_true(code_point_is_mark(0x1F600));
    assert_true(code_point_is_mark('!'));
    assert_false(code_point_is_mark(0x10400));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(urls_are_found),
        cmocka_unit_test(forms_are_told),
        cmocka_unit_test(hostile_lines_are_read_in_one_pass),
        cmocka_unit_test(punctuation_is_known),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
