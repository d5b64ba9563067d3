/* yaml_test.c - YAML texts, the trees they give and how mistakes are explained */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "lint/tool/conformance/value_dump.h"
#include "lint/value/value.h"

struct reading {
    const char *text;
    const char *tree; /* as value_tree_dump() has it */
};

static void read_text(struct arena *arena, struct str text, struct value_tree *tree)
{
    struct value_input input = {text.data, span_make(0, (uint32_t)text.len),
                                VALUE_MAX_NODES};

    yaml_read(arena, input, tree);
}

static void check(const struct reading *readings, size_t count)
{
    struct arena arena;
    struct buf out = BUF_INIT;

    arena_init(&arena);
    for (size_t i = 0; i < count; i++) {
        struct value_tree tree;

        read_text(&arena, str_from(readings[i].text), &tree);
        out.len = 0;
        value_tree_dump(&out, &tree);
        buf_putc(&out, '\0');
        assert_string_equal(out.data, readings[i].tree);
        arena_reset(&arena);
    }
    buf_release(&out);
    arena_release(&arena);
}

#define CHECK(readings) check(readings, sizeof(readings) / sizeof(readings[0]))

static void plain_scalars_follow_the_core_schema(void **state)
{
    static const struct reading readings[] = {
        {"[no, yes, on, off, n, y]",
         "[p\"no\"@1-3 p\"yes\"@5-8 p\"on\"@10-12 p\"off\"@14-17 p\"n\"@19-20 "
         "p\"y\"@22-23]@0-24"},
        {"[true, False, TRUE, tRue]",
         "[true@1-5 false@7-12 true@14-18 p\"tRue\"@20-24]@0-25"},
        {"[~, null, Null, nULL]", "[null@1-2 null@4-8 null@10-14 p\"nULL\"@16-20]@0-21"},
        {"[0o17, 0x1F, 012, +5, -007]",
         "[i15@1-5 i31@7-11 i12@13-16 i5@18-20 i-7@22-26]@0-27"},
        {"[0x, 0o8, 0b11, 1_000, 12:30]",
         "[p\"0x\"@1-3 p\"0o8\"@5-8 p\"0b11\"@10-14 p\"1_000\"@16-21 "
         "p\"12:30\"@23-28]@0-29"},
        {"[1.5, .5, 1., 1e3, 01.50e+2, -.5]",
         "[n1.5@1-4 n0.5@6-8 n1.0@10-12 n1e3@14-17 n1.50e+2@19-27 n-0.5@29-32]@0-33"},
        {"[1.2.3, 1e, ., -, +]",
         "[p\"1.2.3\"@1-6 p\"1e\"@8-10 p\".\"@12-13 p\"-\"@15-16 p\"+\"@18-19]@0-20"},
        {"[.inf, -.INF, .nan]",
         "[n1e1000000000@1-5 n-1e1000000000@7-12 n1e1000000000@14-18]@0-19"},
        {"[2024-05-25, 2024-02-30T10:00:00Z]",
         "[p\"2024-05-25\"@1-11 p\"2024-02-30T10:00:00Z\"@13-33]@0-34"},
        {"123456789012345678901234567890", "i123456789012345678901234567890@0-30"},
        {"[\"1\", 'true']", "[\"1\"@1-4 q\"true\"@6-12]@0-13"},
    };

    (void)state;
    CHECK(readings);
}

