/* majority_test.c - what most articles have is in the draft, and who has it not is told
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lint/tool/schema/infer_articles.h"

/* Thirty-one articles that are alike, but one has mistakes. */
static void fill_with_outlier(struct infer_articles *articles)
{
    for (int i = 1; i <= 31; i++) {
        struct buf text = BUF_INIT;

        buf_printf(&text, "rare: %d\naliases: []\ndraft: %s\n", i,
                   i == 31 ? "yes"
                   : i % 2 ? "true"
                           : "false");
        if (i < 21)
            buf_puts(&text, "extra: {a: 1}\n");
        if (i == 31)
            buf_puts(&text, "date: Jan 5, 2024\nauhtor: Jo\nkind: nwes\ntags: [1]\n");
        else
            buf_printf(&text, "date: 2024-01-%02d\nauthor: Jo\nkind: %s\ntags: [a, b]\n",
                       i, i % 3 ? "news" : "guide");
        infer_articles_add(articles, buf_str(&text));
        buf_release(&text);
    }
}

static const char *const by_majority =
    "type: object\n"
    "required: [rare, aliases, draft, date, kind, tags, author]\n"
    "additionalProperties: false\n"
    "properties:\n"
    "  rare:\n"
    "    type: integer\n"
    "    minimum: 0\n"
    "  aliases:\n"
    "    type: array\n"
    "  draft: # 30 of 31; not d/31.md\n"
    "    type: boolean\n"
    "  date: # 30 of 31; not d/31.md\n"
    "    type: string\n"
    "    format: date\n"
    "  kind: # 30 of 31; not d/31.md\n"
    "    type: string\n"
    "    enum: [news, guide]\n"
    "  tags:\n"
    "    type: array\n"
    "    minItems: 1\n"
    "    maxItems: 2\n"
    "    uniqueItems: true\n"
    "    items: # 60 of 61; not d/31.md\n"
    "      type: string\n"
    "      enum: [a, b]\n"
    "  author: # 30 of 31; not d/31.md\n"
    "    type: string\n"
    "    minLength: 1\n"
    "  extra: # in 20 of 31\n"
    "    type: object\n"
    "    required: [a]\n"
    "    additionalProperties: false\n"
    "    properties:\n"
    "      a:\n"
    "        type: integer\n"
    "        minimum: 0\n"
    "  # Not auhtor, in d/31.md: is author meant?\n";

static void the_majority_decides(void **state)
{
    struct infer_articles articles = {.count = 0};
    struct str draft;
    const char *schema;

    (void)state;
    arena_init(&articles.arena);
    fill_with_outlier(&articles);
    draft = infer_articles_draft(&articles, (struct inference_form){false, false});
    schema = strstr(draft.data, "type: object");
    assert_non_null(schema);
    assert_string_equal(schema, by_majority);
    arena_release(&articles.arena);
}

/* What three articles have is no majority, and of ten a third is none either. */
static void what_is_not_rare_is_allowed(void **state)
{
    struct infer_articles articles = {.count = 0};
    struct str draft;

    (void)state;
    arena_init(&articles.arena);
    for (int i = 1; i <= 10; i++) {
        infer_articles_add(&articles, i % 3 ? STR("a: true\nb: [x]\n") : STR("a: 1\n"));
        if (i != 3)
            continue;
        draft = infer_articles_draft(&articles, (struct inference_form){false, false});
        assert_non_null(strstr(draft.data, "type: [integer, boolean]"));
        assert_non_null(strstr(draft.data, "b: # in 2 of 3\n"));
    }
    draft = infer_articles_draft(&articles, (struct inference_form){false, false});
    assert_non_null(strstr(draft.data, "type: [integer, boolean]"));
    assert_non_null(strstr(draft.data, "b: # in 7 of 10\n"));
    arena_release(&articles.arena);
}

static void only_some_outliers_are_named(void **state)
{
    struct infer_articles articles = {.count = 0};
    struct str draft;

    (void)state;
    arena_init(&articles.arena);
    for (int i = 1; i <= 50; i++)
        infer_articles_add(&articles, i > 45 ? STR("a: x\n") : STR("a: 1\n"));
    draft = infer_articles_draft(&articles, (struct inference_form){false, false});
    assert_non_null(strstr(draft.data, "  a: # 45 of 50; not d/46.md, d/47.md, d/48.md "
                                       "and 2 more\n"));
    draft = infer_articles_draft(&articles, (struct inference_form){true, false});
    assert_non_null(strstr(draft.data, "\"$comment\": \"45 of 50; not d/46.md, d/47.md, "
                                       "d/48.md and 2 more\""));
    arena_release(&articles.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_majority_decides),
        cmocka_unit_test(what_is_not_rare_is_allowed),
        cmocka_unit_test(only_some_outliers_are_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
