/* example_rule_test.c - the example in lint/rule.h is a rule that works */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct rule;
extern const struct rule rule_excited_headings;

/* From here to the end of the rule: the text in lint/rule.h. */
#include "lint/rule.h"

struct settings {
    int allowed;
};

struct state {
    int seen;
};

static const struct option options[] = {
    {.name = "allowed",
     .type = OPTION_INTEGER,
     .initial = "1",
     .help = "how many headings of an article may end in `!`",
     .offset = offsetof(struct settings, allowed)},
    {.type = OPTION_END},
};

static void node(struct pass *pass, const struct node *heading)
{
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);
    struct str text = source_text(pass_source(pass), heading->content);
    struct span mark = span_make(heading->content.end - 1, heading->content.end);
    struct finding *finding;

    if (!str_ends(text, STR("!")) || ++state->seen <= settings->allowed)
        return;
    finding = report(pass, mark, "%d headings end in `!`, expected %d at most",
                     state->seen, settings->allowed);
    fix_replace(finding, mark, STR("."));
}

const struct rule rule_excited_headings = {
    .code = "EX001",
    .name = "excited-headings",
    .tags = "headings",
    .summary = "too many headings end in an exclamation mark",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .presets = PRESET_RECOMMENDED,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_HEADING),
    .node = node,
};

#include "lint/files/file.h"
#include "lint/run/fix.h"
#include "lint/run/run.h"

enum { MAX_BYTES = 64 * 1024 };

static const struct rule *const rules[] = {&rule_excited_headings};
static const struct rule_table table = {rules, 1};

static struct str content(struct arena *arena, const char *path)
{
    struct buf bytes = BUF_INIT;
    const char *reason;
    struct str text;

    assert_true(file_read(path, MAX_BYTES, &bytes, &reason));
    text = arena_str(arena, buf_str(&bytes));
    buf_release(&bytes);
    return text;
}

/* The indented lines of the first comment that has any, without their indentation. */
static struct str example_of(struct arena *arena, struct str header)
{
    const char *prefix = " *     ";
    const char *first = strstr(header.data, prefix);
    const char *end = first ? strstr(first, "\n *\n * What ") : NULL;
    struct buf out = BUF_INIT;
    struct str example;

    assert_non_null(end);
    for (const char *at = first; at < end;) {
        size_t len = strcspn(at, "\n");
        size_t skip = strncmp(at, prefix, strlen(prefix)) == 0 ? strlen(prefix) : len;

        buf_add(&out, at + skip, len - skip);
        buf_putc(&out, '\n');
        at += len + 1;
    }
    example = arena_str(arena, buf_str(&out));
    buf_release(&out);
    return example;
}

static void header_has_this_rule(void **state)
{
    struct arena arena;
    struct str example;
    struct str here;

    (void)state;
    arena_init(&arena);
    example = example_of(&arena, content(&arena, "lint/rule.h"));
    here = content(&arena, "lint/tool/rules/example_rule_test.c");
    assert_true(str_ends(example, STR("};\n")));
    if (!strstr(here.data, example.data))
        fail_msg("lint/rule.h has another example:\n%s", example.data);
    arena_release(&arena);
}

static void table_is_sound(void **state)
{
    struct arena arena;
    struct str problem;

    (void)state;
    arena_init(&arena);
    if (!rule_table_check(&table, &arena, &problem))
        fail_msg("%s", problem.data);
    arena_release(&arena);
}

static void rule_finds_and_fixes(void **state)
{
    static const char text[] = "# One!\n\n## Two\n\n## Three!\n";
    struct run_context context = {.rules = &table};
    struct arena arena;
    struct source source;
    struct profile profile;
    struct diagnostics found;
    struct buf fixed = BUF_INIT;

    (void)state;
    arena_init(&arena);
    source_init(&source, &arena, "a.md", text, sizeof(text) - 1);
    profile_init(&profile, &table, PRESET_NAME_RECOMMENDED, &arena);
    found = run_source(&source, &context, &profile, &arena);
    assert_int_equal(found.count, 1);
    assert_string_equal(found.items[0].mistake.message.data,
                        "2 headings end in `!`, expected 1 at most");
    assert_int_equal(found.items[0].mistake.span.start, 24);
    fix_apply(str_from(text), found.items, found.count, true, &fixed);
    assert_true(str_is(buf_str(&fixed), "# One!\n\n## Two\n\n## Three.\n"));
    buf_release(&fixed);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(header_has_this_rule),
        cmocka_unit_test(table_is_sound),
        cmocka_unit_test(rule_finds_and_fixes),
    };

    return cmocka_run_group_tests_name("example_rule", tests, NULL, NULL);
}
