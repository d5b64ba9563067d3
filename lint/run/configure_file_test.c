/* configure_file_test.c - comments that configure rules, as markdownlint has them */

#include "lint/run/configure_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/tool/rules/rules_sample.h"

/* The severities of the first, second and third rule and the core's own; `-` is off. */
static const struct {
    const char *comment;
    const char *severities;
} comment_cases[] = {
    {"{}", "w--e"},
    {"[]", "w--e"},
    {"{\"md001\": false}", "---e"},
    {"{\"MD001\": null}", "---e"},
    {"{\"MD001\": 0}", "---e"},
    {"{\"MD001\": \"\"}", "---e"},
    {"{\"MD001\": \"error\"}", "e--e"},
    {"{\"MD002\": \"off\"}", "we-e"},
    {"{\"MD002\": 1}", "we-e"},
    {"{\"MD002\": {}}", "we-e"},
    {"{\"MD001\": {\"enabled\": false}}", "---e"},
    {"{\"MD001\": {\"enabled\": \"no\"}}", "w--e"},
    {"{\"MD001\": {\"severity\": \"error\"}}", "e--e"},
    {"{\"unknown\": false}", "w--e"},
    {"{\"MD001\": false, \"whitespace\": true}", "we-e"},
    {"{\"default\": false}", "---e"},
    {"{\"default\": true}", "we-e"},
    {"{\"Default\": \"warning\"}", "ww-e"},
    {"{\"whitespace\": true, \"default\": false}", "we-e"},
    {"{\"third-rule\": true, \"default\": false}", "--ne"},
};

static void forget_mistake(void *context, const struct mistake *mistake)
{
    (void)context;
    (void)mistake;
}

/* Applies the object of a comment, JSON or NULL. */
static void configure(struct arena *arena, struct profile *profile, const char *text)
{
    struct file_configuration given = {.value =
                                           text ? rules_sample_json(arena, text) : NULL,
                                       .on_mistake = forget_mistake};

    profile_configure_file(profile, &rules_sample, &given, arena);
}

static void comments_configure(void **state)
{
    for (size_t i = 0; i < sizeof(comment_cases) / sizeof(*comment_cases); i++) {
        struct profile profile;

        profile_init(&profile, &rules_sample, PRESET_NAME_RECOMMENDED, *state);
        configure(*state, &profile, comment_cases[i].comment);
        assert_string_equal(rules_sample_severities(&profile),
                            comment_cases[i].severities);
    }
}

static void comments_spare_what_the_config_names(void **state)
{
    struct profile profile;

    profile_init(&profile, &rules_sample, PRESET_NAME_RECOMMENDED, *state);
    assert_string_equal(
        rules_sample_apply(*state, &profile, "{\"MD001\": true, \"MD002\": false}"), "");
    configure(*state, &profile, "{\"default\": \"error\"}");
    assert_string_equal(rules_sample_severities(&profile), "w--e");
    configure(*state, &profile, NULL);
    assert_string_equal(rules_sample_severities(&profile), "w--e");
}

static void comments_set_options(void **state)
{
    const struct sample_settings *settings;
    struct profile profile;

    profile_init(&profile, &rules_sample, PRESET_NAME_RECOMMENDED, *state);
    configure(*state, &profile,
              "{\"headings\": {\"maximum\": 0, \"strict\": true, \"nope\": 1, "
              "\"style\": \"what\"}}");
    settings = profile.settings[0];
    assert_int_equal(settings->maximum, 80); /* 0 is out of bounds: the default */
    assert_true(settings->strict);
    assert_int_equal(settings->style, 0);
    configure(*state, &profile, "{\"MD001\": true}");
    settings = profile.settings[0];
    assert_false(settings->strict);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comments_configure),
        cmocka_unit_test(comments_spare_what_the_config_names),
        cmocka_unit_test(comments_set_options),
    };

    return cmocka_run_group_tests_name("configure_file", tests, rules_sample_begin,
                                       rules_sample_end);
}
