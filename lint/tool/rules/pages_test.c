/* pages_test.c - runs the page of each rule: its examples must give what they show */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "lint/manual/rule_page.h"
#include "lint/run/schema_rules.h"
#include "lint/tool/rules/examples.h"
#include "rules/rules.h"

static void check_options(struct examples *page)
{
    const struct value *options =
        value_get(page->document.front_matter.tree.root, "options");
    uint32_t count = 0;

    for (const struct option *o = page->rule->options; o && o->type != OPTION_END; o++) {
        count++;
        if (!value_get(options, o->name))
            examples_complain(page, page->document.nodes,
                              "an option that the page does not name", STR(""),
                              str_from(o->name));
    }
    if (options && options->count != count)
        examples_complain(page, page->document.nodes,
                          "options that the rule does not have", STR(""), STR(""));
}

/* The front matter of the page repeats what the rule declares; both must agree. */
static void check_page(struct examples *page)
{
    static const char *const fixes[] = {"none", "safe", "unsafe"};

    examples_check_field(page, "code", page->rule->code);
    examples_check_field(page, "rule", page->rule->name);
    examples_check_field(page, "default", severity_name(page->rule->severity));
    examples_check_field(page, "fix", fixes[page->rule->fix]);
    check_options(page);
    examples_run(page);
    if (page->rule->role == ROLE_ORDINARY && (!page->good || !page->bad))
        examples_complain(page, page->document.nodes, "no good or no bad example",
                          STR(""), STR(""));
    if (page->rule->role == ROLE_ORDINARY && page->rule->fix != FIX_NONE && !page->fixed)
        examples_complain(page, page->document.nodes, "a fix that no example shows",
                          STR(""), STR(""));
}

static bool is_of_schemas(const struct rule *rule)
{
    return rule_table_has(&schema_rules, str_from(rule->code));
}

static void page_runs(void **state)
{
    const struct rule *rule = *state;
    const struct embedded_file *file = rule_page_file(rule);
    struct examples page;

    if (!file)
        fail_msg("%s has no page", rule->name);
    examples_open(&page, file, rule, is_of_schemas(rule));
    check_page(&page);
    assert_int_equal(examples_close(&page), 0);
}

static void check_table(const struct rule_table *table)
{
    struct arena arena;
    struct str wrong;

    arena_init(&arena);
    if (!rule_table_check(table, &arena, &wrong))
        fail_msg("%s", wrong.data);
    arena_release(&arena);
}

static void tables_are_sound(void **state)
{
    (void)state;
    check_table(&rules_all);
    check_table(&schema_rules);
    for (uint32_t i = 0; i < schema_rules.count; i++) {
        const struct rule *rule = schema_rules.rules[i];

        assert_false(rule_table_has(&rules_all, str_from(rule->code)));
        assert_false(rule_table_has(&rules_all, str_from(rule->name)));
    }
}

int main(void)
{
    struct arena arena;
    struct rule_table all;
    struct CMUnitTest *tests;
    const char *only = getenv("T");
    size_t count = 0;
    int failed;

    arena_init(&arena);
    all = rule_table_join(&rules_all, &schema_rules, &arena);
    tests = arena_array(&arena, all.count + 1, sizeof(*tests));
    if (!only)
        tests[count++] =
            (struct CMUnitTest){"tables_are_sound", tables_are_sound, NULL, NULL, NULL};
    for (uint32_t i = 0; i < all.count; i++) {
        const struct rule *rule = all.rules[i];

        if (only && !str_is(str_from(only), rule->name) &&
            !str_is(str_from(only), rule->code))
            continue;
        tests[count++] =
            (struct CMUnitTest){rule->name, page_runs, NULL, NULL, (void *)rule};
    }
    failed = _cmocka_run_group_tests("pages", tests, count, NULL, NULL);
    arena_release(&arena);
    return failed;
}
