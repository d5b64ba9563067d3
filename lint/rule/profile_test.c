/* profile_test.c - presets, options and severities of rules */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lint/tool/rules/rules_sample.h"

static void presets_turn_rules_on(void **state)
{
    struct profile profile;

    profile_init(&profile, &rules_sample, PRESET_NAME_RECOMMENDED, *state);
    assert_string_equal(rules_sample_severities(&profile), "w--e");
    profile_init(&profile, &rules_sample, PRESET_NAME_MARKDOWNLINT, *state);
    assert_string_equal(rules_sample_severities(&profile), "we-e");
    profile_init(&profile, &rules_sample, PRESET_NAME_ALL, *state);
    assert_string_equal(rules_sample_severities(&profile), "wene");
    assert_null(profile.schema);
    assert_false(profile.front_matter_required);

    const struct sample_settings *settings = profile.settings[0];

    assert_int_equal(settings->maximum, 80);
    assert_false(settings->strict);
    assert_true(str_is(settings->punctuation, ".,;"));
    assert_int_equal(settings->style, 0);
    assert_null(settings->pattern);
    assert_int_equal(settings->words.count, 1);
    assert_true(str_is(settings->words.items[0], "x"));
    assert_int_equal(settings->lines[0] + settings->lines[5], 2);
    assert_null(profile.settings[1]);
}

static const struct {
    const char *map;
    const char *severities;
} severity_cases[] = {
    {"{}", "w--e"},
    {"{\"first-rule\": false}", "---e"},
    {"{\"MD001\": false}", "---e"},
    {"{\"first-alias\": \"note\"}", "n--e"},
    {"{\"md061\": \"note\"}", "n--e"},
    {"{\"second-rule\": true}", "we-e"},
    {"{\"second-rule\": \"warning\"}", "ww-e"},
    {"{\"whitespace\": \"error\"}", "ee-e"},
    {"{\"whitespace\": {\"severity\": \"note\"}}", "nn-e"},
    {"{\"whitespace\": true, \"MD001\": false}", "-e-e"},
    {"{\"MD001\": false, \"whitespace\": true}", "we-e"},
    {"{\"third-rule\": {}}", "w-ne"},
    {"{\"third-rule\": {\"severity\": \"error\"}}", "w-ee"},
    {"{\"first-rule\": {\"maximum\": 100}}", "w--e"},
};

static void severities_are_applied(void **state)
{
    for (size_t i = 0; i < sizeof(severity_cases) / sizeof(*severity_cases); i++) {
        struct profile profile;

        profile_init(&profile, &rules_sample, PRESET_NAME_RECOMMENDED, *state);
        assert_string_equal(rules_sample_apply(*state, &profile, severity_cases[i].map),
                            "");
        assert_string_equal(rules_sample_severities(&profile),
                            severity_cases[i].severities);
    }
}

static void options_are_applied(void **state)
{
    const struct sample_settings *settings;
    struct profile profile, original;

    profile_init(&original, &rules_sample, PRESET_NAME_ALL, *state);
    profile_copy(&profile, &original, &rules_sample, *state);
    assert_string_equal(
        rules_sample_apply(*state, &profile,
                           "{\"MD001\": {\"maximum\": 100, \"strict\": true, "
                           "\"punctuation\": \"!\", \"style\": \"plus\", \"pattern\": "
                           "\"^a\", \"words\": [\"b\", \"c\"], \"lines\": "
                           "[-1, 1, 2, 3, 4, 5]}}"),
        "");
    settings = profile.settings[0];
    assert_int_equal(settings->maximum, 100);
    assert_true(settings->strict);
    assert_true(str_is(settings->punctuation, "!"));
    assert_int_equal(settings->style, 2);
    assert_int_equal(regex_match(settings->pattern, STR("ABC")), REGEX_MATCH);
    assert_int_equal(settings->words.count, 2);
    assert_true(str_is(settings->words.items[1], "c"));
    assert_int_equal(settings->lines[0], -1);
    assert_int_equal(settings->lines[5], 5);

    /* A severity leaves options unchanged, a map sets all of them. */
    assert_string_equal(rules_sample_apply(*state, &profile, "{\"headings\": \"note\"}"),
                        "");
    settings = profile.settings[0];
    assert_int_equal(settings->maximum, 100);
    assert_string_equal(
        rules_sample_apply(*state, &profile, "{\"MD001\": {\"lines\": 2}}"), "");
    settings = profile.settings[0];
    assert_int_equal(settings->maximum, 80);
    assert_int_equal(settings->lines[3], 2);

    settings = original.settings[0];
    assert_int_equal(settings->maximum, 80);
    assert_int_equal(settings->lines[3], 1);
}

