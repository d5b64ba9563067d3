/* fixtures_test.c - testdata/rules: the findings of each rule in its fixtures */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>

#include "lint/base/memory.h"
#include "lint/files/file.h"
#include "lint/tool/expected.h"
#include "lint/tool/rules/trial.h"
#include "rules/rules.h"

enum { MAX_BYTES = 16 * 1024 * 1024 };

/* NAME.md with another ending. */
static struct str beside(struct arena *arena, const char *name, const char *ending)
{
    return arena_format(arena, "%.*s%s", (int)(strlen(name) - strlen(".md")), name,
                        ending);
}

/* Reads NAME with another ending; empty and false when there is no such file. */
static bool read_beside(const char *name, const char *ending, struct buf *out)
{
    struct arena arena;
    const char *reason;
    bool done;

    arena_init(&arena);
    done = file_read(beside(&arena, name, ending).data, MAX_BYTES, out, &reason);
    arena_release(&arena);
    if (!done)
        out->len = 0;
    return done;
}

static bool as_expected(const char *name, const char *ending, struct str got)
{
    struct arena arena;
    bool same;

    arena_init(&arena);
    same = expected_is(beside(&arena, name, ending).data, got);
    arena_release(&arena);
    return same;
}

static bool check_fixed(const char *name, const struct trial *trial, struct str text)
{
    struct buf wanted = BUF_INIT;
    struct buf got = BUF_INIT;
    bool ok = true;

    if (read_beside(name, ".fixed.md", &wanted)) {
        trial_fix(trial, text, &got);
        ok = as_expected(name, ".fixed.md", buf_str(&got));
    }
    buf_release(&wanted);
    buf_release(&got);
    return ok;
}

static bool check_case(const char *name, const struct rule *rule)
{
    struct trial trial = {.rule = rule};
    struct buf text = BUF_INIT;
    struct buf config = BUF_INIT;
    struct buf got = BUF_INIT;
    struct arena arena;
    const char *broken;
    const char *reason;
    bool ok;

    assert_true(file_read(name, MAX_BYTES, &text, &reason));
    if (read_beside(name, ".yaml", &config))
        trial.config = buf_str(&config);
    trial_report(&trial, buf_str(&text), &got);
    ok = as_expected(name, ".out", buf_str(&got));
    ok &= check_fixed(name, &trial, buf_str(&text));
    arena_init(&arena);
    broken = trial_broken_promise(&trial, buf_str(&text), &arena);
    if (broken)
        print_error("%s: %s\n", name, broken);
    arena_release(&arena);
    buf_release(&text);
    buf_release(&config);
    buf_release(&got);
    return ok && !broken;
}

static void fixtures_hold(void **state)
{
    const struct rule *rule = *state;
    char pattern[256];
    uint32_t wrong = 0;
    glob_t found;

    snprintf(pattern, sizeof(pattern), "testdata/rules/%s/*.md", rule->name);
    if (glob(pattern, 0, NULL, &found) != 0)
        return; /* for some rules the examples of the page are enough */
    for (size_t i = 0; i < found.gl_pathc; i++)
        if (!str_ends(str_from(found.gl_pathv[i]), STR(".fixed.md")))
            wrong += !check_case(found.gl_pathv[i], rule);
    globfree(&found);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    struct CMUnitTest *tests = memory_zeroed(rules_all.count + 1, sizeof(*tests));
    const char *only = getenv("T");
    size_t count = 0;
    int failed;

    for (uint32_t i = 0; i < rules_all.count; i++) {
        const struct rule *rule = rules_all.rules[i];

        if (only && !str_is(str_from(only), rule->name) &&
            !str_is(str_from(only), rule->code))
            continue;
        tests[count++] =
            (struct CMUnitTest){rule->name, fixtures_hold, NULL, NULL, (void *)rule};
    }
    failed = _cmocka_run_group_tests("fixtures", tests, count, NULL, NULL);
    free(tests);
    return failed;
}
