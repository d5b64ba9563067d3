/* rule_page_test.c - every page that is built in is found by the name of its rule */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "lint/base/embedded.h"
#include "lint/manual/rule_page.h"

/* The name of the rule that "rules/subject/name.md" is about. */
static void copy_name(char *name, size_t size, const char *path)
{
    const char *slash = strrchr(path, '/');

    snprintf(name, size, "%.*s", (int)(strlen(slash + 1) - strlen(".md")), slash + 1);
}

static void test_pages(void **state)
{
    (void)state;
    for (const struct embedded_file *file = embedded_files; file->name; file++) {
        char name[100];
        struct rule rule = {.name = name};
        struct buf url = BUF_INIT;
        struct str text;

        if (str_starts(str_from(file->name), STR("docs/vocabulary/")) ||
            !str_ends(str_from(file->name), STR(".md")))
            continue;
        copy_name(name, sizeof(name), file->name);
        text = rule_page_text(&rule);
        assert_true(text.len > 0);
        assert_false(str_starts(text, STR("---")));
        rule_page_add_url(&url, "https://example.org", &rule);
        assert_true(str_ends(buf_str(&url), str_from(file->name)));
        buf_release(&url);
    }
}

static void test_no_page(void **state)
{
    /* The end of a name is not the name. */
    const struct rule rules[] = {{.name = "no-such-rule"}, {.name = "increment"}};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct buf url = BUF_INIT;

        assert_int_equal(rule_page_text(&rules[i]).len, 0);
        rule_page_add_url(&url, "https://example.org", &rules[i]);
        buf_putc(&url, '\0');
        assert_string_equal(url.data, "https://example.org");
        buf_release(&url);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_no_page),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
