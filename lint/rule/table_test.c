/* table_test.c - the names of rules, and tables that would mislead */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/tool/rules/rules_sample.h"

/* -1: not the name of a rule. */
static int find(struct str name)
{
    uint32_t index;

    return rule_table_find(&rules_sample, name, &index) ? (int)index : -1;
}

static void rules_have_several_names(void **state)
{
    (void)state;
    assert_int_equal(find(STR("MD001")), 0);
    assert_int_equal(find(STR("first-rule")), 0);
    assert_int_equal(find(STR("First-Alias")), 0);
    assert_int_equal(find(STR("md002")), 1);
    assert_int_equal(find(STR("whitespace")), -1);
    assert_int_equal(find(STR("")), -1);
    assert_true(rule_has_tag(&sample_first, STR("whitespace")));
    assert_true(rule_has_tag(&sample_first, STR("Headings")));
    assert_false(rule_has_tag(&sample_first, STR("heading")));
    assert_false(rule_has_tag(&sample_first, STR("headings whitespace")));
    assert_false(rule_has_tag(&sample_first, STR("")));
    assert_false(rule_has_tag(&sample_third, STR("headings")));
    assert_ptr_equal(rule_table_role(&rules_sample, ROLE_UNREADABLE), &sample_unreadable);
    assert_null(rule_table_role(&rules_sample, ROLE_CRASHED));
}

static void names_are_listed_once(void **state)
{
    struct str_list tags = rule_table_tags(&rules_sample, *state);
    struct str_list names = rule_table_names(&rules_sample, *state);

    assert_int_equal(tags.count, 2);
    assert_true(str_is(tags.items[0], "headings"));
    assert_true(str_is(tags.items[1], "whitespace"));
    assert_int_equal(names.count, 4 + 4 + 2 + 2);
}

static void good_tables_pass(void **state)
{
    struct str problem;

    assert_true(rule_table_check(&rules_sample, *state, &problem));
}

static void bad_tables_are_told(void **state)
{
    static const struct option bad_default[] = {
        {"maximum", OPTION_INTEGER, "0", "h", 0, 1, 0, NULL, NULL, false},
        {.type = OPTION_END},
    };
    static const struct option no_json[] = {
        {"style", OPTION_STRING, "plain", "h", 0, 0, 0, NULL, NULL, false},
        {.type = OPTION_END},
    };
    struct {
        struct rule rule;
        const char *problem;
    } cases[] = {
        {{.code = "MD000"}, "MD000 stands after MD001"},
        {{.name = "Bad-name"}, "MD009: the name `Bad-name` is not in kebab case"},
        {{.name = "bad--name"}, "MD009: the name `bad--name` is not in kebab case"},
        {{.name = "first-alias"}, "MD009: its name or alias is another rule's"},
        {{.aliases = "own md061"}, "MD009: its name or alias is another rule's"},
        {{.summary = ""}, "MD009: no summary"},
        {{.name = "bad/name"}, "MD009: the name `bad/name` is not in kebab case"},
        {{.nodes = 1}, "MD009: `nodes` and `node` go together"},
        {{.nodes = NODE_BIT(NODE_KIND_COUNT)},
         "MD009: `nodes` has a bit that stands for no kind of node"},
        {{.options = bad_default, .settings_size = sizeof(struct sample_settings)},
         "MD009: default of `maximum`: `maximum` of rule ninth must be at least 1, found "
         "0"},
        {{.options = bad_default, .settings_size = 0},
         "MD009: `maximum` lies outside the settings"},
        {{.options = no_json, .settings_size = sizeof(struct sample_settings)}, NULL},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct rule bad = cases[i].rule;
        const struct rule *const both[] = {&sample_first, &bad};
        struct rule_table pair = {both, 2};

        bad.code = bad.code ? bad.code : "MD009";
        bad.name = bad.name ? bad.name : "ninth";
        bad.summary = bad.summary ? bad.summary : "ninth";
        bad.severity = SEVERITY_ERROR;
        struct str problem;

        assert_false(rule_table_check(&pair, *state, &problem));

        if (cases[i].problem)
            assert_string_equal(problem.data, cases[i].problem);
        else
            assert_true(problem.len > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_have_several_names),
        cmocka_unit_test(names_are_listed_once),
        cmocka_unit_test(good_tables_pass),
        cmocka_unit_test(bad_tables_are_told),
    };

    return cmocka_run_group_tests_name("table", tests, rules_sample_begin,
                                       rules_sample_end);
}
