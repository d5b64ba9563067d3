/* rounds_test.c - an article is mended in rounds, and harm is taken back */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/rule.h"
#include "lint/run/rounds.h"

/* Deletes each `x`: one of a line in each round. */
static void delete_x(struct pass *pass, uint32_t line)
{
    const struct source *source = pass_source(pass);
    struct str text = source_text(source, source_line_span(source, line));
    const char *at = memchr(text.data, 'x', text.len);
    uint32_t start = at ? (uint32_t)(at - source->data) : 0;

    if (at)
        fix_replace(report(pass, span_make(start, start + 1), "an `x`"),
                    span_make(start, start + 1), STR(""));
}

/* Writes `b` for the first `a` of a line, or the other way round. */
static void swap(struct pass *pass, uint32_t line, char from, const char *to)
{
    const struct source *source = pass_source(pass);
    struct str text = source_text(source, source_line_span(source, line));
    const char *at = memchr(text.data, from, text.len);
    uint32_t start = at ? (uint32_t)(at - source->data) : 0;

    if (at)
        fix_replace(report(pass, span_make(start, start + 1), "a letter"),
                    span_make(start, start + 1), str_from(to));
}

static void a_to_b(struct pass *pass, uint32_t line)
{
    swap(pass, line, 'a', "b");
}

static void b_to_a(struct pass *pass, uint32_t line)
{
    swap(pass, line, 'b', "a");
}

/* Makes headings of lines that begin with `h`, which changes what is shown. */
static void make_heading(struct pass *pass, uint32_t line)
{
    const struct source *source = pass_source(pass);
    struct span span = source_line_span(source, line);

    if (span_empty(span) || source->data[span.start] != 'h')
        return;
    fix_replace(report(pass, span, "no heading"), span_make(span.start, span.start),
                STR("# "));
}

/* Writes `-` for the bullet that a line begins with: lists may become one. */
static void to_dash(struct pass *pass, uint32_t line)
{
    const struct source *source = pass_source(pass);
    struct span span = source_line_span(source, line);

    if (span_empty(span) || !strchr("*+", source->data[span.start]))
        return;
    span.end = span.start + 1;
    fix_replace(report(pass, span, "a bullet"), span, STR("-"));
}

static const struct rule rules[] = {
    {.code = "T1",
     .name = "no-x",
     .tags = "t",
     .summary = "x",
     .severity = SEVERITY_WARNING,
     .fix = FIX_SAFE,
     .change = {NULL, "x"},
     .line = delete_x},
    {.code = "T2",
     .name = "a-to-b",
     .tags = "t",
     .summary = "x",
     .severity = SEVERITY_WARNING,
     .fix = FIX_SAFE,
     .change = {NULL, "ab"},
     .line = a_to_b},
    {.code = "T3",
     .name = "b-to-a",
     .tags = "t",
     .summary = "x",
     .severity = SEVERITY_WARNING,
     .fix = FIX_SAFE,
     .change = {NULL, "ab"},
     .line = b_to_a},
    {.code = "T4",
     .name = "harmful",
     .tags = "t",
     .summary = "x",
     .severity = SEVERITY_WARNING,
     .fix = FIX_SAFE,
     .line = make_heading},
    {.code = "T5",
     .name = "bold",
     .tags = "t",
     .summary = "x",
     .severity = SEVERITY_NOTE,
     .fix = FIX_UNSAFE,
     .line = make_heading},
    {.code = "T6",
     .name = "to-dash",
     .tags = "t",
     .summary = "x",
     .severity = SEVERITY_WARNING,
     .fix = FIX_SAFE,
     .line = to_dash},
    {.code = "T7",
     .name = "withheld",
     .tags = "t",
     .summary = "x",
     .severity = SEVERITY_WARNING,
     .role = ROLE_WITHHELD},
};

static const struct rule *const rows[] = {&rules[0], &rules[1], &rules[2], &rules[3],
                                          &rules[4], &rules[5], &rules[6]};
static const struct rule_table table = {rows, 7};

/* Which rules run. */
enum { X = 1, TO_B = 2, TO_A = 4, HARM = 8, BOLD = 16, DASH = 32 };

