/* toml_test.c - TOML texts and the trees they give */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "lint/base/memory.h"
#include "lint/tool/conformance/value_dump.h"
#include "lint/value/value.h"

struct reading {
    const char *text;
    const char *tree; /* as value_tree_dump() has it */
};

static void check(const struct reading *readings, size_t count)
{
    struct arena arena;
    struct buf out = BUF_INIT;

    arena_init(&arena);
    for (size_t i = 0; i < count; i++) {
        struct value_input input = {readings[i].text,
                                    span_make(0, (uint32_t)strlen(readings[i].text)),
                                    VALUE_MAX_NODES};
        struct value_tree tree;

        toml_read(&arena, input, &tree);
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

static void scalars_have_spans(void **state)
{
    static const struct reading readings[] = {
        {"", "b{}@0-0"},
        {"# only\r\n\n", "b{}@0-0"},
        {"\xEF\xBB\xBFt = true", "b{t@3-4=true@7-11}@3-11"},
        {"a = 1\nb= -0 # x\r\nc =+9_9",
         "b{a@0-1=i1@4-5 b@6-7=i-0@9-11 c@17-18=i99@20-24}@0-24"},
        {"h = 0xfF\no = 0o17\nb = 0b1_0",
         "b{h@0-1=i255@4-8 o@9-10=i15@13-17 b@18-19=i2@22-27}@0-27"},
        {"f = [1.5, -0.0, 6e2, 1_0.2E+1]",
         "b{f@0-1=[n1.5@5-8 n-0.0@10-14 n6e2@16-19 n10.2e1@21-29]@4-30}@0-30"},
        {"n = [inf, -inf, +nan]", "b{n@0-1=[n1e1000000000@5-8 n-1e1000000000@10-14 "
                                  "n1e1000000000@16-20]@4-21}@0-21"},
        {"i = 123456789012345678901234567890",
         "b{i@0-1=i123456789012345678901234567890@4-34}@0-34"},
    };

    (void)state;
    CHECK(readings);
}

static void dates_are_plain_strings(void **state)
{
    static const struct reading readings[] = {
        {"d = 2024-02-29", "b{d@0-1=p\"2024-02-29\"@4-14}@0-14"},
        {"d = 07:32:00.5", "b{d@0-1=p\"07:32:00.5\"@4-14}@0-14"},
        {"d = 1979-05-27 07:32:00z", "b{d@0-1=p\"1979-05-27T07:32:00Z\"@4-24}@0-24"},
        {"d = [1979-05-27t07:32:00-07:00, 1979-05-27]",
         "b{d@0-1=[p\"1979-05-27T07:32:00-07:00\"@5-30 "
         "p\"1979-05-27\"@32-42]@4-43}@0-43"},
        {"d = 1979-05-27 # at noon", "b{d@0-1=p\"1979-05-27\"@4-14}@0-14"},
    };

    (void)state;
    CHECK(readings);
}

static void strings_come_in_four_kinds(void **state)
{
    static const struct reading readings[] = {
        {"s = \"a\\tb\\\"\\u00e9\\U0001F600\"",
         "b{s@0-1=\"a\tb\"\xC3\xA9\xF0\x9F\x98\x80\"@4-28}@0-28"},
        {"s = 'C:\\x'", "b{s@0-1=q\"C:\\x\"@4-10}@0-10"},
        {"s = \"\"\"\r\na\r\nb\"\"\"", "b{s@0-1=|\"a\r\nb\"@4-16}@0-16"},
        {"s = \"\"\"a \\\n  \n  b\"\"\"", "b{s@0-1=|\"a b\"@4-20}@0-20"},
        {"s = '''\n'a''''", "b{s@0-1=|\"'a'\"@4-14}@0-14"},
        {"s = \"\"\"\"\"\"\"\"", "b{s@0-1=|\"\"\"\"@4-12}@0-12"},
    };

    (void)state;
    CHECK(readings);
}

static void keys_are_bare_quoted_or_dotted(void **state)
{
    static const struct reading readings[] = {
        {"a-b_1 = 1\n2 = 2", "b{a-b_1@0-5=i1@8-9 2@10-11=i2@14-15}@0-15"},
        {"\"a b\" = 1\n'' = 2", "b{a b@0-5=i1@8-9 @10-12=i2@15-16}@0-16"},
        {"a . \"b.c\".d = 1", "b{a@0-1=b{b.c@4-9=b{d@10-11=i1@14-15}@10-15}@4-15}@0-15"},
        {"a.b = 1\na.c = 2\nx = 3\na.d.e = 4",
         "b{a@0-1=b{b@2-3=i1@6-7 c@10-11=i2@14-15 "
         "d@24-25=b{e@26-27=i4@30-31}@26-31}@2-31 x@16-17=i3@20-21}@0-31"},
        {"t = { a.b = 1, c = {} }",
         "b{t@0-1={a@6-7=b{b@8-9=i1@12-13}@8-13 c@15-16={}@19-21}@4-23}@0-23"},
    };

    (void)state;
    CHECK(readings);
}

static void tables_start_at_their_first_key(void **state)
{
    static const struct reading readings[] = {
        {"[a]\nb = 1\n\n[c]\n", "b{a@1-2=b{b@4-5=i1@8-9}@4-9 c@12-13=b{}@14-14}@1-14"},
        {"[a.b]\nc = 1\n[a]\nd = 2",
         "b{a@1-2=b{b@3-4=b{c@6-7=i1@10-11}@6-11 d@16-17=i2@20-21}@3-21}@1-21"},
        {"[[a]]\nb = 1\n[[a]]\n[a.c]\nd = 2",
         "b{a@2-3=b[b{b@6-7=i1@10-11}@6-11 "
         "b{c@21-22=b{d@24-25=i2@28-29}@24-29}@21-29]@6-29}@2-29"},
        {"[a]\nb.c = 1\n[a.b.d]\n",
         "b{a@1-2=b{b@4-5=b{c@6-7=i1@10-11 d@17-18=b{}@19-19}@6-19}@4-19}@1-19"},
        {"[ a . 'b' ] # x\n", "b{a@2-3=b{b@6-9=b{}@11-11}@6-11}@2-11"},
    };

    (void)state;
    CHECK(readings);
}

static void lists_go_over_lines(void **state)
{
    static const struct reading readings[] = {
        {"a = [ 1, # one\n  'x',\n]", "b{a@0-1=[i1@6-7 q\"x\"@17-20]@4-23}@0-23"},
        {"a = [[], [{b = 1}]]",
         "b{a@0-1=[[]@5-7 [{b@11-12=i1@15-16}@10-17]@9-18]@4-19}@0-19"},
    };

    (void)state;
    CHECK(readings);
}

static void second_definitions_are_problems(void **state)
{
    static const struct reading readings[] = {
        {"a = 1\na = 2",
         "b{a@0-1=i1@4-5}@0-5 !duplicate 6-7 duplicate key `a` <0-1 first defined here"},
        {"[a]\nb = 1\n[a]\nc = 2",
         "b{a@1-2=b{b@4-5=i1@8-9 c@14-15=i2@18-19}@4-19}@1-19 !duplicate 11-12 `a` is "
         "defined already: a table has one header <1-2 first defined here"},
        {"a = 1\n[a.b]\nc = 1",
         "b{a@0-1=i1@4-5}@0-5 !duplicate 7-8 `a` has a value already and cannot be a "
         "table as well <0-1 first defined here"},
        {"a = []\n[[a]]\nb = 1",
         "b{a@0-1=[]@4-6}@0-6 !duplicate 9-10 `a` is a list in brackets already: tables "
         "cannot be added to it <0-1 first defined here"},
        {"a = {}\na.b = 1",
         "b{a@0-1={}@4-6}@0-6 !duplicate 7-8 `a` is an inline table: all its keys stand "
         "between its braces <0-1 first defined here"},
        {"[[a]]\n[a]",
         "b{a@2-3=b[b{}@5-5]@5-5}@2-5 !duplicate 7-8 `a` is a list of tables: its "
         "headers have double brackets <2-3 first defined here"},
        {"[a]\n[[a]]", "b{a@1-2=b{}@3-3}@1-3 !duplicate 6-7 `a` is a table already, not "
                       "a list of tables <1-2 first defined here"},
        {"[a.b]\n[a]\nb.c = 1",
         "b{a@1-2=b{b@3-4=b{}@5-5}@3-5}@1-5 !duplicate 10-11 `b` is a table with a "
         "header already: its keys belong there <3-4 first defined here"},
    };

    (void)state;
    CHECK(readings);
}

static void text_without_quotes_is_explained(void **state)
{
    static const struct reading readings[] = {
        {"title = Foo bar # x",
         "!syntax 8-15 text must stand in quotes =8-15 \"Foo bar\""},
        {"title = say \"hi\"",
         "!syntax 8-16 text must stand in quotes =8-16 'say \"hi\"'"},
        {"title = 10 tips", "!syntax 8-15 text must stand in quotes =8-15 \"10 tips\""},
        {"title = 2024-05-01 in Rome",
         "!syntax 8-26 text must stand in quotes =8-26 \"2024-05-01 in Rome\""},
        {"tags = [maths, \"x\", art history]",
         "!syntax 8-13 text must stand in quotes =8-13 \"maths\" !syntax 20-31 text must "
         "stand in quotes =20-31 \"art history\""},
        {"title = \xE2\x80\x9C"
         "Foo\xE2\x80\x9D",
         "!syntax 8-17 typographic quotes; TOML wants straight ones =8-17 \"Foo\""},
        {"draft = False",
         "!syntax 8-13 TOML writes `true` and `false` in small letters =8-13 false"},
        {"author = null", "!syntax 9-13 TOML has no `null`: leave the key out, or write "
                          "`\"\"` for no text"},
        {"title =\nx = 1",
         "!syntax 0-5 `title` has no value: leave it out, or write `\"\"` for no text"},
        {"title = \"Foo\" bar", "!syntax 8-17 text behind the closing quote; quote the "
                                "whole value =8-17 '\"Foo\" bar'"},
        {"title = 'it's ok'",
         "!syntax 8-17 a `'` cannot stand inside single quotes =8-17 \"it's ok\""},
    };

    (void)state;
    CHECK(readings);
}

static void strings_gone_wrong_are_explained(void **state)
{
    static const struct reading readings[] = {
        {"title = \"Foo\nx = 1",
         "!syntax 8-12 quoted string is not closed on this line =12-12 \""},
        {"title = \"Foo # bar\n",
         "!syntax 8-18 quoted string is not closed on this line"},
        {"s = \"\"\"Foo\nbar\n",
         "!syntax 4-7 the string that starts here is not closed by `\"\"\"`"},
        {"p = \"C:\\dir\"", "!syntax 7-9 `\\d` is no escape; use single quotes or write "
                            "the backslash twice =4-12 'C:\\dir'"},
        {"p = \"a\\qb\\n'\\\\\"", "!syntax 6-8 `\\q` is no escape; use single quotes or "
                                  "write the backslash twice =6-7 \\\\"},
        {"p = \"\\ud800\"",
         "!syntax 5-7 `\\u` needs four hexadecimal digits that are a character"},
        {"p = \"a\x01\"", "!syntax 6-7 control character U+0001 in a string"},
        {"p = \"a\xE9\"",
         "!encoding 6-7 byte 0xE9 is not UTF-8; in Windows-1252 it is `\xC3\xA9`"},
    };

    (void)state;
    CHECK(readings);
}

static void numbers_and_dates_gone_wrong_are_explained(void **state)
{
    static const struct reading readings[] = {
        {"d = 2024-02-30",
         "!syntax 4-14 `2024-02-30` is no date or time: February 2024 has 29 days"},
        {"d = 2024-13-01",
         "!syntax 4-14 `2024-13-01` is no date or time: there is no month 13"},
        {"d = 2024-5-1",
         "!syntax 4-12 `2024-5-1` is no date or time: a date is written YYYY-MM-DD"},
        {"d = 2024-05-01T24:00:00Z", "!syntax 4-24 `2024-05-01T24:00:00Z` is no date or "
                                     "time: a day has the hours 00 to 23"},
        {"d = 12:30",
         "!syntax 4-9 `12:30` is no date or time: a time is written hh:mm:ss"},
        {"n = 012", "!syntax 4-7 `012` is no number: it starts with `0`"},
        {"n = 1.", "!syntax 4-6 `1.` is no number: a digit is missing behind its point"},
        {"n = .5", "!syntax 4-6 `.5` is no number: a digit is missing before its point"},
        {"n = 0x10000000000000000",
         "!syntax 4-23 `0x10000000000000000` is no number: it has more than 64 bits"},
    };

    (void)state;
    CHECK(readings);
}

static void lines_gone_wrong_are_explained(void **state)
{
    static const struct reading readings[] = {
        {"x = 1\ntitle: Foo", "!syntax 11-12 TOML has `=` between a key and its value, "
                              "not `:` =11-16  = \"Foo\""},
        {"x = 1\ntitle: \"Foo\"",
         "!syntax 11-12 TOML has `=` between a key and its value, not `:` =11-12  ="},
        {"title: Foo\ndate: 2024-05-01\ntags:\n  - a",
         "!syntax 0-10 this is YAML, not TOML: YAML stands between `---` lines"},
        {"title \"Foo\"\nx = 1", "!syntax 0-5 no `=` behind `title` =5-6  = "},
        {"Just a sentence.\nx = 1", "!syntax 0-16 expected `key = value`"},
        {"- a\nx = 1", "!syntax 0-3 TOML has lists in brackets: `[\"a\", \"b\"]`"},
        {"sch\xC3\xB6n = 1", "!syntax 0-6 a key with more than letters (a-z), digits, "
                             "`-` and `_` must stand in quotes =0-6 \"sch\xC3\xB6n\""},
        {"my title = 1", "!syntax 0-8 a key with more than letters (a-z), digits, `-` "
                         "and `_` must stand in quotes =0-8 \"my title\""},
        {"= 1", "!syntax 0-1 no key before `=`"},
        {"a. = 1", "!syntax 3-4 no key before `=`"},
        {"a = 1 b = 2", "!syntax 6-11 every key stands on a line of its own"},
        {"a = [] x",
         "!syntax 7-8 found `x`, expected the end of the line behind a value"},
    };

    (void)state;
    CHECK(readings);
}

static void headers_and_brackets_gone_wrong_are_explained(void **state)
{
    static const struct reading readings[] = {
        {"[table\nx = 1", "!syntax 0-6 the header of a table ends with `]` =6-6 ]"},
        {"[[table]\nx = 1", "!syntax 0-8 the header of a table ends with `]]` =7-8 ]]"},
        {"[my table]\nx = 1", "!syntax 1-9 a key with more than letters (a-z), digits, "
                              "`-` and `_` must stand in quotes =1-9 \"my table\""},
        {"[]", "!syntax 1-2 found `]`, expected a key"},
        {"[a] b = 1",
         "!syntax 4-5 found `b`, expected the end of the line behind a table's header"},
        {"tags = [\"a\", \"b\"\nx = 1",
         "!syntax 7-16 the list that starts here is not closed by `]`"},
        {"tags = [\"a\" \"b\"]",
         "!syntax 12-15 no comma before the next item of the list =11-11 ,"},
        {"tags = [1, ", "!syntax 7-10 the list that starts here is not closed by `]`"},
        {"t = {a = 1,}",
         "!syntax 10-11 comma without a key behind it, before `}` =10-11 "},
        {"t = {\n  a = 1,\n  b = 2\n}\nx = 1",
         "!syntax 4-5 an inline table ends with `}` on the line where it starts"},
        {"t = {a = 1\nx = 1",
         "!syntax 4-10 an inline table ends with `}` on the line where it starts"},
    };

    (void)state;
    CHECK(readings);
}

static struct value_tree read_text(struct arena *arena, const struct buf *text,
                                   uint32_t max_nodes)
{
    struct value_tree tree;

    toml_read(
        arena,
        (struct value_input){text->data, span_make(0, (uint32_t)text->len), max_nodes},
        &tree);
    return tree;
}

/* The root is one level, the array's brackets the others. */
static struct value_tree read_nested(struct arena *arena, uint32_t depth)
{
    struct buf text = BUF_INIT;
    struct value_tree tree;

    buf_puts(&text, "a=");
    buf_repeat(&text, '[', depth - 1);
    buf_repeat(&text, ']', depth - 1);
    tree = read_text(arena, &text, VALUE_MAX_NODES);
    buf_release(&text);
    return tree;
}

/* a.a.a, as a key or as a table's name. */
static struct value_tree read_dotted(struct arena *arena, uint32_t depth, bool is_header)
{
    struct buf text = BUF_INIT;
    struct value_tree tree;

    buf_puts(&text, is_header ? "[a" : "a");
    for (uint32_t i = 2; i < depth; i++)
        buf_puts(&text, ".a");
    buf_puts(&text, is_header ? "]" : ".a=1");
    tree = read_text(arena, &text, VALUE_MAX_NODES);
    buf_release(&text);
    return tree;
}

static void assert_limit(const struct value_tree *tree, uint32_t start)
{
    assert_null(tree->root);
    assert_int_equal(tree->problem_count, 1);
    assert_int_equal(tree->problems[0].kind, PROBLEM_LIMIT);
    assert_int_equal(tree->problems[0].mistake.span.start, start);
}

static void depth_is_bounded(void **state)
{
    struct arena arena;
    struct value_tree tree;

    (void)state;
    arena_init(&arena);
    tree = read_nested(&arena, VALUE_MAX_DEPTH);
    assert_non_null(tree.root);
    tree = read_nested(&arena, VALUE_MAX_DEPTH + 1);
    assert_limit(&tree, 2 + VALUE_MAX_DEPTH - 1);
    for (int is_header = 0; is_header < 2; is_header++) {
        tree = read_dotted(&arena, VALUE_MAX_DEPTH, is_header);
        assert_non_null(tree.root);
        tree = read_dotted(&arena, VALUE_MAX_DEPTH + 1, is_header);
        assert_limit(&tree, 2 * (VALUE_MAX_DEPTH - 1) + (uint32_t)is_header);
    }
    arena_release(&arena);
}

static void values_are_bounded(void **state)
{
    struct arena arena;
    struct value_tree tree;
    struct buf text = BUF_INIT;

    (void)state;
    arena_init(&arena);
    buf_puts(&text, "a=1\nb.c=2\n");
    tree = read_text(&arena, &text, 4);
    assert_non_null(tree.root);
    assert_int_equal(tree.value_count, 4);
    tree = read_text(&arena, &text, 3);
    assert_limit(&tree, 8);
    arena_release(&arena);
    buf_release(&text);
}

static void problems_are_bounded(void **state)
{
    struct arena arena;
    struct value_tree tree;
    struct buf text = BUF_INIT;

    (void)state;
    arena_init(&arena);
    for (int i = 0; i < 2 * VALUE_MAX_PROBLEMS; i++)
        buf_puts(&text, "a = b c\n");
    tree = read_text(&arena, &text, VALUE_MAX_NODES);
    assert_null(tree.root);
    assert_int_equal(tree.problem_count, VALUE_MAX_PROBLEMS);
    arena_release(&arena);
    buf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scalars_have_spans),
        cmocka_unit_test(dates_are_plain_strings),
        cmocka_unit_test(strings_come_in_four_kinds),
        cmocka_unit_test(keys_are_bare_quoted_or_dotted),
        cmocka_unit_test(tables_start_at_their_first_key),
        cmocka_unit_test(lists_go_over_lines),
        cmocka_unit_test(second_definitions_are_problems),
        cmocka_unit_test(text_without_quotes_is_explained),
        cmocka_unit_test(strings_gone_wrong_are_explained),
        cmocka_unit_test(numbers_and_dates_gone_wrong_are_explained),
        cmocka_unit_test(lines_gone_wrong_are_explained),
        cmocka_unit_test(headers_and_brackets_gone_wrong_are_explained),
        cmocka_unit_test(depth_is_bounded),
        cmocka_unit_test(values_are_bounded),
        cmocka_unit_test(problems_are_bounded),
    };

    return cmocka_run_group_tests_name("toml", tests, NULL, NULL);
}
