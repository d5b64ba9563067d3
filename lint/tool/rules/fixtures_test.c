/* fixtures_test.c - testdata/rules: what each rule finds in texts made for it */

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
#include "lint/tool/rules/trial.h"
#include "rules/rules.h"

enum { MAX_BYTES = 16 * 1024 * 1024 };

/* Reads NAME with another ending; empty and false when there is no such file. */
static bool read_beside(const char *name, const char *ending, struct buf *out)
{
    struct buf path = BUF_INIT;
    const char *reason;
    bool done;

    buf_add(&path, name, strlen(name) - strlen(".md"));
    buf_puts(&path, ending);
    buf_putc(&path, '\0');
    done = file_read(path.data, MAX_BYTES, out, &reason);
    buf_release(&path);
    if (!done)
        out->len = 0;
    return done;
}

static void write_beside(const char *name, const char *ending, struct str text)
{
    struct buf path = BUF_INIT;
    FILE *file;

    buf_add(&path, name, strlen(name) - strlen(".md"));
    buf_puts(&path, ending);
    buf_putc(&path, '\0');
    file = fopen(path.data, "w");
    assert_non_null(file);
    fwrite(text.data, 1, text.len, file);
    fclose(file);
    buf_release(&path);
}

/* Compares with the expected file; under `make accept` writes it instead. */
static bool as_expected(const char *name, const char *ending, struct str got)
{
    struct buf wanted = BUF_INIT;
    bool there = read_beside(name, ending, &wanted);
    bool same = there && str_equal(buf_str(&wanted), got);

    if (!same && getenv("STET_ACCEPT"))
        write_beside(name, ending, got);
    else if (!same)
        print_error("%s: %s; `make accept` takes it\n"
                    "--- expected\n%.*s--- got\n%.*s---\n",
                    name, there ? "other findings" : "no expected findings",
                    (int)wanted.len, wanted.data ? wanted.data : "", (int)got.len,
                    got.data ? got.data : "");
    buf_release(&wanted);
    return same || getenv("STET_ACCEPT");
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
        return; /* the page's examples are enough for some */
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