static void spans_cover_the_value(void **state)
{
    static const struct reading readings[] = {
        {"a: b # c\n", "b{a@0-1=p\"b\"@3-4}@0-4"},
        {"a:\nb: \n", "b{a@0-1=null@2-2 b@3-4=null@5-5}@0-5"},
        {"a:\n- x\n-\n# end\n", "b{a@0-1=b[p\"x\"@5-6 null@8-8]@3-8}@0-8"},
        {"a: &x 1\nb: !!str 2\n", "b{a@0-1=i1@6-7 b@8-9=p\"2\"@17-18}@0-18"},
        {"a: &x # c\n  k: 1\n# d\n\nb: *x\n",
         "b{a@0-1=b{k@12-13=i1@15-16}@12-16 b@22-23=*25-27:b{k@12-13=i1@15-16}@12-16}"
         "@0-27"},
        {"a: &x\nb: 1", "b{a@0-1=null@5-5 b@6-7=i1@9-10}@0-10"},
        {"- &m\n  - 1\n- !t [2]\n", "b[b[i1@9-10]@7-10 [i2@17-18]@16-19]@0-19"},
        {"[a: 1, {b: 2}]", "[{a@1-2=i1@4-5}@1-5 {b@8-9=i2@11-12}@7-13]@0-14"},
        {"\"a b\": 'c''d'", "b{a b@0-5=q\"c'd\"@7-13}@0-13"},
        {"? a\n: b\n", "b{a@2-3=p\"b\"@6-7}@0-7"},
        {"a: one\n  two\nb: 1\n", "b{a@0-1=p\"one two\"@3-12 b@13-14=i1@16-17}@0-17"},
    };

    (void)state;
    CHECK(readings);
}

static void block_scalars_end_with_their_last_line(void **state)
{
    static const struct reading readings[] = {
        {"a: |\n  x\n  y\n\n\nb: 1\n", "b{a@0-1=|\"x\ny\n\"@3-12 b@15-16=i1@18-19}@0-19"},
        {"a: >-\n  x\n  y\n# c\n", "b{a@0-1=>\"x y\"@3-13}@0-13"},
        {"a: |+ # c\n\nb: 1\n", "b{a@0-1=|\"\n\"@3-5 b@11-12=i1@14-15}@0-15"},
        {"a: |2-\n", "b{a@0-1=|\"\"@3-6}@0-6"},
        {"a: |\r\n  x\r\n\r\nb: 1", "b{a@0-1=|\"x\n\"@3-9 b@13-14=i1@16-17}@0-17"},
        {"a: !!str |\n  x", "b{a@0-1=|\"x\"@9-14}@0-14"},
    };

    (void)state;
    CHECK(readings);
}

static void spans_are_bytes_of_the_file(void **state)
{
    static const struct reading readings[] = {
        {"\xEF\xBB\xBF"
         "a: 1",
         "b{a@3-4=i1@6-7}@3-7"},
        {"a: \xF0\x9F\x98\x80\r\nb: \"\xC3\xA9\"\rc: 1",
         "b{a@0-1=p\"\xF0\x9F\x98\x80\"@3-7 b@9-10=\"\xC3\xA9\"@12-16 c@17-18=i1@20-21}"
         "@0-21"},
        {"a: |\n  \xC3\xA9\n\n\n\xC3\xA9: x",
         "b{a@0-1=|\"\xC3\xA9\n\"@3-9 \xC3\xA9@12-14=p\"x\"@16-17}@0-17"},
    };

    (void)state;
    CHECK(readings);
}

static void nothing_is_no_value(void **state)
{
    static const struct reading readings[] = {
        {"", ""}, {"\n# c\n", ""}, {"~", "null@0-1"}, {"---\n...\n", "null@4-4"}};

    (void)state;
    CHECK(readings);
}

static void tags_decide_the_kind(void **state)
{
    static const struct reading readings[] = {
        {"[!!str 1, ! 2, !!int \"3\", !!float 4, !!null '', !!bool 'true']",
         "[p\"1\"@7-8 p\"2\"@12-13 i3@21-24 n4@34-35 null@44-46 true@55-61]@0-62"},
        {"!x 1", "i1@3-4"},
        {"!!int x", "!syntax 6-7 `x` is no value for the tag `!!int`"},
    };

    (void)state;
    CHECK(readings);
}

static void maps_are_merged(void **state)
{
    static const struct reading readings[] = {
        {"a: &a {x: 1, y: 2}\nb:\n  y: 3\n  <<: *a\n",
         "b{a@0-1={x@7-8=i1@10-11 y@13-14=i2@16-17}@6-18 "
         "b@19-20=b{y@24-25=i3@27-28 x@7-8=*35-37:i1@10-11}@24-37}@0-37"},
        {"<<: [{x: 1}, {x: 2, z: 3}]", "b{x@6-7=i1@9-10 z@20-21=i3@23-24}@0-26"},
        {"<<: 1", "b{<<@0-2=i1@4-5}@0-5"},
        {"\"<<\": {a: 1}", "b{<<@0-4={a@7-8=i1@10-11}@6-12}@0-12"},
    };

    (void)state;
    CHECK(readings);
}

