/* infer_test.c - drafts of schemas allow what they were made from, and no more */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lint/schema/schema.h"
#include "lint/tool/schema/infer_articles.h"

static struct str infer(struct infer_articles *articles, bool json)
{
    return infer_articles_draft(articles, (struct inference_form){json, true});
}

static const struct schema *compile(struct arena *arena, struct str draft, bool json)
{
    struct value_input input = {draft.data, span_make(0, (uint32_t)draft.len),
                                VALUE_MAX_NODES_DATA};
    struct schema_options options = {.dialect = DIALECT_DRAFT4, .assert_format = true};
    struct schema_error error;
    const struct schema *schema;
    struct value_tree tree;

    if (json)
        json_read(arena, input, &tree);
    else
        yaml_read(arena, input, &tree);
    if (tree.problem_count)
        fail_msg("%s\n%s", draft.data, tree.problems->mistake.message.data);
    schema = schema_compile(arena, &tree, STR("test:draft"), &options, &error);
    if (!schema)
        fail_msg("%s\n%s", draft.data, error.mistake.message.data);
    return schema;
}

static void allows_all(struct infer_articles *articles)
{
    for (int json = 0; json < 2; json++) {
        struct str draft = infer(articles, json);
        const struct schema *schema = compile(&articles->arena, draft, json);

        for (uint32_t i = 0; i < articles->count; i++) {
            uint32_t count;
            const struct violation *violations = schema_explain(
                schema, &articles->trees[i], NULL, &articles->arena, &count);

            if (count)
                fail_msg("article %u: %s\n%s", (unsigned)i,
                         violations->mistake.message.data, draft.data);
        }
    }
}

/* xorshift32: the same articles on every machine. */
static uint32_t next(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static void add_random(struct buf *out, uint32_t *seed, int depth);

static void add_scalar(struct buf *out, uint32_t *seed)
{
    static const char *const scalars[] = {
        "null",
        "~",
        "true",
        "false",
        "0",
        "1",
        "-3",
        "1.0",
        "2.50",
        "1e3",
        "12345678901234567890",
        "\"\"",
        "a",
        "\"b c\"",
        "'it''s'",
        "2024-05-25",
        "2024-02-30",
        "2024-05-25T10:00:00Z",
        "\"2024-05-25 10:00:00 +0200\"",
        "a@b.org",
        "https://example.org/a?b=c#d",
        "\"a: b\"",
        "a-slug-like-this",
        "\"\\u2028\\x7f\\U0001F600\"",
        "\"\\0\"",
        "\u00e9t\u00e9",
        "\"no\"",
        "\"1\"",
        "\"\\\\d+\"",
        "\"\\\"\"",
        "draft",
        "published",
        "6e8bc430-9c3a-11d9-9669-0800200c9a66",
        "\"- x\"",
        "\"#\"",
        "\"10:00:00Z\"",
        "\"a long text that goes on and on, so that it is longer than a choice may be\"",
    };

    buf_puts(out, scalars[next(seed) % (sizeof(scalars) / sizeof(scalars[0]))]);
}

static void add_map(struct buf *out, uint32_t *seed, int depth)
{
    static const char *const keys[] = {
        "title", "date", "\"\"",  "layout",  "\u00e9", "\"a b\"", "\"x: y\"", "null",
        "tags",  "x",    "\"1\"", "\"\\n\"", "yes",    "\"'\"",   "a.b",      "type"};
    uint32_t first = next(seed) % 16;
    uint32_t count = next(seed) % 8;

    buf_putc(out, '{');
    for (uint32_t i = 0; i < count; i++) {
        buf_printf(out, "%s%s: ", i ? ", " : "", keys[(first + i) % 16]);
        add_random(out, seed, depth - 1);
    }
    buf_putc(out, '}');
}

static void add_list(struct buf *out, uint32_t *seed, int depth)
{
    uint32_t count = next(seed) % 5;

    buf_putc(out, '[');
    for (uint32_t i = 0; i < count; i++) {
        buf_puts(out, i ? ", " : "");
        add_random(out, seed, depth - 1);
    }
    buf_putc(out, ']');
}

static void add_random(struct buf *out, uint32_t *seed, int depth)
{
    uint32_t choice = depth > 0 ? next(seed) % 8 : 7;

    if (choice == 0)
        add_map(out, seed, depth);
    else if (choice == 1)
        add_list(out, seed, depth);
    else
        add_scalar(out, seed);
}

static void what_was_seen_is_allowed(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed < 400; seed++) {
        uint32_t random = seed * 2654435761u | 1;
        uint32_t count = 1 + next(&random) % INFER_MAX_ARTICLES;
        struct infer_articles articles = {.count = 0};

        arena_init(&articles.arena);
        for (uint32_t i = 0; i < count; i++) {
            struct buf text = BUF_INIT;

            if (next(&random) % 20)
                add_map(&text, &random, 3);
            else
                add_random(&text, &random, 3);
            infer_articles_add(&articles, buf_str(&text));
            buf_release(&text);
        }
        allows_all(&articles);
        compile(&articles.arena,
                infer_articles_draft(&articles, (struct inference_form){false, false}),
                false);
        arena_release(&articles.arena);
    }
}

