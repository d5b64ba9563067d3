/* remedy_test.c - what a fix does, in words */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/report/remedy.h"
#include "lint/report/sample.h"

/* An edit: the first place of `old` after `after`, or that place itself when it is "". */
struct change {
    const char *after;
    const char *old;
    const char *text;
};

static const struct {
    const char *file;
    const char *marked; /* the finding */
    struct change changes[3];
    const char *remedy;
} cases[] = {
    {"title: Bread: rye\n",
     "Bread",
     {{"title: ", "", "\""}, {"rye", "", "\""}},
     "write: `title: \"Bread: rye\"`"},
    {"#Rye\n", "#", {{"#", "", " "}}, "write: `# Rye`"},
    {"one\n  two\nthree\n", "two", {{"", "two", "2"}}, "write: `  2`"},
    {"日本 word\n", "word", {{"", "word", "言葉"}}, "write: `日本 言葉`"},
    {"\ta\x1b[2J b\n", "b", {{"", "b", "c"}}, "write: `    a␛[2J c`"},
    {"one\r\ntwo\r\n", "two", {{"", "two", "2"}}, "write: `2`"},
    {"many more words before the important place HERE which is changed, and words after "
     "it\n",
     "HERE",
     {{"", "HERE", "there"}},
     "write: `…e important place there which is changed, …`"},
    {"word  \n", "  ", {{"word", "  ", ""}}, "delete 2 spaces"},
    {"word \n", " ", {{"word", " ", ""}}, "delete 1 space"},
    {"word\t\n", "\t", {{"word", "\t", ""}}, "delete 1 tab"},
    {"word \t\n", " \t", {{"word", " \t", ""}}, "delete 2 blanks"},
    {"a\tb\n", "\t", {{"a", "\t", "   "}}, "write 3 spaces for 1 tab"},
    {"\u00a0a\n", "\u00a0", {{"", "\u00a0", " "}}, "write: ` a`"},
    {"a word too much\n", "word", {{"a ", "word ", ""}}, "write: `a too much`"},
    {"one\nword\ntwo\n", "word", {{"one\n", "word\n", ""}}, "delete line 2"},
    {"one\n\n\n\ntwo\n", "two", {{"one\n\n", "\n\n", ""}}, "delete lines 3 to 4"},
    {"one\ntwo\nthree\n", "two", {{"one", "\nt", ""}}, "delete the text from 1:4 to 2:2"},
    {"\uFEFFone\n", "one", {{"", "\uFEFF", ""}}, "delete 3 invisible bytes at 1:1"},
    {"# One\ntext\n", "# One", {{"# One\n", "", "\n"}}, "insert a blank line below"},
    {"text\n# One\n", "# One", {{"text\n", "", "\n"}}, "insert a blank line above"},
    {"a\n# One\nb\n",
     "# One",
     {{"a\n", "", "\n"}, {"One\n", "", "\n"}},
     "insert a blank line above and below"},
    {"> a\n> # One\n", "# One", {{"> a\n", "", ">\n"}}, "insert a blank line above"},
    {"word", "word", {{"word", "", "\n"}}, "insert a line break at 1:5"},
    {"---\na: 1\n---\n",
     "---",
     {{"a: 1\n", "", "b: 2\n"}},
     "insert above line 3: `b: 2`"},
    {"---\na: 1\n---\n", "---", {{"a: 1", "", "\nb: 2"}}, "insert below line 2: `b: 2`"},
    {"one\ntwo\n", "one", {{"", "two", "2"}}, "write in line 2: `2`"},
    {"one\ntwo\n", "one", {{"t", "", "2"}}, "insert in line 2: `2`"},
    {"a\nb\nc\n",
     "a",
     {{"", "a", "1"}, {"", "b", "2"}, {"", "c", "3"}},
     "write: `1` and 2 more changes"},
    {"a\nb\n", "a\nb", {{"", "a", "1"}, {"", "b", "2"}}, "write: `1` and 1 more change"},
    {"a\nb\nc\n", "c", {{"", "a", "1"}, {"", "b", "2"}}, "make 2 changes"},
    {"a b\n", "a", {{"a", " ", "\n"}}, "insert a line break at 1:2"},
    {"a\n\tb\n", "a", {{"\n", "\t", "    "}}, "write in line 2: `    `"},
    {"a\n", "a", {{NULL, NULL, NULL}}, ""},
};

static struct edit edit_of(struct sample *sample, const struct change *change)
{
    const char *data = sample->source.data;
    const char *found = strstr(data, change->after);
    uint32_t start;

    assert_non_null(found);
    found = strstr(found + strlen(change->after), change->old);
    assert_non_null(found);
    start = (uint32_t)(found - data);
    return (struct edit){{start, start + (uint32_t)strlen(change->old)},
                         str_from(change->text)};
}

static struct edit_place place_of(struct sample *sample, struct span span)
{
    return (struct edit_place){source_position(&sample->source, span.start),
                               source_position(&sample->source, span.end)};
}

static void test_words(void **state)
{
    bool failed = false;

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct edit edits[3];
        struct edit_place places[3];
        struct sample sample;
        struct result *result;
        struct buf out = BUF_INIT;

        sample_init(&sample, "a.md", cases[i].file);
        result = sample_add(&sample, &sample_spaces, cases[i].marked, "wrong");
        result->edits = edits;
        result->edit_places = places;
        for (uint32_t j = 0; j < 3 && cases[i].changes[j].text; j++) {
            edits[j] = edit_of(&sample, &cases[i].changes[j]);
            places[j] = place_of(&sample, edits[j].span);
            result->edit_count++;
        }
        remedy_add(&out, result, 53);
        if (!str_is(buf_str(&out), cases[i].remedy)) {
            print_error("%s: got `%.*s`\n", cases[i].remedy, (int)out.len, out.data);
            failed = true;
        }
        buf_release(&out);
        sample_release(&sample);
    }
    assert_false(failed);
}

/* Only the first edits are looked at. */
static void test_many_edits(void **state)
{
    enum { COUNT = 100 };
    struct edit edits[COUNT];
    struct sample sample;
    struct result *result;
    struct buf out = BUF_INIT;
    char text[2 * COUNT + 1];

    (void)state;
    for (uint32_t i = 0; i < COUNT; i++) {
        memcpy(text + (size_t)2 * i, "a\n", 2);
        edits[i] = (struct edit){{2 * i, 2 * i + 1}, STR("b")};
    }
    text[2 * COUNT] = '\0';
    sample_init(&sample, "a.md", text);
    result = sample_add(&sample, &sample_spaces, "a", "wrong");
    result->edits = edits;
    result->edit_count = COUNT;
    remedy_add(&out, result, 60);
    assert_true(str_is(buf_str(&out), "write: `b` and 99 more changes"));
    buf_release(&out);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_many_edits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
