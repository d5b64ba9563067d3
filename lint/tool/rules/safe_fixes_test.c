/* safe_fixes_test.c - what the safe fixes of all rules make of small texts */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/run/fix.h"
#include "lint/run/run.h"
#include "rules/rules.h"

/* A text, and what all of its safe fixes make of it; NULL: it stays as it is. */
static const struct {
    const char *code;
    const char *before;
    const char *after;
} cases[] = {
    {"MD004", "* a\n\nb\n\n- c\n", "* a\n\nb\n\n* c\n"},
    {"MD004", "- a\n\n  + +\n", "- a\n\n  - +\n"},
    {"MD004", "- a\n\n  - +\n", NULL},
    {"MD004", "\na: b\nc:\n- d\n\n* e\n---\n\nf\n\n- g\n", NULL},
    {"MD009", "a \nb\n", "a\nb\n"},
    {"MD009", "a   \nb\n", "a  \nb\n"},
    {"MD009", "C:\\dir\\ \nb\n", NULL},
    {"MD009", "a\xC2\xA0 \n", NULL},
    {"MD009", "<pre>\na \n</pre>\n", NULL},
    {"MD009", "<div> \na\n</div>\n", "<div>\na\n</div>\n"},
    {"MD009", "`a \nb`\n", NULL},
    {"MD009", "a\t  \nb\n", "a  \nb\n"},
    {"MD009", "a   \n:::\n", "a  \n:::\n"},
    {"MD009", "- ```\n  a ", NULL},
    {"MD009", "<pre>\n<pre>\n</pre>\n\na \nb\n", NULL},
    {"MD010", "- a\n\n\tb\n\n\t- c\n", "- a\n\n    b\n\n    - c\n"},
    {"MD010", "-\ta\n", "-   a\n"},
    {"MD010", "a\tb\n", "a b\n"},
    {"MD010", "a \t\nb\n", "a\nb\n"},
    {"MD010", "a\\\t\nb\n", NULL},
    {"MD010", "```make\nall:\n\tx\n```\n", NULL},
    {"MD010", "a\n\n\tb\n\n`c\td`\n", NULL},
    {"MD010", "[a](u \"b\tc\")\n", NULL},
    {"MD012", "a\n\n\nb\n", "a\n\nb\n"},
    {"MD012", "<pre>\na\n\n\nb\n</pre>\n", NULL},
    {"MD012", "<!-- a\n\n\nb -->\n", "<!-- a\n\nb -->\n"},
    {"MD012", "<!-- a\n\n\nb\n", NULL},
    {"MD012", "a\n\xC2\xA0\n\nb\n", NULL},
    {"MD012", "<div><pre>\n\na\n\n\nb\n", NULL},
    {"MD012", ":::a\n```\nx\n:::\n\n\ny\n", NULL},
    {"MD018", "#Two words\n", "# Two words\n"},
    {"MD018", "##Title\n", "## Title\n"},
    {"MD018", "#tag here\n", NULL},
    {"MD018", "#Tag\n", NULL},
    {"MD018", "##www.a.org\n", NULL},
    {"MD018", "#Bread #Rye\n", NULL},
    {"MD018", "#12 fix\n", NULL},
    {"MD018", "#!/bin/sh\n", NULL},
    {"MD018", "a\n##Title\n", NULL},
    {"MD018", "##Title\n    code\n", NULL},
    {"MD018", "[a\n##Title](u)\n", NULL},
    {"MD018", "####### seven\n#######Seven x\n", NULL},
    {"MD022", "a\n\n# b\nc\n", "a\n\n# b\n\nc\n"},
    {"MD022", "-\n  ## a\n", NULL},
    {"MD022", "- a\n  ## b\n", NULL},
    {"MD023", ">\t9.     a\n>\t   b\n>\t   -\n", NULL},
    {"MD022", "- a\n\n  b\n  ## c\n", "- a\n\n  b\n\n  ## c\n"},
    {"MD022", "> a\nb\n> # c\n", "> a\nb\n>\n> # c\n"},
    {"MD022", "- > a\n  > # b\n", "- > a\n  >\n  > # b\n"},
    {"MD022", "[a]: u\nb\n---\n\nc\n", NULL},
    {"MD022", ":::a\nb\n---\n\nc\n:::\n", NULL},
    {"MD022", "- ```\n# b\n", NULL},
    {"MD031", "a\n```\nb\n```\n", "a\n\n```\nb\n```\n"},
    {"MD031", "-\n  ```\n  a\n  ```\n", NULL},
    {"MD031", "- a\n  ```\n  b\n  ```\n", NULL},
    {"MD034", "https://a.b c\n", "<https://a.b> c\n"},
    {"MD030", "-   a\n    b\n\n    - c\n", "- a\n    b\n\n    - c\n"},
    {"MD030", "-   a\n\n        b\n", NULL},
    {"MD030", "-   a\n\n   b\n", NULL},
    {"MD030", "-   a\n 2. b\n", NULL},
    {"MD007", "- a\n    -   b\n    -\n", "- a\n  -   b\n  -\n"},
    {"MD007", "- a\n    -\n", NULL},
    {"MD034", "{{< qr text=\"https://a.b\" >}}\n", NULL},
    {"MD034", "[[https://a.b]]\n", NULL},
    {"MD034", "\\url{https://a.b} \\href{https://a.b}{c}\n", NULL},
    {"MD034", "{https://a.b c}\n", NULL},
    {"MD034", "https://a.b/{c}/{d} e\n", "<https://a.b/{c}/{d}> e\n"},
    {"MD034", "https://a.b&lt;c\n", NULL},
    {"MD051", "# \xC3\x89\n\n[a](#%c3%a9)\n", "# \xC3\x89\n\n[a](#%C3%A9)\n"},
    {"MD051", "# Ab\n\n[a](#Ab)\n", NULL},
    {"MD010", "a <!--\nb\tc --!>\n-->\n", "a <!--\nb c --!>\n-->\n"},
    {"MD027", "> | a |\n> | - |\n>  | b |\n", "> | a |\n> | - |\n> | b |\n"},
    {"MD031", "- ~~~\n  ~~~\n- ~~~\n  ~~~\n", "- ~~~\n  ~~~\n\n- ~~~\n  ~~~\n"},
    {"MD031", "- ~~~\n  ~~~\n- a\n", NULL},
    {"MD053", "a\n\n[b]: u\n  'c'\n", "a\n\n"},
    {"MD053", "[b]: u\n# a\n", "# a\n"},
    {"MD053", "[b]: u\n[c]: u\n---\na: 1\n---\n", NULL},
    {"MD053", "---\na: 1\n---\n[b]: u\n---\n", NULL},
    {"MD053", "---\na: 1\n---\n[b]: u\n\n# c\n", "---\na: 1\n---\n\n# c\n"},
    {"MD053", "[b]: u\n\nc\n", NULL},
    {"MD053", "- a\n\n[b]: u\n\n  c\n", NULL},
    {"MD053", "a\n\n[b]: u\n2. c\n", NULL},
    {"MD053", "- a\n\n[b]: u\n[c]: u\n\n- d\n", NULL},
    {"MD053", "- a\n\n[b]: u\n", "- a\n\n"},
    {"MD053", "> [b]: u\n", NULL},
    {"MD053", "a[^b]\n\n[^b]: c\n\n[^b]: d\n", NULL},
    {"MD053", "***\n\n[a]: u\n\n# b\n", NULL},
    {"MD053", "a\n\n[b]: u\n-\n   -\n", NULL},
    {"MD022", "===\n---\ntitle: a\n---\n", NULL},
    {"MD022", "- a\n<b>\n# c\n\nd\n", NULL},
    {"MD009", "- a\n  <b> \n\nc \n", "- a\n  <b> \n\nc\n"},
    {"MD034", "_a@b.cd_ e\n", NULL},
    {"MD053", "a\n\n[b]: u\n| c |\n| - |\n", NULL},
    {"MD058", "[b]: u\n| c |\n| - |\n", NULL},
    {"MD032", "* a\n\n  :::b\nc\n", NULL},
    {"MD009", "- [^a]: b\n\n      c \n", NULL},
    {"MD009", "+\n    \n  a\n", NULL},
    {"MD022", "$$\na\n$$\n2. # b\n", NULL},
    {"MD031", "- :::a\n  ~~~\n  ~~~\n- b\n", NULL},
    {"MD030", "-  a `b\n  c`\n", NULL},
    {"ST125", "# a  b\n", NULL},
    {"MD010", "# a\tb\n\n[c](#ab)\n", NULL},
    {"MD010", "# a\tb\n", "# a b\n"},
    {"MD010", "#\ta\n", "# a\n"},
    {"MD032", "- a\n\xC2\xA0\n# b\n", NULL},
    {"MD004", "- - +", NULL},
    {"MD004", "* + + **", "* * + **"},
    {"MD004", " :::a{}\n* b\n  ***\n-", NULL},
    {"MD007", " +    a\n\n     `\n", NULL},
    {"MD007", "> \n>  -    #\n>      s\n", NULL},
    {"MD007", " * a\n\n b\n", NULL},
    {"MD007", "-\n   - 1. a\n     3.\n", NULL},
    {"MD007", "-  a\n\n   :::b\n   - c\n", NULL},
    {"MD009", "1. [x] ", NULL},
    {"MD009", "- [a]: b\n\n  \n  c\n", NULL},
    {"MD009", "*\n\n  \n  a\n", NULL},
    {"MD009", "---\na:\n ~~~b\n] ", NULL},
    {"MD009", "> :::a\n> b \nc \n", "> :::a\n> b\nc \n"},
    {"MD009", "<table \n\na\n", NULL},
    {"MD009", "[^a]: b\n \n    c \n\nd[^a]\n", NULL},
    {"MD010", "a<pre>\tb</pre>\n", NULL},
    {"MD010", "- [x]\t\n", NULL},
    {"MD010", "[^a]:> -\tb\n    >   *\n", NULL},
    {"MD010", "[^a]: b\tc\n\nd[^a] <pre>\n", NULL},
    {"MD010", "---\na:\n-\t-\n", NULL},
    {"MD010", "1. :::a{}\n   (\n\tb\n", "1. :::a{}\n   (\n    b\n"},
    {"MD012", "- [a]: b\n\n\n  c\n", NULL},
    {"MD012", "- [a]: b\n  c\n\n\n  d\n", "- [a]: b\n  c\n\n  d\n"},
    {"MD022", "> ::a{}\n:\n>#\n", NULL},
    {"MD027", ">  - >a\n>   >\n", NULL},
    {"MD027", ">>[a]: b\n>  c\n", NULL},
    {"MD027", ">  a\n", "> a\n"},
    {"MD027", "- >  a\n", "- > a\n"},
    {"MD027", "> - a\n>\n>  b\n", NULL},
    {"MD030", "> -  a\n   >   =\n", NULL},
    {"MD030", ">::a{}\n>0.  b\n", NULL},
    {"MD030", "1.  a\n    2)  >\n    \t:\n", NULL},
    {"MD031", "- $$\n~~~\n~~~\n", NULL},
    {"MD031", "- :::a\n  b\n  ~~~\n  ~~~\n", NULL},
    {"MD032", "- a\n::b{}\nc\n", NULL},
    {"MD032", "- :::a\n  b\nc\n", NULL},
    {"MD032", ">- a\n    >\n>>b\n", NULL},
    {"MD032", ">1. a\n>\n>    [b]: c\n>-\n", NULL},
    {"MD034", "a@.b\n", NULL},
    {"MD034", "http://a\xA5\n", NULL},
    {"MD034", "*a ~*http://b\n", NULL},
    {"MD034", "_**http://a****\n", NULL},
    {"MD034", "_http://a=b_(\n", NULL},
    {"MD034", "(**http://a.b**)\n", "(**<http://a.b>**)\n"},
    {"MD034", "**http://a.b**, c\n", "**<http://a.b>**, c\n"},
    {"MD034", "$`$http://a `\n", NULL},
    {"MD034", "[a]: http://b)c\n", NULL},
    {"MD034", "http://a[](http://b)c\n", NULL},
    {"MD039", "[ **$5*](a) b\n", NULL},
    {"MD039", "a [ **b** ](c) d\n", "a [**b**](c) d\n"},
    {"MD039", "a [$ ]$](b) c\n", NULL},
    {"MD049", "*a* ~_-_ *b\n\n*/*c*~_-_\n", NULL},
    {"MD050", "__~**a**:__\n", NULL},
    {"MD053", "a\n\n[b]: c\n\n$[b]$\n", NULL},
    {"MD053", "::a{}\n[b]: c\n", NULL},
    {"MD053", "- ~~~\n\n[a]: b\n\n# c\n", NULL},
    {"MD053", "[a]: b\n\n## c\n", NULL},
    {"MD053", "> a\n\n[b]: c\n\n> d\n", NULL},
    {"MD053", "[^a]:\n\n[b]: c\n", NULL},
    {"MD058", "> > a\nb | c\n> > - | -\n", NULL},
    {"MD058", "a\n    b\n-:\n", NULL},
    {"MD058", "a\n2.\n-:\n", NULL},
    {"MD058", "a\n|b|\n|-|\n", "a\n\n|b|\n|-|\n"},
    {"MD058", "- a\n\n  c\n  |b|\n  |-|\n", "- a\n\n  c\n\n  |b|\n  |-|\n"},
    {"MD058", ">b\n>|-\n>|\na\n", NULL},
    {"ST125", "$`$  a `\n", NULL},
    {"MD009", "a\r \nb\n", NULL},
    {"MD030", "1.  a\n    - # b\n", NULL},
    {"MD004", "*\n  \n  a\n\n- b\n", NULL},
    {"MD053", "a\n\n[b]: c\nd | e\n:- | :-\n", NULL},
    {"MD034", "<table '>\n\n'http://a b\n", NULL},
    {"MD010", "![a\tb](c)\n", NULL},
    {"MD009", "2. a\n<b>\n\n   ```\n   ```\n\nc \n", NULL},
    {"MD009", "* [a]: b\n\n\n    c \n", NULL},
    {"MD022", ">  > # a\n> > b\n", ">  > # a\n> >\n> > b\n"},
    {"MD022", "1. > # a\n\n\t> # b\n   > c\n", "1. > # a\n\n\t> # b\n    >\n   > c\n"},
    {"MD022", ">:::a\n>\t# b\n>c\n", ">:::a\n>\t# b\n>\n>c\n"},
    {"MD023", ">:::a\n>   # b\n>\n>c\n", ">:::a\n> # b\n>\n>c\n"},
    {"MD034", "[a]:\nhttp://b)c\n", NULL},
    {"MD034", "[^1]:[a]:\"\n<n>\nhttp://b\n", NULL},
    {"MD034", "* ::a{}\n:\n    <!--\n- http://a<!---->\n", NULL},
    {"MD029", ">a\n<b>\n3. c\n\n5. d\n", NULL},
    {"MD039", "a\n[  \n](b)\n", NULL},
    {"MD039", "a [ b]\n[^1]:\n \n\t[b]: c\n", NULL},
    {"MD053", "- [^1]:\na\n\n\n[b]: c\n", NULL},
    {"MD053", "[a]: b\n# c\n", "# c\n"},
    {"MD053", "[a]: b\n# c\n\n# d\n", NULL},
    {"MD053", "- a\n  > b\n\n c\n\n[d]: e\n\n f\n", NULL},
    {"MD053", "[a]: b\nc\n-|\n\n[a]: d", NULL},
    {"MD058", "[a]: b\n]\nc\n-:\n", NULL},
    {"ST127", "{\n }\n", NULL},
    {"MD007", " +  a\n  > b\n\n c\n", NULL},
    {"MD007", "-\n    -   a\n        ```\n          ```\n", NULL},
    {"MD007", ">   + a\n>     1. # b\n", NULL},
    {"MD010", "[a](<b\tc>)\n", NULL},
    {"MD009", " :::n\n\n~~~\n\t~~~ \n", NULL},
    {"MD027", ">>`\n>  |||\n>>-|-|-\n", NULL},
    {"MD053", "---\n[a]: b\nc:\n...\n", NULL},
    {"MD022", "# <!-- stet-disable-next-line MD009 -->\na \n", NULL},
    {"MD023", "- a\n |b|\n  |-|\n|\n\n  # c\n", NULL},
    {"MD034", "- a\n<b>\n1. c\n\n    http://d\n", NULL},
    {"MD009", "* [^a]: b\n1. [^a]:\n \n    \tb \n", NULL},
    {"MD023", "* [x] \n\n  # a\n", NULL},
    {"MD030", "-   `\n    b`\n", NULL},
    {"MD030", "-  a\n\n   2. `b\n   c`\n", NULL},
    {"MD030", " > > -  a\n>>   -\n", NULL},
    {"MD034", "# http://a.b\n\n## <http://a.b>\n", NULL},
    {"MD034", "http://a` http://b `\n", NULL},
    {"MD049", "*a* _b@c.d_\n", NULL},
    {"MD058", "a\n|-\n    |\n", NULL},
    {"MD022", "+ ---\n\n  a\n  # b\n", NULL},
    {"MD022", "- # a\n- [b]: c\n\n  d\n", NULL},
    {"MD007", "> >    - a\n>  >   - b\n", NULL},
    {"MD010", "<code>a\tb\n", NULL},
    {"MD010", "<code>a</code>b\tc\n", "<code>a</code>b c\n"},
    {"MD034", "\\http://a.b\n", NULL},
    {"MD034", "[a]:(\n[b]: http://c.d\n", NULL},
    {"MD034", "[^1]: http://a.b\n", "[^1]: <http://a.b>\n"},
    {"MD039", "[a\xC2\xA0](b) c\n", NULL},
    {"MD039", "a\n[  \nb](c)\n", NULL},
    {"MD049", "_a_ *@b.c d*\n", NULL},
    {"ST125",
     "# <!-- markdownlint-configure-file {\n\"MD035\": {\"style\": \"-  -\"}} -->\n",
     NULL},
    {"ST127", "a\n +++\nb = 1\n+++\n", NULL},
    {"ST133", "[a]: b\n---\nc\n", NULL},
    {"ST133", "- a\n  ---\n- ***\n\n- b\n", NULL},
    {"ST133", "- a\n\n  b\n  ***\n  c\n", "- a\n\n  b\n\n  ***\n\n  c\n"},
    {"MD022", "- # a\n  b\n\n  [c]: d\n", NULL},
    {"MD010", "<p>\n<u\n\tv>\n", NULL},
    {"MD010", "<p>\n\t<u v>\n", "<p>\n    <u v>\n"},
    {"MD010", "<p></s\"\n\n<u>\n\t\">\n", NULL},
    {"MD030", "+   a\n    + b\n", "+ a\n    + b\n"},
    {"MD032", "> -     <!--\n>\n-->\n", NULL},
    {"MD032", "* a\n<!b\n", NULL},
    {"MD034", "[a]((http://b \"\")\n", NULL},
    {"MD034", "#http://a#\n", NULL},
    {"MD034", "[a]www.b.org\n\n[a]: c\n", NULL},
    {"MD034", "[a]((http://b)\n", "[a]((<http://b>)\n"},
    {"MD049", "_a_\n\n~~*~~*b*\n", NULL},
    {"MD053", "http://a[b c]\n\n[b c]: d\n", NULL},
    {"MD058", "- a\n |b|\n  |-|\nc\n", NULL},
    {"MD010", "a\n\tb|c\n-|-\n", NULL},
    {"ST127", "{\n    a\n|-\n", NULL},
    {"ST127", "{\n\":\na\n }\n", NULL},
    {"MD053", "::a[]\n-|\n\n[b]: c", NULL},
    {"FM002", "{\xC2\xA0\n}\n", NULL},
    {"FM002", "---\n\xEF\xBB\xBF---\n---\n", NULL},
    {"FM002", "+++\na = \xE2\x80\x9CRye\"\n+++\n", "+++\na = \"Rye\"\n+++\n"},
    {"FM002", "+++\n\xC2\xA0title = 1\n+++\n", NULL},
    {"FM002", "+++\na b = 1\n+++\n", "+++\n\"a b\" = 1\n+++\n"},
    {"FM002", "+++\na = yes\n+++\n", NULL},
    {"FM002", "+++\na = 1,\n+++\n", "+++\na = 1\n+++\n"},
    {"FM002", "+++\na = 2020/01/02\n+++\n", NULL},
    {"FM002", "+++\na = Rye;\n+++\n", NULL},
    {"FM002", "+++\na = Rye bread\n+++\n", "+++\na = \"Rye bread\"\n+++\n"},
    {"FM002", "+++\na = \"Rye\",\n+++\n", "+++\na = \"Rye\"\n+++\n"},
    {"FM002", "+++\na = \"Rye\nbread\"\n+++\n", NULL},
    {"FM002", "---\na: \"Rye\xE2\x80\x9D\nb: 1\n---\n", "---\na: \"Rye\"\nb: 1\n---\n"},
    {"FM002", "---\na: 'Tis late\nb: 1\n---\n", "---\na: \"'Tis late\"\nb: 1\n---\n"},
    {"FM002", "---\na: \"It\\'s\"\n---\n", "---\na: \"It's\"\n---\n"},
    {"FM004", "---\n---\nx\n", "---\na: 1\n---\nx\n"},
    {"FM004", "---\n# c\n---\nx\n", "---\na: 1\n# c\n---\nx\n"},
    {"FM004", "\xEF\xBB\xBF---\n---\nx\n", "\xEF\xBB\xBF---\na: 1\n---\nx\n"},
    {"FM004", "+++\n+++\nx\n", "+++\na = 1\n+++\nx\n"},
    {"FM002", "---\na: [b, c\nd: 1\n---\n", NULL},
};

