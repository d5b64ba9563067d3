/* stand_test.c - comments that let findings stand, where they have a place */

#include "lint/run/stand.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "rules/rules.h"

/* The text after the last finding of the rule is to stand; NULL when it cannot. */
static const char *stand(struct arena *arena, const char *path, const char *text,
                         const char *code)
{
    struct run_context context = {.rules = &rules_all};
    struct profile profile;
    struct mending mending = {
        .context = &context, .profile = &profile, .least = SEVERITY_NOTE};
    const struct diagnostic *found = NULL;
    const struct version *version;
    struct applied_edits edits;
    struct source source;
    struct buf out = BUF_INIT;

    profile_init(&profile, &rules_all, PRESET_NAME_RECOMMENDED, arena);
    source_init(&source, arena, path, text, strlen(text));
    version = version_read(&mending, &source, arena);
    for (uint32_t i = 0; i < version->found.count; i++)
        if (strcmp(rules_all.rules[version->found.items[i].rule]->code, code) == 0)
            found = &version->found.items[i];
    assert_non_null(found);
    if (!stand_edits(&mending, version, found, arena, &edits))
        return NULL;
    fix_write(str_from(text), edits, &out);
    text = arena_str(arena, buf_str(&out)).data;
    buf_release(&out);
    return text;
}

static void comments_are_put_where_they_do_no_harm(void **state)
{
    static const struct {
        const char *code;
        const char *text;
        const char *standing; /* NULL: no comment can */
    } cases[] = {
        {"MD034", "# A\n\nhttp://a.example\n",
         "# A\n\n<!-- stet-disable-next-line MD034 -->\nhttp://a.example\n"},
        {"MD034", "# A\n\none\nhttp://a.example\nthree\n",
         "# A\n\none\nhttp://a.example <!-- stet-disable-line MD034 -->\nthree\n"},
        {"MD034", "# A\n\n- http://a.example\n",
         "# A\n\n<!-- stet-disable-next-line MD034 -->\n- http://a.example\n"},
        {"MD034", "# A\n\n- one\n- http://a.example\n",
         "# A\n\n- one\n- http://a.example <!-- stet-disable-line MD034 -->\n"},
        {"MD034", "# A\n\n> one\n> http://a.example\n",
         "# A\n\n> one\n> http://a.example <!-- stet-disable-line MD034 -->\n"},
        {"MD034", "# A\n\n| a | b |\n|---|---|\n| c | http://a.example |\n",
         "# A\n\n| a | b |\n|---|---|\n| c | http://a.example "
         "<!-- stet-disable-line MD034 --> |\n"},
        {"MD040", "# A\n\n> ```\n> b\n> ```\n",
         "# A\n\n> <!-- stet-disable-next-line MD040 -->\n> ```\n> b\n> ```\n"},
        {"MD040", "# A\n\n- one\n\n- ```\n  b\n  ```\n",
         "# A\n\n- one\n\n  <!-- stet-disable-next-line MD040 -->\n- ```\n  b\n  ```\n"},
        {"MD010", "# A\n\n> ```text\n> \ta\n> ```\n>\n> b\n",
         "# A\n\n> <!-- stet-disable MD010 -->\n> ```text\n> \ta\n> ```\n"
         "> <!-- stet-enable MD010 -->\n>\n> b\n"},
        {"MD010", "# A\n\n```text\n\ta\n```\n\nb\n",
         "# A\n\n<!-- stet-disable MD010 -->\n```text\n\ta\n```\n"
         "<!-- stet-enable MD010 -->\n\nb\n"},
        {"MD034",
         "# A\n\n<!-- stet-disable-next-line MD034 -->\nhttp://a.example\n\n"
         "http://b.example\n",
         "# A\n\n<!-- stet-disable-next-line MD034 -->\nhttp://a.example\n\n"
         "<!-- stet-disable-next-line MD034 -->\nhttp://b.example\n"},
        {"FM003", "---\ntitle: A\ntitle: B\n---\n\ntext\n",
         "---\ntitle: A\n# stet-disable-next-line FM003\ntitle: B\n---\n\ntext\n"},
        {"FM003", "{\n\"a\": 1,\n\"a\": 2\n}\n\n# A\n", NULL},
    };
    struct arena arena;

    (void)state;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        const char *standing = stand(&arena, "a.md", cases[i].text, cases[i].code);

        if (!cases[i].standing)
            assert_null(standing);
        else
            assert_string_equal(standing ? standing : "none", cases[i].standing);
    }
    arena_release(&arena);
}

/* `<!-- -->` ends the build of MDX; YAML is YAML there as well. */
static void mdx_has_no_comments(void **state)
{
    static const char field[] = "---\ntitle: A\ntitle: B\n---\n\ntext\n";
    static const char heading[] = "# A\n\n### B\n\ntext\n";
    struct arena arena;

    (void)state;
    arena_init(&arena);
    assert_non_null(stand(&arena, "a.md", heading, "MD001"));
    assert_non_null(stand(&arena, "a.qmd", heading, "MD001"));
    assert_null(stand(&arena, "a.mdx", heading, "MD001"));
    assert_non_null(stand(&arena, "a.MDX", field, "FM003"));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comments_are_put_where_they_do_no_harm),
        cmocka_unit_test(mdx_has_no_comments),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