static const struct {
    const char *what;
    unsigned on;
    bool unsafe;
    bool unverified;
    const char *before;
    const char *after;
    uint32_t count;
    uint32_t rounds;
    uint32_t left; /* findings */
} cases[] = {
    {"nothing to mend", X, false, false, "o\n", "o\n", 0, 0, 0},
    {"one of a line in each round", X, false, false, "xxo\nxp\n", "o\np\n", 3, 2, 0},
    {"ten rounds are enough", X, false, false, "xxxxxxxxxxo\n", "o\n", 10, 10, 0},
    {"eleven are too many", X, false, false, "xxxxxxxxxxxo\n", "xxxxxxxxxxxo\n", 0, 0, 2},
    {"never quiet", TO_B | TO_A, false, false, "a\n", "a\n", 0, 0, 2},
    {"harm is taken back", HARM, false, false, "h\n", "h\n", 0, 0, 2},
    {"harm alone is taken back", X | HARM, false, false, "xo\n\nh\n\nxp\n",
     "o\n\nh\n\np\n", 2, 1, 2},
    {"what does harm together is taken back", DASH, false, false, "+ a\n\n* b\n",
     "+ a\n\n* b\n", 0, 0, 4},
    {"harm is not looked for", HARM, false, true, "h\n", "# h\n", 1, 1, 0},
    {"unsafe fixes wait", BOLD, false, false, "h\n", "h\n", 0, 0, 1},
    {"unsafe fixes come after safe ones", X | BOLD, true, false, "hx\n", "# h\n", 2, 2,
     0},
    {"front matter is no line of Markdown", X, false, false, "---\na: x\n---\nxo\n",
     "---\na: x\n---\no\n", 1, 1, 0},
};

static void mend_text(const char *text, unsigned on, struct mending *mending,
                      struct arena *arena, struct mended *mended)
{
    static const struct run_context context = {.rules = &table};
    struct profile *profile = arena_alloc(arena, sizeof(*profile));
    struct source *source = arena_alloc(arena, sizeof(*source));

    profile_init(profile, &table, PRESET_NAME_ALL, arena);
    for (uint32_t i = 0; i + 1 < table.count; i++)
        if (!(on & 1u << i))
            profile->severities[i] = SEVERITY_OFF;
    mending->context = &context;
    mending->profile = profile;
    source_init(source, arena, "a.md", text, strlen(text));
    mend_article(mending, source, arena, mended);
}

static void mends(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct mending mending = {.least = SEVERITY_NOTE,
                                  .unsafe = cases[i].unsafe,
                                  .unverified = cases[i].unverified};
        struct mended mended;
        struct arena arena;

        arena_init(&arena);
        mend_text(cases[i].before, cases[i].on, &mending, &arena, &mended);
        if (strcmp(mended.last->source.data, cases[i].after) != 0)
            fail_msg("%s: %s", cases[i].what, mended.last->source.data);
        if (mended.count != cases[i].count || mended.rounds != cases[i].rounds ||
            mended.last->found.count != cases[i].left)
            fail_msg("%s: %u mended in %u rounds, %u left", cases[i].what, mended.count,
                     mended.rounds, mended.last->found.count);
        arena_release(&arena);
    }
}

/* What is said of harm stands where the finding is, which has no fix any more. */
static void says_what_was_withheld(void **state)
{
    struct mending mending = {.least = SEVERITY_NOTE};
    struct mended mended;
    struct arena arena;

    (void)state;
    arena_init(&arena);
    mend_text("xo\n\nh\n", X | HARM, &mending, &arena, &mended);
    assert_int_equal(mended.last->found.count, 2);
    assert_int_equal(mended.last->found.items[0].mistake.edit_count, 0);
    assert_int_equal(mended.last->found.items[1].rule, 6);
    assert_int_equal(mended.last->found.items[1].mistake.span.start, 3);
    arena_release(&arena);
}

static bool not_on_first_line(void *context, const struct version *version,
                              const struct diagnostic *found)
{
    (void)context;
    return source_line(&version->source, found->mistake.span.start) > 0;
}

static void fixes_what_is_wanted(void **state)
{
    struct mending mending = {.least = SEVERITY_NOTE, .wants = not_on_first_line};
    struct mended mended;
    struct arena arena;

    (void)state;
    arena_init(&arena);
    mend_text("xo\nxp\n", X, &mending, &arena, &mended);
    assert_string_equal(mended.last->source.data, "xo\np\n");
    mending = (struct mending){.least = SEVERITY_ERROR};
    mend_text("xo\n", X, &mending, &arena, &mended);
    assert_ptr_equal(mended.last, mended.first);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mends),
        cmocka_unit_test(says_what_was_withheld),
        cmocka_unit_test(fixes_what_is_wanted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
