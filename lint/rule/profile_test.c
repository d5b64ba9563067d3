/* profile_test.c - rule tables, options, profiles and comments that configure */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/run/configure_file.h"

#include <stdlib.h>

#include "lint/base/buf.h"
#include "lint/rule/profile.h"

struct settings {
    int maximum;
    bool strict;
    struct str punctuation;
    int style;
    const struct regex *pattern;
    struct str_list words;
    int lines[6];
};

static const char *const styles[] = {"consistent", "dash", "plus", NULL};

static const struct option options[] = {
    {"maximum", OPTION_INTEGER, "80", "longest line", offsetof(struct settings, maximum),
     1, 1000, NULL, NULL, false},
    {"strict", OPTION_BOOL, "false", "no exceptions", offsetof(struct settings, strict),
     0, 0, NULL, NULL, false},
    {"punctuation", OPTION_STRING, "\".,;\"", "characters",
     offsetof(struct settings, punctuation), 0, 0, NULL, NULL, false},
    {"style", OPTION_CHOICE, "\"consistent\"", "marker", offsetof(struct settings, style),
     0, 0, styles, NULL, false},
    {"pattern", OPTION_PATTERN, "\"\"", "what to pass over",
     offsetof(struct settings, pattern), 0, 0, NULL, NULL, false},
    {"words", OPTION_STRINGS, "[\"x\"]", "words", offsetof(struct settings, words), 0, 0,
     NULL, NULL, false},
    {"lines", OPTION_PER_LEVEL, "1", "blank lines", offsetof(struct settings, lines), -1,
     0, NULL, NULL, false},
    {.type = OPTION_END},
};

static const struct rule first = {
    .code = "MD001",
    .name = "first-rule",
    .aliases = "first-alias MD061",
    .tags = "headings whitespace",
    .summary = "first",
    .severity = SEVERITY_WARNING,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
};
static const struct rule second = {
    .code = "MD002",
    .name = "second-rule",
    .tags = "whitespace",
    .summary = "second",
    .severity = SEVERITY_ERROR,
    .presets = PRESET_MARKDOWNLINT,
};
static const struct rule third = {
    .code = "ST001",
    .name = "third-rule",
    .summary = "third",
    .severity = SEVERITY_NOTE,
};
static const struct rule unreadable = {
    .code = "ST900",
    .name = "unreadable",
    .summary = "the file cannot be read",
    .severity = SEVERITY_ERROR,
    .role = ROLE_UNREADABLE,
};
static const struct rule *const rules[] = {&first, &second, &third, &unreadable};
static const struct rule_table table = {rules, 4};

static int set_up(void **state)
{
    struct arena *arena = calloc(1, sizeof(*arena));

    arena_init(arena);
    *state = arena;
    return 0;
}

static int tear_down(void **state)
{
    arena_release(*state);
    free(*state);
    return 0;
}

static const struct value *json(struct arena *arena, const char *text)
{
    struct value_input input = {text, span_make(0, (uint32_t)strlen(text)), 1000};
    struct value_tree tree;

    json_read(arena, input, &tree);
    assert_int_equal(tree.problem_count, 0);
    return tree.root;
}

/* Off, note, warning and error of each rule: "-nwe". */
static const char *severities(const struct profile *profile)
{
    static char letters[5];

    for (uint32_t i = 0; i < table.count; i++)
        letters[i] = "-nwe"[profile->severities[i]];
    return letters;
}

static void collect_error(void *context, const struct mistake *mistake)
{
    struct buf *out = context;

    buf_printf(out, "%s%u-%u: %.*s", out->len > 0 ? "; " : "", mistake->span.start,
               mistake->span.end, (int)mistake->message.len, mistake->message.data);
}

/* Applies all entries of a map; returns what is wrong with them, or an empty string. */
static const char *apply(struct arena *arena, struct profile *profile, const char *text)
{
    const struct value *map = json(arena, text);
    struct buf errors = BUF_INIT;
    bool good = true;

    for (uint32_t i = 0; i < map->count; i++)
        good &= profile_apply(profile, &table, &map->entries[i], arena, collect_error,
                              &errors);
    struct str copy = arena_str(arena, buf_str(&errors));

    assert_int_equal(good, copy.len == 0);
    buf_release(&errors);
    return copy.data;
}

/* -1: not the name of a rule. */
static int find(struct str name)
{
    uint32_t index;

    return rule_table_find(&table, name, &index) ? (int)index : -1;
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
    assert_true(rule_has_tag(&first, STR("whitespace")));
    assert_true(rule_has_tag(&first, STR("Headings")));
    assert_false(rule_has_tag(&first, STR("heading")));
    assert_false(rule_has_tag(&first, STR("headings whitespace")));
    assert_false(rule_has_tag(&first, STR("")));
    assert_false(rule_has_tag(&third, STR("headings")));
    assert_ptr_equal(rule_table_role(&table, ROLE_UNREADABLE), &unreadable);
    assert_null(rule_table_role(&table, ROLE_CRASHED));
}

static void names_are_listed_once(void **state)
{
    struct str_list tags = rule_table_tags(&table, *state);
    struct str_list names = rule_table_names(&table, *state);

    assert_int_equal(tags.count, 2);
    assert_true(str_is(tags.items[0], "headings"));
    assert_true(str_is(tags.items[1], "whitespace"));
    assert_int_equal(names.count, 4 + 4 + 2 + 2);
}