/* Keys with a default, by this schema. */
static const char schema_text[] = "{\"required\": [\"a\", \"b\"], \"properties\": "
                                  "{\"a\": {\"default\": 1}, \"b\": {\"type\": "
                                  "\"string\"}}}";

static const struct schema *compile_schema(struct arena *arena)
{
    struct value_input input = {
        schema_text, {0, sizeof(schema_text) - 1}, VALUE_MAX_NODES};
    struct schema_options *options = arena_alloc(arena, sizeof(*options));
    struct schema_error error;
    struct value_tree tree;

    *options = schema_options_default(STR(""));
    json_read(arena, input, &tree);
    return schema_compile(arena, &tree, STR("a.json"), options, &error);
}

static struct diagnostics check(const struct source *source, const char *code,
                                struct arena *arena)
{
    static const struct run_context context = {.rules = &rules_all};
    struct profile profile;

    profile_init(&profile, &rules_all, PRESET_NAME_ALL, arena);
    for (uint32_t i = 0; i < rules_all.count; i++)
        if (strcmp(rules_all.rules[i]->code, code) != 0)
            profile.severities[i] = SEVERITY_OFF;
    profile.schema = compile_schema(arena);
    return run_source(source, &context, &profile, arena);
}

static void texts_are_fixed(void **state)
{
    int failed = 0;

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const char *before = cases[i].before;
        const char *after = cases[i].after ? cases[i].after : before;
        struct buf fixed = BUF_INIT;
        struct diagnostics found;
        struct source source;
        struct arena arena;

        arena_init(&arena);
        source_init(&source, &arena, "a.md", before, strlen(before));
        found = check(&source, cases[i].code, &arena);
        fix_apply(str_from(before), found.items, found.count, false, &fixed);
        if (!str_is(buf_str(&fixed), after)) {
            print_error("%s:\n%s--- fixed:\n%.*s", cases[i].code, before, (int)fixed.len,
                        fixed.data);
            failed++;
        }
        buf_release(&fixed);
        arena_release(&arena);
    }
    assert_int_equal(failed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(texts_are_fixed)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
