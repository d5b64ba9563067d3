/* html_test.c - tests of html.c */

#include "lint/markdown/html.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

struct reading {
    const char *text;
    enum html_kind kind;
    size_t len; /* 0: all of text */
    const char *name;
};

static const struct reading readings[] = {
    /* open tags: CommonMark 6.6, examples 613 to 621 */
    {"<a>", HTML_OPEN_TAG, 0, "a"},
    {"<bab><c2c>", HTML_OPEN_TAG, 5, "bab"},
    {"<c2c x", HTML_NONE, 0, ""},
    {"<my-tag>", HTML_OPEN_TAG, 0, "my-tag"},
    {"<a  />", HTML_OPEN_TAG, 0, "a"},
    {"<b2\ndata=\"foo\" >", HTML_OPEN_TAG, 0, "b2"},
    {"<b2\r\ndata=\"foo\" >", HTML_OPEN_TAG, 0, "b2"},
    {"<b2\n\ndata=\"foo\" >", HTML_NONE, 0, ""},
    {"<a foo=\"bar\" bam = 'baz <em>\"</em>'\n_boolean zoop:33=zoop:33 />", HTML_OPEN_TAG,
     0, "a"},
    {"<Foo a={b}>", HTML_OPEN_TAG, 0, "Foo"},
    {"<Foo\va\f>", HTML_OPEN_TAG, 0, "Foo"},
    {"<Foo.Bar>", HTML_NONE, 0, ""},
    {"<33>", HTML_NONE, 0, ""},
    {"<__>", HTML_NONE, 0, ""},
    {"<a h*#ref=\"hi\">", HTML_NONE, 0, ""},
    {"<a href=\"hi'>", HTML_NONE, 0, ""},
    {"<a href=\"\">", HTML_OPEN_TAG, 0, "a"},
    {"<a href=hi'>", HTML_NONE, 0, ""},
    {"<a b=>", HTML_NONE, 0, ""},
    {"<a =b>", HTML_NONE, 0, ""},
    {"< a>", HTML_NONE, 0, ""},
    {"<a/ >", HTML_NONE, 0, ""},
    {"<foo bar=baz\nbim!bop />", HTML_NONE, 0, ""},
    {"<a href='bar'title=title>", HTML_NONE, 0, ""},
    {"<a", HTML_NONE, 0, ""},
    {"<", HTML_NONE, 0, ""},
    {"", HTML_NONE, 0, ""},
    {"a>b", HTML_NONE, 0, ""},
    /* closing tags */
    {"</a>", HTML_CLOSING_TAG, 0, "a"},
    {"</foo\n >", HTML_CLOSING_TAG, 0, "foo"},
    {"</a href=\"foo\">", HTML_NONE, 0, ""},
    {"</>", HTML_NONE, 0, ""},
    {"</ a>", HTML_NONE, 0, ""},
    /* comments */
    {"<!-- a - b\nc -->x", HTML_COMMENT, 16, ""},
    {"<!---->", HTML_COMMENT, 0, ""},
    {"<!-->-->", HTML_COMMENT, 5, ""},
    {"<!--->-->", HTML_COMMENT, 6, ""},
    {"<!-- a -- b --->", HTML_COMMENT, 0, ""},
    {"<!-- a -- >", HTML_NONE, 0, ""},
    {"<!- a -->", HTML_NONE, 0, ""},
    /* the rest */
    {"<?php echo $a; ?>", HTML_INSTRUCTION, 0, ""},
    {"<?>", HTML_NONE, 0, ""},
    {"<?\?>", HTML_INSTRUCTION, 0, ""},
    {"<!ELEMENT br EMPTY>", HTML_DECLARATION, 0, ""},
    {"<!doctype>", HTML_DECLARATION, 0, ""},
    {"<!1>", HTML_NONE, 0, ""},
    {"<![CDATA[>&<]]]>x", HTML_CDATA, 16, ""},
    {"<![CDATA[>&<]>", HTML_NONE, 0, ""},
};

static void pieces_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(readings) / sizeof(readings[0]); i++) {
        const struct reading *want = &readings[i];
        struct str text = str_from(want->text);
        struct html_tag tag = html_tag_read(text);
        size_t len = want->len ? want->len : text.len;

        if (want->kind != tag.kind || tag.len != (tag.kind ? len : 0) ||
            !str_is(tag.name, want->name))
            fail_msg("%s: kind %d, length %zu, name %.*s", want->text, (int)tag.kind,
                     tag.len, (int)tag.name.len, tag.name.data ? tag.name.data : "");
    }
}

static void self_closing_is_told_from_a_value(void **state)
{
    (void)state;
    assert_true(html_tag_read(STR("<br/>")).self_closing);
    assert_true(html_tag_read(STR("<br a=\"b\" />")).self_closing);
    assert_false(html_tag_read(STR("<br>")).self_closing);
    assert_false(html_tag_read(STR("<a href=b/>")).self_closing);
}

struct lookup {
    const char *tag;
    const char *name;
    const char *value; /* NULL: not there */
};

static const struct lookup lookups[] = {
    {"<img src=a alt=b>", "alt", "b"},
    {"<img ALT = 'x y'>", "alt", "x y"},
    {"<img alt=\"\" alt=\"b\">", "alt", ""},
    {"<img title=\"alt=b\">", "alt", NULL},
    {"<img\nalt\n=\nb/>", "alt", "b/"},
    {"<img>", "alt", NULL},
    {"<img/>", "alt", NULL},
    {"</alt>", "alt", NULL},
    {"<!-- alt=b -->", "alt", NULL},
    {"", "alt", NULL},
};

static void attributes_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(lookups) / sizeof(lookups[0]); i++) {
        const struct lookup *want = &lookups[i];
        bool found;
        struct str value =
            html_attribute(str_from(want->tag), str_from(want->name), &found);

        if (found != (want->value != NULL) || (found && !str_is(value, want->value)))
            fail_msg("%s: found %d, value %.*s", want->tag, found, (int)value.len,
                     value.data ? value.data : "");
    }
}

static void an_attribute_without_value_has_no_data(void **state)
{
    bool found;

    (void)state;
    assert_null(html_attribute(STR("<img alt src=b>"), STR("alt"), &found).data);
    assert_true(found);
    assert_non_null(html_attribute(STR("<img alt=''>"), STR("alt"), &found).data);
    assert_true(found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_read),
        cmocka_unit_test(self_closing_is_told_from_a_value),
        cmocka_unit_test(attributes_are_found),
        cmocka_unit_test(an_attribute_without_value_has_no_data),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
