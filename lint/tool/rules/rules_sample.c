/* rules_sample.c - rules with options of all types, and profiles of them */

#include "lint/tool/rules/rules_sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "lint/base/buf.h"

static const char *const styles[] = {"consistent", "dash", "plus", NULL};

static const struct option options[] = {
    {"maximum", OPTION_INTEGER, "80", "longest line",
     offsetof(struct sample_settings, maximum), 1, 1000, NULL, NULL, false},
    {"strict", OPTION_BOOL, "false", "no exceptions",
     offsetof(struct sample_settings, strict), 0, 0, NULL, NULL, false},
    {"punctuation", OPTION_STRING, "\".,;\"", "characters",
     offsetof(struct sample_settings, punctuation), 0, 0, NULL, NULL, false},
    {"style", OPTION_CHOICE, "\"consistent\"", "marker",
     offsetof(struct sample_settings, style), 0, 0, styles, NULL, false},
    {"pattern", OPTION_PATTERN, "\"\"", "what to pass over",
     offsetof(struct sample_settings, pattern), 0, 0, NULL, NULL, false},
    {"words", OPTION_STRINGS, "[\"x\"]", "words", offsetof(struct sample_settings, words),
     0, 0, NULL, NULL, false},
    {"lines", OPTION_PER_LEVEL, "1", "blank lines",
     offsetof(struct sample_settings, lines), -1, 0, NULL, NULL, false},
    {.type = OPTION_END},
};

const struct rule sample_first = {
    .code = "MD001",
    .name = "first-rule",
    .aliases = "first-alias MD061",
    .tags = "headings whitespace",
    .summary = "first",
    .severity = SEVERITY_WARNING,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct sample_settings),
};
static const struct rule sample_second = {
    .code = "MD002",
    .name = "second-rule",
    .tags = "whitespace",
    .summary = "second",
    .severity = SEVERITY_ERROR,
    .presets = PRESET_MARKDOWNLINT,
};
const struct rule sample_third = {
    .code = "ST001",
    .name = "third-rule",
    .summary = "third",
    .severity = SEVERITY_NOTE,
};
const struct rule sample_unreadable = {
    .code = "ST900",
    .name = "unreadable",
    .summary = "the file cannot be read",
    .severity = SEVERITY_ERROR,
    .role = ROLE_UNREADABLE,
};
static const struct rule *const rules[] = {&sample_first, &sample_second, &sample_third,
                                           &sample_unreadable};
const struct rule_table rules_sample = {rules, 4};

int rules_sample_begin(void **state)
{
    struct arena *arena = calloc(1, sizeof(*arena));

    arena_init(arena);
    *state = arena;
    return 0;
}

int rules_sample_end(void **state)
{
    arena_release(*state);
    free(*state);
    return 0;
}

const struct value *rules_sample_json(struct arena *arena, const char *text)
{
    struct value_input input = {text, span_make(0, (uint32_t)strlen(text)), 1000};
    struct value_tree tree;

    json_read(arena, input, &tree);
    assert_int_equal(tree.problem_count, 0);
    return tree.root;
}

const char *rules_sample_severities(const struct profile *profile)
{
    static char letters[5];

    for (uint32_t i = 0; i < rules_sample.count; i++)
        letters[i] = "-nwe"[profile->severities[i]];
    return letters;
}

static void collect_error(void *context, const struct mistake *mistake)
{
    struct buf *out = context;

    buf_printf(out, "%s%u-%u: %.*s", out->len > 0 ? "; " : "", mistake->span.start,
               mistake->span.end, (int)mistake->message.len, mistake->message.data);
}

const char *rules_sample_apply(struct arena *arena, struct profile *profile,
                               const char *text)
{
    const struct value *map = rules_sample_json(arena, text);
    struct buf errors = BUF_INIT;
    bool good = true;

    for (uint32_t i = 0; i < map->count; i++)
        good &= profile_apply(profile, &rules_sample, &map->entries[i], arena,
                              collect_error, &errors);
    struct str copy = arena_str(arena, buf_str(&errors));

    assert_int_equal(good, copy.len == 0);
    buf_release(&errors);
    return copy.data;
}
