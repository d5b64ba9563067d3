/* schema_rules.c - the rules of `stet schema check` */

#include "lint/run/schema_rules.h"

#include "lint/run/fix.h"

static const struct rule syntax = {
    .code = "SC001",
    .name = "schema-syntax",
    .tags = "schema",
    .summary = "a schema cannot be read",
    .severity = SEVERITY_ERROR,
    .presets = PRESET_RECOMMENDED,
};

static const struct rule invalid = {
    .code = "SC002",
    .name = "invalid-schema",
    .tags = "schema",
    .summary = "a schema is not what its dialect allows",
    .severity = SEVERITY_ERROR,
    .fix = FIX_UNSAFE,
    .presets = PRESET_RECOMMENDED,
};

static const struct rule keyword = {
    .code = "SC003",
    .name = "unknown-keyword",
    .tags = "schema",
    .summary = "a keyword means nothing",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .presets = PRESET_RECOMMENDED,
};

static const struct rule format = {
    .code = "SC004",
    .name = "unknown-format",
    .tags = "schema",
    .summary = "a format checks nothing",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .presets = PRESET_RECOMMENDED,
};

static const struct rule contradiction = {
    .code = "SC005",
    .name = "schema-contradiction",
    .tags = "schema",
    .summary = "a schema contradicts itself",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .presets = PRESET_RECOMMENDED,
};

static const struct rule unfinished = {
    .code = "SC006",
    .name = "unfinished-check",
    .tags = "schema",
    .summary = "a schema could not be checked to the end",
    .severity = SEVERITY_ERROR,
    .presets = PRESET_RECOMMENDED,
    .role = ROLE_CRASHED,
};

/* By the kind of flaw that a rule reports. */
static const struct rule *const rules[] = {
    [FLAW_SYNTAX] = &syntax,
    [FLAW_INVALID] = &invalid,
    [FLAW_KEYWORD] = &keyword,
    [FLAW_FORMAT] = &format,
    [FLAW_CONTRADICTION] = &contradiction,
    [FLAW_CONTRADICTION + 1] = &unfinished,
};

const struct rule_table schema_rules = {rules, sizeof(rules) / sizeof(rules[0])};

struct diagnostics run_schema(const struct source *source, const char *path,
                              const struct schema_options *options, struct arena *arena)
{
    const struct flaw *flaws = schema_flaws(arena, path, source, options);
    struct diagnostics found = {.count = 0};
    uint32_t count = 0;

    for (const struct flaw *flaw = flaws; flaw; flaw = flaw->next)
        count++;
    found.items = arena_array(arena, count, sizeof(*found.items));
    for (const struct flaw *flaw = flaws; flaw; flaw = flaw->next) {
        struct diagnostic *diagnostic = &found.items[found.count++];

        *diagnostic =
            (struct diagnostic){flaw->kind, mistake_copy(&flaw->mistake, arena)};
        fix_keep_promise(&diagnostic->mistake, rules[flaw->kind]);
    }
    return found;
}