static void aliases_need_anchors(void **state)
{
    static const struct reading readings[] = {
        {"- &a 1\n- &a 2\n- *a", "b[i1@5-6 i2@12-13 *16-18:i2@12-13]@0-18"},
        {"&a k: 1\nb: *a", "b{k@3-4=i1@6-7 b@8-9=*11-13:p\"k\"@3-4}@0-13"},
        {"- &a k\n- *a : 1", "b[p\"k\"@5-6 b{k@9-11=i1@14-15}@9-15]@0-15"},
        {"a: *b", "!syntax 3-5 alias `*b` has no anchor `&b` before it; text that starts "
                  "with `*` must be quoted"},
        {"a: &b [*b]", "!syntax 7-9 alias `*b` is inside the value that it stands for"},
        {"- &a [1]\n- *a : 1",
         "!syntax 11-13 a key must be text, found an alias of a list"},
    };

    (void)state;
    CHECK(readings);
}

static void problems_of_the_whole(void **state)
{
    static const struct reading readings[] = {
        {"a: 1\nb: 2\n\"a\": 3", "b{a@0-1=i1@3-4 b@5-6=i2@8-9}@0-16 !duplicate 10-13 "
                                 "duplicate key `a` <0-1 first "
                                 "defined here"},
        {"a: 1\n---\nb: 2", "!syntax 5-8 a second document starts here; one is expected"},
        {"a: \xE9t\xE9", "!encoding 3-4 byte 0xE9 is not UTF-8; in Windows-1252 it is "
                         "`\xC3\xA9`"},
        {"a: \x81", "!encoding 3-4 byte 0x81 is not UTF-8"},
        {"a: x\x01", "!syntax 4-5 control character U+0001 is not allowed in YAML"},
    };

    (void)state;
    CHECK(readings);
}

static void values_that_must_be_quoted(void **state)
{
    static const struct reading readings[] = {
        {"t: Foo: bar # x\nb: 1",
         "!syntax 3-11 a value with a `:` and a space in it must be "
         "quoted =3-11 \"Foo: bar\""},
        {"t: a \"b\": c",
         "!syntax 3-11 a value with a `:` and a space in it must be quoted "
         "=3-11 'a \"b\": c'"},
        {"t: @x", "!syntax 3-5 a value that starts with `@` must be quoted =3-5 \"@x\""},
        {"t: `x`", "!syntax 3-6 a value that starts with a back-tick must be quoted =3-6 "
                   "\"`x`\""},
        {"- %x", "!syntax 2-4 a value that starts with `%` must be quoted =2-4 \"%x\""},
        {"t: **b** c", "!syntax 3-10 `*` starts an alias; a value with markup must be "
                       "quoted =3-10 \"**b** c\""},
        {"t: {{ x }}", "!syntax 3-10 `{` starts a map; a template must be quoted =3-10 "
                       "\"{{ x }}\""},
        {"t: {% x %} y", "!syntax 3-12 `{` starts a map; a template must be quoted =3-12 "
                         "\"{% x %} y\""},
        {"t: > x",
         "!syntax 3-6 text behind `>` belongs on the next line; if `>` is text, "
         "quote the value =3-6 \"> x\""},
        {"t: - x",
         "!syntax 3-6 a list starts on the line below its key; if this is text, "
         "quote it"},
        {"t: & b", "!syntax 3-6 `&` starts an anchor; text that starts with it must be "
                   "quoted =3-6 \"& b\""},
        {"t: ? b\nc: 1", "!syntax 3-6 `?` starts a key; text that starts with it must be "
                         "quoted =3-6 \"? b\""},
        {"t: [Guide] How to", "!syntax 3-17 text behind the list `[…]`; quote the whole "
                              "value =3-17 \"[Guide] How to\""},
        {"t: {a: 1} b\nc: 1", "!syntax 3-11 text behind the map `{…}`; quote the whole "
                              "value =3-11 \"{a: 1} b\""},
        {"t: [a]]", "!syntax 6-7 `]` closes nothing; a value with it must be quoted"},
    };

    (void)state;
    CHECK(readings);
}