static const struct {
    const char *map;
    const char *errors;
} error_cases[] = {
    {"{\"frist-rule\": true}",
     "1-13: unknown rule `frist-rule`; did you mean `first-rule`?"},
    {"{\"whitepsace\": true}",
     "1-13: unknown rule `whitepsace`; did you mean `whitespace`?"},
    {"{\"nothing\": true}", "1-10: unknown rule `nothing`; `stet rules` lists them"},
    {"{\"MD001\": 1}", "10-11: `MD001` must be true, false, `note`, `warning`, `error` "
                       "or a group of options, "
                       "found a number"},
    {"{\"MD001\": \"off\"}", "10-15: `MD001` must be true, false, `note`, `warning`, "
                             "`error` or a group of options, "
                             "found text"},
    {"{\"MD001\": {\"severity\": \"eror\"}}",
     "23-29: `eror` is no severity: expected `note`, `warning` or `error`"},
    {"{\"MD001\": {\"maximun\": 1}}",
     "11-20: unknown option `maximun` of rule first-rule; did you mean `maximum`?"},
    {"{\"MD002\": {\"serverity\": 1}}",
     "11-22: unknown option `serverity` of rule second-rule; did you mean `severity`?"},
    {"{\"MD001\": {\"maximum\": \"1\"}}",
     "22-25: `maximum` of rule first-rule must be a whole number, found text"},
    {"{\"MD001\": {\"maximum\": 0}}",
     "22-23: `maximum` of rule first-rule must be at least 1, found 0"},
    {"{\"MD001\": {\"maximum\": 99999999999999999999}}",
     "22-42: `maximum` of rule first-rule must be at most 1000, found "
     "99999999999999999999"},
    {"{\"MD001\": {\"strict\": 1}}",
     "21-22: `strict` of rule first-rule must be true or false, found a number"},
    {"{\"MD001\": {\"punctuation\": []}}",
     "26-28: `punctuation` of rule first-rule must be text, found a list"},
    {"{\"MD001\": {\"style\": \"dsah\"}}", "20-26: `style` of rule first-rule must be "
                                           "one of `consistent`, `dash`, `plus`, found "
                                           "`dsah`; did you mean `dash`?"},
    {"{\"MD001\": {\"words\": [\"a\", 1]}}",
     "26-27: `words` of rule first-rule must be a list of strings, found a number"},
    {"{\"MD001\": {\"lines\": true}}",
     "20-24: `lines` of rule first-rule must be a "
     "whole number or a list of six, found true or false"},
    {"{\"MD001\": {\"lines\": [1, 2, 3, 4, 5, -2]}}",
     "36-38: `lines` of rule first-rule must be at least -1, found -2"},
    {"{\"MD001\": {\"maximum\": 0, \"strict\": 0}}",
     "22-23: `maximum` of rule first-rule must be at least 1, found 0; 35-36: `strict` "
     "of "
     "rule first-rule must be true or false, found a number"},
    {"{\"headings\": {\"maximum\": 1}}",
     "14-23: the tag `headings` takes no options but `severity`"},
};

static void mistakes_are_told(void **state)
{
    for (size_t i = 0; i < sizeof(error_cases) / sizeof(*error_cases); i++) {
        struct profile profile;

        profile_init(&profile, &rules_sample, PRESET_NAME_ALL, *state);
        assert_string_equal(rules_sample_apply(*state, &profile, error_cases[i].map),
                            error_cases[i].errors);
    }
}

static void bad_patterns_are_told(void **state)
{
    struct profile profile;

    profile_init(&profile, &rules_sample, PRESET_NAME_ALL, *state);
    const char *error =
        rules_sample_apply(*state, &profile, "{\"MD001\": {\"pattern\": \"a(\"}}");

    assert_non_null(strstr(error, "22-26: `pattern` of rule first-rule must be a regular "
                                  "expression: "));
}

static void command_line_picks_rules(void **state)
{
    static const struct str only[] = {{"ST001", 5}, {"headings", 8}, {"nope", 4}};
    static const struct str off[] = {{"whitespace", 10}};
    struct profile profile;
    struct str unknown;

    profile_init(&profile, &rules_sample, PRESET_NAME_RECOMMENDED, *state);
    assert_string_equal(rules_sample_apply(*state, &profile, "{\"MD001\": \"error\"}"),
                        "");
    assert_false(
        profile_only(&profile, &rules_sample, (struct str_list){only, 3}, &unknown));
    assert_true(str_is(unknown, "nope"));
    assert_string_equal(rules_sample_severities(&profile), "e-ne");

    profile_init(&profile, &rules_sample, PRESET_NAME_ALL, *state);
    assert_true(
        profile_disable(&profile, &rules_sample, (struct str_list){off, 1}, &unknown));
    assert_string_equal(rules_sample_severities(&profile), "--ne");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(presets_turn_rules_on),
        cmocka_unit_test(severities_are_applied),
        cmocka_unit_test(options_are_applied),
        cmocka_unit_test(mistakes_are_told),
        cmocka_unit_test(bad_patterns_are_told),
        cmocka_unit_test(command_line_picks_rules),
    };

    return cmocka_run_group_tests_name("profile", tests, rules_sample_begin,
                                       rules_sample_end);
}