static void aliases_and_merges_are_values(void **state)
{
    struct infer_articles articles = {.count = 0};

    (void)state;
    arena_init(&articles.arena);
    infer_articles_add(&articles,
                       STR("base: &b {a: 1, c: [x]}\nother: *b\nlist: [*b, *b]\n"));
    infer_articles_add(&articles, STR("base: &b {a: 1.5}\nother: {<<: *b, d: null}\n"));
    allows_all(&articles);
    arena_release(&articles.arena);
}

static const char *const expected =
    "# Drafted by `stet schema infer` from the front matter of 20 articles.\n"
    "# Look it through: what all of them have is required, keys that none has are "
    "refused.\n"
    "# A `description` for each key helps writers.\n"
    "$schema: https://json-schema.org/draft/2020-12/schema\n"
    "type: object\n"
    "required: [title, date, status]\n"
    "additionalProperties: false\n"
    "properties:\n"
    "  title:\n"
    "    type: string\n"
    "    minLength: 1\n"
    "  date:\n"
    "    type: string\n"
    "    anyOf: [{format: date}, {format: date-time}]\n"
    "  status:\n"
    "    type: [string, \"null\"]\n"
    "    enum: [published, draft, null]\n"
    "  slug: # in 19 of 20\n"
    "    type: string\n"
    "    pattern: \"^[a-z0-9]+(-[a-z0-9]+)*$\"\n"
    "  rating: # in 10 of 20\n"
    "    type: number\n"
    "    minimum: 0\n"
    "  tags: # in 10 of 20\n"
    "    type: [string, array]\n"
    "    minLength: 1\n"
    "    minItems: 1\n"
    "    items:\n"
    "      type: string\n"
    "      minLength: 1\n"
    "  nothing: true # always empty\n";

/* Twenty articles that are alike, but not equal. */
static void fill(struct infer_articles *articles)
{
    for (int i = 0; i < 20; i++) {
        struct buf text = BUF_INIT;

        buf_printf(&text, "title: An article %.*s\n", i + 1, "which is rather long ..");
        if (i)
            buf_printf(&text, "slug: an-article-about-%d%.*s\n", i, i % 4 * 5,
                       "-more-more-more");
        buf_printf(&text, "date: 2024-01-%02d%s\n", i + 1, i % 2 ? "" : "T10:00:00Z");
        buf_puts(&text, i == 3  ? "status:\n"
                        : i % 3 ? "status: published\n"
                                : "status: draft\n");
        if (i % 2)
            buf_printf(&text, "rating: %d%s\n", i, i == 5 ? ".0" : "");
        if (i % 2)
            buf_printf(&text, i == 1 ? "tags: one\n" : "tags: [number %d]\n", i);
        if (i == 7)
            buf_puts(&text, "nothing:\n$schema: x.yaml\n");
        infer_articles_add(articles, buf_str(&text));
        buf_release(&text);
    }
}

static void a_draft_reads_well(void **state)
{
    struct infer_articles articles = {.count = 0};

    (void)state;
    arena_init(&articles.arena);
    fill(&articles);
    assert_string_equal(infer(&articles, false).data, expected);
    arena_release(&articles.arena);
}

/* What is in none of the articles is refused: a draft that allows everything is
 * useless. */
static void a_draft_refuses_what_is_new(void **state)
{
    static const char *const refused[] = {
        "title: An article\ndate: 2024-01-01\n",
        "title: An article\ndate: 2024-01-01\nstatus: drfat\n",
        "title: An article\ndate: 2024-01-32\nstatus: draft\n",
        "title: An article\ndate: 2024-01-01\nstatus: draft\nratnig: 1\n",
        "title: An article\ndate: 2024-01-01\nstatus: draft\nrating: -1\n",
        "title: \"\"\ndate: 2024-01-01\nstatus: draft\n",
        "title: An article\ndate: 2024-01-01\nstatus: draft\nslug: An-Article\n",
    };
    struct infer_articles articles = {.count = 0};
    const struct schema *schema;

    (void)state;
    arena_init(&articles.arena);
    fill(&articles);
    schema = compile(&articles.arena, infer(&articles, false), false);
    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
        articles.count = 0;
        infer_articles_add(&articles, str_from(refused[i]));
        if (schema_valid(schema, &articles.trees[0], &articles.arena))
            fail_msg("allowed: %s", refused[i]);
    }
    arena_release(&articles.arena);
}

/* Names of things rather than parts of a structure: at the top only when there are more
 * than are kept, below it when each is rare. */
static void maps_of_many_keys_are_not_listed(void **state)
{
    struct infer_articles articles = {.count = 0};
    struct str draft;

    (void)state;
    arena_init(&articles.arena);
    for (int i = 0; i < 40; i++) {
        struct buf text = BUF_INIT;

        buf_printf(&text, "people: {p%d: 1, q%d: x}\nplain: {a: 1}\n", i, i);
        for (int j = 0; i == 39 && j < 1100; j++)
            buf_printf(&text, "k%d: 1\n", j);
        infer_articles_add(&articles, buf_str(&text));
        buf_release(&text);
        if (i < 38)
            continue;
        draft = infer(&articles, false);
        assert_null(strstr(draft.data, "p7"));
        assert_int_equal(strstr(draft.data, "plain") != NULL, i == 38);
        allows_all(&articles);
    }
    arena_release(&articles.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_seen_is_allowed),
        cmocka_unit_test(aliases_and_merges_are_values),
        cmocka_unit_test(maps_of_many_keys_are_not_listed),
        cmocka_unit_test(a_draft_reads_well),
        cmocka_unit_test(a_draft_refuses_what_is_new),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