static struct value_tree read_buf(struct arena *arena, struct buf *text)
{
    struct value_tree tree;

    read_text(arena, buf_str(text), &tree);
    return tree;
}

static void directives_need_a_document(void **state)
{
    static const struct reading readings[] = {
        {"%YAML 1.2\n---\na: 1", "b{a@14-15=i1@17-18}@14-18"},
        {"%YAML 1.2\n",
         "!syntax 0-9 a directive (`%`) must be followed by a `---` of its own"},
    };

    (void)state;
    CHECK(readings);
}

static void keys_have_a_length(void **state)
{
    struct arena arena;
    struct buf text = BUF_INIT;
    struct value_tree tree;

    (void)state;
    arena_init(&arena);
    buf_repeat(&text, 'k', 1024);
    buf_puts(&text, ": 1");
    tree = read_buf(&arena, &text);
    assert_non_null(tree.root);
    text.len = 0;
    buf_repeat(&text, 'k', 1025);
    buf_puts(&text, ": 1");
    tree = read_buf(&arena, &text);
    assert_int_equal(tree.problem_count, 1);
    assert_int_equal(tree.problems[0].mistake.span.end, 1025);
    assert_true(str_is(tree.problems[0].mistake.message,
                       "a key can have 1024 characters at most"));
    buf_release(&text);
    arena_release(&arena);
}

static void quotes_that_go_wrong(void **state)
{
    static const struct reading readings[] = {
        {"t: \"Lin\na: b\nd: \"x\"\n",
         "!syntax 3-7 quoted string is not closed on this line <16-17 it ends only here "
         "=7-7 \""},
        {"t: 'Lin \na: b\n",
         "!syntax 3-7 quoted string is not closed on this line =7-7 '"},
        {"t: \"Lin\n  more\n", "!syntax 3-7 quoted string is not closed on this line"},
        {"t: \"C:\\dir\"",
         "!syntax 6-8 `\\d` is no escape; use single quotes or write the "
         "backslash twice =3-11 'C:\\dir'"},
        {"t: \"C:\\dir\\\\x\"",
         "!syntax 6-8 `\\d` is no escape; use single quotes or write "
         "the backslash twice =6-7 \\\\"},
        {"t: 'it's ok'\nb: 1", "!syntax 3-12 a `'` inside single quotes must be written "
                               "`''` =3-12 \"it's ok\""},
        {"t: \"b\" or \"c\"",
         "!syntax 3-13 text behind the closing quote; quote the whole "
         "value =3-13 '\"b\" or \"c\"'"},
    };

    (void)state;
    CHECK(readings);
}

static void mistakes_found_lines_later(void **state)
{
    static const struct reading readings[] = {
        {"x: 1\nt:y\nb: 1", "!syntax 5-7 no space behind `t:` =7-7  "},
        {"t:y\nb: 1", "!syntax 0-2 no space behind `t:` =2-2  "},
        {"a:\xC2\xA0"
         "b\nc: d",
         "!syntax 2-4 no-break space behind `:`; YAML needs an ordinary one =2-4  "},
        {"t: [a, b\nc: d", "!syntax 3-8 `[` is not closed =8-8 ]"},
        {"t: [\n  a, b\nc: d", "!syntax 3-4 `[` is not closed"},
        {"t: {a: 1", "!syntax 3-8 `{` is not closed =8-8 }"},
        {"a: 1\ntext\nb: 2", "!syntax 5-9 expected `key: value`"},
        {"- a\n-b\nx: y", "!syntax 4-5 no space behind `-` =5-5  "},
    };

    (void)state;
    CHECK(readings);
}

static void indentation_that_goes_wrong(void **state)
{
    static const struct reading readings[] = {
        {"a:\n\t- b\n", "!syntax 3-4 tab used for indentation; YAML allows only spaces"},
        {"a:\n \t\tb: 1\n",
         "!syntax 4-6 tab used for indentation; YAML allows only spaces"},
        {"a: b\n\t\nc: d", "!syntax 5-6 tab on an otherwise empty line =5-6 "},
        {"-\ta", "!syntax 1-2 tab where YAML allows only spaces =1-2  "},
        {"a: x\n  b: y",
         "!syntax 5-7 indented deeper than `a:` above, so this continues its value"},
        {"a:\n    b: 1\n  c: 2",
         "!syntax 12-14 indentation fits none of the lines above"},
        {"- a\nb: c", "!syntax 4-5 found `b`, expected a list item `- `"},
        {"a: [x, \"y\" \"z\"]", "!syntax 11-12 found `\"`, expected `,` or `]`"},
    };

    (void)state;
    CHECK(readings);
}