static void good_tables_pass(void **state)
{
    struct str problem;

    assert_true(rule_table_check(&table, *state, &problem));
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
        {{.options = bad_default, .settings_size = sizeof(struct settings)},
         "MD009: default of `maximum`: `maximum` of rule ninth must be at least 1, found "
         "0"},
        {{.options = bad_default, .settings_size = 0},
         "MD009: `maximum` lies outside the settings"},
        {{.options = no_json, .settings_size = sizeof(struct settings)}, NULL},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct rule bad = cases[i].rule;
        const struct rule *const both[] = {&first, &bad};
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

static void presets_turn_rules_on(void **state)
{
    struct profile profile;

    profile_init(&profile, &table, PRESET_NAME_RECOMMENDED, *state);
    assert_string_equal(severities(&profile), "w--e");
    profile_init(&profile, &table, PRESET_NAME_MARKDOWNLINT, *state);
    assert_string_equal(severities(&profile), "we-e");
    profile_init(&profile, &table, PRESET_NAME_ALL, *state);
    assert_string_equal(severities(&profile), "wene");
    assert_null(profile.schema);
    assert_false(profile.front_matter_required);

    const struct settings *settings = profile.settings[0];

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

        profile_init(&profile, &table, PRESET_NAME_RECOMMENDED, *state);
        assert_string_equal(apply(*state, &profile, severity_cases[i].map), "");
        assert_string_equal(severities(&profile), severity_cases[i].severities);
    }
}

static void options_are_applied(void **state)
{
    const struct settings *settings;
    struct profile profile, original;

    profile_init(&original, &table, PRESET_NAME_ALL, *state);
    profile_copy(&profile, &original, &table, *state);
    assert_string_equal(apply(*state, &profile,
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
    assert_string_equal(apply(*state, &profile, "{\"headings\": \"note\"}"), "");
    settings = profile.settings[0];
    assert_int_equal(settings->maximum, 100);
    assert_string_equal(apply(*state, &profile, "{\"MD001\": {\"lines\": 2}}"), "");
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

        profile_init(&profile, &table, PRESET_NAME_ALL, *state);
        assert_string_equal(apply(*state, &profile, error_cases[i].map),
                            error_cases[i].errors);
    }
}

static void bad_patterns_are_told(void **state)
{
    struct profile profile;

    profile_init(&profile, &table, PRESET_NAME_ALL, *state);
    const char *error = apply(*state, &profile, "{\"MD001\": {\"pattern\": \"a(\"}}");

    assert_non_null(strstr(error, "22-26: `pattern` of rule first-rule must be a regular "
                                  "expression: "));
}

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
    struct file_configuration given = {.value = text ? json(arena, text) : NULL,
                                       .on_mistake = forget_mistake};

    profile_configure_file(profile, &table, &given, arena);
}

static void comments_configure(void **state)
{
    for (size_t i = 0; i < sizeof(comment_cases) / sizeof(*comment_cases); i++) {
        struct profile profile;

        profile_init(&profile, &table, PRESET_NAME_RECOMMENDED, *state);
        configure(*state, &profile, comment_cases[i].comment);
        assert_string_equal(severities(&profile), comment_cases[i].severities);
    }
}

static void comments_spare_what_the_config_names(void **state)
{
    struct profile profile;

    profile_init(&profile, &table, PRESET_NAME_RECOMMENDED, *state);
    assert_string_equal(apply(*state, &profile, "{\"MD001\": true, \"MD002\": false}"),
                        "");
    configure(*state, &profile, "{\"default\": \"error\"}");
    assert_string_equal(severities(&profile), "w--e");
    configure(*state, &profile, NULL);
    assert_string_equal(severities(&profile), "w--e");
}

static void comments_set_options(void **state)
{
    const struct settings *settings;
    struct profile profile;

    profile_init(&profile, &table, PRESET_NAME_RECOMMENDED, *state);
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

static void command_line_picks_rules(void **state)
{
    static const struct str only[] = {{"ST001", 5}, {"headings", 8}, {"nope", 4}};
    static const struct str off[] = {{"whitespace", 10}};
    struct profile profile;
    struct str unknown;

    profile_init(&profile, &table, PRESET_NAME_RECOMMENDED, *state);
    assert_string_equal(apply(*state, &profile, "{\"MD001\": \"error\"}"), "");
    assert_false(profile_only(&profile, &table, (struct str_list){only, 3}, &unknown));
    assert_true(str_is(unknown, "nope"));
    assert_string_equal(severities(&profile), "e-ne");

    profile_init(&profile, &table, PRESET_NAME_ALL, *state);
    assert_true(profile_disable(&profile, &table, (struct str_list){off, 1}, &unknown));
    assert_string_equal(severities(&profile), "--ne");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_have_several_names),
        cmocka_unit_test(names_are_listed_once),
        cmocka_unit_test(good_tables_pass),
        cmocka_unit_test(bad_tables_are_told),
        cmocka_unit_test(presets_turn_rules_on),
        cmocka_unit_test(severities_are_applied),
        cmocka_unit_test(options_are_applied),
        cmocka_unit_test(mistakes_are_told),
        cmocka_unit_test(bad_patterns_are_told),
        cmocka_unit_test(comments_configure),
        cmocka_unit_test(comments_spare_what_the_config_names),
        cmocka_unit_test(comments_set_options),
        cmocka_unit_test(command_line_picks_rules),
    };

    return cmocka_run_group_tests_name("profile", tests, set_up, tear_down);
}