static void assert_limit(const struct value_tree *tree)
{
    assert_null(tree->root);
    assert_int_equal(tree->problem_count, 1);
    assert_int_equal(tree->problems[0].kind, PROBLEM_LIMIT);
}

static void depth_is_bounded(void **state)
{
    struct arena arena;
    struct buf text = BUF_INIT;
    struct value_tree tree;

    (void)state;
    arena_init(&arena);
    buf_repeat(&text, '[', VALUE_MAX_DEPTH);
    buf_repeat(&text, ']', VALUE_MAX_DEPTH);
    tree = read_buf(&arena, &text);
    assert_non_null(tree.root);
    text.len = 0;
    buf_repeat(&text, '[', 100000);
    tree = read_buf(&arena, &text);
    assert_limit(&tree);
    assert_int_equal(tree.problems[0].mistake.span.start, VALUE_MAX_DEPTH);
    buf_release(&text);
    arena_release(&arena);
}

/* Each item is one level deeper than the alias in it. */
static void depth_counts_aliases(void **state)
{
    struct arena arena;
    struct buf text = BUF_INIT;
    struct value_tree tree;

    (void)state;
    arena_init(&arena);
    buf_puts(&text, "- &a0 []\n");
    for (int i = 1; i < VALUE_MAX_DEPTH; i++)
        buf_printf(&text, "- &a%d [*a%d]\n", i, i - 1);
    tree = read_buf(&arena, &text);
    assert_limit(&tree);
    buf_release(&text);
    arena_release(&arena);
}

static void aliases_cannot_explode(void **state)
{
    struct arena arena;
    struct buf text = BUF_INIT;
    struct value_tree tree;

    (void)state;
    arena_init(&arena);
    buf_puts(&text, "- &a0 [lol]\n");
    for (int i = 1; i < 20; i++)
        buf_printf(&text, "- &a%d [*a%d, *a%d, *a%d]\n", i, i - 1, i - 1, i - 1);
    tree = read_buf(&arena, &text);
    assert_limit(&tree);
    assert_true(str_is(tree.problems[0].mistake.message,
                       "alias `*a7` expands the document beyond 10000 values"));
    buf_release(&text);
    arena_release(&arena);
}

static void directives_are_bounded(void **state)
{
    struct arena arena;
    struct buf text = BUF_INIT;
    struct value_tree tree;

    (void)state;
    arena_init(&arena);
    for (int i = 0; i < 20; i++)
        buf_printf(&text, "%%TAG !t%d! x:\n", i);
    tree = read_buf(&arena, &text);
    assert_limit(&tree);
    buf_release(&text);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_scalars_follow_the_core_schema),
        cmocka_unit_test(spans_cover_the_value),
        cmocka_unit_test(block_scalars_end_with_their_last_line),
        cmocka_unit_test(spans_are_bytes_of_the_file),
        cmocka_unit_test(nothing_is_no_value),
        cmocka_unit_test(tags_decide_the_kind),
        cmocka_unit_test(maps_are_merged),
        cmocka_unit_test(aliases_need_anchors),
        cmocka_unit_test(problems_of_the_whole),
        cmocka_unit_test(values_that_must_be_quoted),
        cmocka_unit_test(directives_need_a_document),
        cmocka_unit_test(keys_have_a_length),
        cmocka_unit_test(quotes_that_go_wrong),
        cmocka_unit_test(mistakes_found_lines_later),
        cmocka_unit_test(indentation_that_goes_wrong),
        cmocka_unit_test(depth_is_bounded),
        cmocka_unit_test(depth_counts_aliases),
        cmocka_unit_test(aliases_cannot_explode),
        cmocka_unit_test(directives_are_bounded),
    };

    return cmocka_run_group_tests_name("yaml", tests, NULL, NULL);
}
