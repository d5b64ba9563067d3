/* front_matter_test.c - testdata/front-matter: one situation per file, and its
 * findings */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glob.h>

#include "lint/base/ascii.h"
#include "lint/document/front_matter.h"
#include "lint/files/file.h"
#include "lint/run/fix.h"
#include "lint/tool/expected.h"
#include "lint/tool/rules/trial.h"
#include "rules/rules.h"

enum { MAX_BYTES = 1024 * 1024 };

/* NAME.md with another ending. */
static struct str beside(struct arena *arena, const char *name, const char *ending)
{
    return arena_format(arena, "%.*s%s", (int)(strlen(name) - strlen(".md")), name,
                        ending);
}

static bool read_beside(struct arena *arena, const char *name, const char *ending,
                        struct str *text)
{
    struct buf content = BUF_INIT;
    const char *reason;
    bool done = file_read(beside(arena, name, ending).data, MAX_BYTES, &content, &reason);

    *text = done ? arena_str(arena, buf_str(&content)) : STR("");
    buf_release(&content);
    return done;
}

static bool as_expected(struct arena *arena, const char *name, const char *ending,
                        struct str got)
{
    return expected_is(beside(arena, name, ending).data, got);
}

static void add_range(struct buf *out, const struct position *start,
                      const struct position *end)
{
    buf_printf(out, "%u:%u-%u:%u", start->line, start->column, end->line, end->column);
}

/* Line ends as escapes: an edit is on one line. */
static void add_bytes(struct buf *out, struct str text)
{
    buf_putc(out, '`');
    for (size_t i = 0; i < text.len; i++) {
        if (is_line_end(text.data[i]))
            buf_puts(out, text.data[i] == '\n' ? "\\n" : "\\r");
        else
            buf_putc(out, text.data[i]);
    }
    buf_putc(out, '`');
}

static void add_result(struct buf *out, const struct result *result, struct str text)
{
    add_range(out, &result->start, &result->end);
    buf_printf(out, " %s: %.*s\n", result->rule->name, (int)result->message.len,
               result->message.data);
    for (uint32_t i = 0; i < result->related_count; i++) {
        buf_puts(out, "    see ");
        add_range(out, &result->related[i].start, &result->related[i].end);
        buf_printf(out, " %.*s\n", (int)result->related[i].message.len,
                   result->related[i].message.data);
    }
    for (uint32_t i = 0; i < result->edit_count; i++) {
        const struct edit *edit = &result->edits[i];

        buf_printf(out, "    %s fix: ", result->fix_safe ? "safe" : "unsafe");
        add_bytes(out,
                  (struct str){text.data + edit->span.start, span_length(edit->span)});
        buf_puts(out, " -> ");
        add_bytes(out, edit->text);
        buf_putc(out, '\n');
    }
}

static struct value_tree read_tree(struct str text, struct arena *arena)
{
    struct source *source = arena_alloc(arena, sizeof(*source));
    struct document document = {.source = source};
    struct str copy = arena_str(arena, text);

    source_init(source, arena, "article.md", copy.data, copy.len);
    front_matter_read(&document, arena, READ_AS_PROGRAMS);
    return document.front_matter.tree;
}

/* Text with the edits of one result. */
static struct str mended(const struct result *result, struct str text,
                         struct arena *arena)
{
    struct diagnostic one = {.rule = result->rule_index,
                             .mistake.edit_count = result->edit_count};
    struct buf out = BUF_INIT;
    struct str copy;

    one.mistake.edits =
        arena_array(arena, result->edit_count, sizeof(*one.mistake.edits));
    for (uint32_t i = 0; i < result->edit_count; i++)
        one.mistake.edits[i] = result->edits[i];
    fix_apply(text, &one, 1, true, &out);
    copy = arena_str(arena, buf_str(&out));
    buf_release(&out);
    return copy;
}

static uint32_t changes(const struct value *before, const struct value *after);

/* A key that is removed and one that is added, with the same value, are one change. */
static uint32_t map_changes(const struct value *before, const struct value *after)
{
    uint32_t gone = 0;
    uint32_t kept = 0;
    uint32_t count = 0;

    for (uint32_t i = 0; i < before->count; i++) {
        const struct entry *entry = value_entry(after, before->entries[i].key);

        if (entry)
            count += changes(before->entries[i].value, entry->value);
        gone += !entry;
        kept += entry != NULL;
    }
    return count + (gone > after->count - kept ? gone : after->count - kept);
}

/* The number of places where the two differ. */
static uint32_t changes(const struct value *before, const struct value *after)
{
    uint32_t count = 0;

    if (value_equal(before, after))
        return 0;
    if (before->kind == VALUE_MAP && after->kind == VALUE_MAP)
        return map_changes(before, after);
    if (before->kind != VALUE_LIST || after->kind != VALUE_LIST ||
        before->count != after->count)
        return 1;
    for (uint32_t i = 0; i < before->count; i++)
        count += changes(before->entries[i].value, after->entries[i].value);
    return count;
}

/* A fix must leave the text readable, change only the wrong value and, when it is safe,
 * leave fewer findings. Returns NULL, or what is not true of this one. */
static const char *broken_fix(const struct trial *trial, struct str text,
                              const struct file_results *results, uint32_t index,
                              struct arena *arena)
{
    const struct result *result = &results->results[index];
    struct str after = mended(result, text, arena);
    struct value_tree old_tree = read_tree(text, arena);
    struct value_tree new_tree = read_tree(after, arena);
    uint32_t left = trial_results(trial, after, arena).count;

    if (result->fix_safe && old_tree.root && left >= results->count)
        return "a safe fix leaves as much to find";
    if (!old_tree.root)
        return NULL; /* it is not known what it said before */
    if (!new_tree.root || new_tree.problem_count > old_tree.problem_count)
        return "a fix breaks what could be read";
    /* The fix of a value that aliases repeat changes each place. */
    if (changes(old_tree.root, new_tree.root) > 1 + result->related_count)
        return "a fix changes other values";
    return NULL;
}

static const char *broken_promise(const struct trial *trial, struct str text,
                                  const struct file_results *results, struct arena *arena)
{
    const char *broken = trial_broken_promise(trial, text, arena);

    for (uint32_t i = 0; !broken && i < results->count; i++)
        if (results->results[i].edit_count)
            broken = broken_fix(trial, text, results, i, arena);
    return broken;
}

static bool check_case(const char *name, struct arena *arena)
{
    struct trial trial = {0};
    struct buf out = BUF_INIT;
    struct file_results results;
    struct str text;
    const char *broken = NULL;
    bool ok;

    if (!read_beside(arena, name, ".schema.yaml", &trial.schema) ||
        !read_beside(arena, name, ".md", &text)) {
        print_error("%s: an article or a schema is missing\n", name);
        return false;
    }
    results = trial_results(&trial, text, arena);
    if (!results.count)
        broken = "nothing is found: it shows nothing";
    for (uint32_t i = 0; i < results.count; i++)
        add_result(&out, &results.results[i], text);
    ok = as_expected(arena, name, ".out", buf_str(&out));
    if (!broken)
        broken = broken_promise(&trial, text, &results, arena);
    if (broken)
        print_error("%s: %s\n", name, broken);
    buf_release(&out);
    return ok && !broken;
}

static void cases_hold(void **state)
{
    uint32_t wrong = 0;
    struct arena arena;
    glob_t found;

    (void)state;
    assert_int_equal(glob("testdata/front-matter/*.md", 0, NULL, &found), 0);
    arena_init(&arena);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        arena_reset(&arena);
        wrong += !check_case(found.gl_pathv[i], &arena);
    }
    arena_release(&arena);
    globfree(&found);
    assert_int_equal(wrong, 0);
}

static uint32_t changes_of(const char *before, const char *after)
{
    struct arena arena;
    struct value_tree trees[2];
    uint32_t count;

    arena_init(&arena);
    trees[0] = read_tree(str_from(before), &arena);
    trees[1] = read_tree(str_from(after), &arena);
    count = changes(trees[0].root, trees[1].root);
    arena_release(&arena);
    return count;
}

/* The count of changes, by which fixes are judged, is right. */
static void changes_are_counted(void **state)
{
    (void)state;
    assert_int_equal(changes_of("---\na: 1\nb: 2\n---\n", "---\nb: 2\na: 1\n---\n"), 0);
    assert_int_equal(changes_of("---\na: 1\n---\n", "---\nb: 1\n---\n"), 1);
    assert_int_equal(changes_of("---\na: 1\n---\n", "---\na: 1\nb: 1\n---\n"), 1);
    assert_int_equal(changes_of("---\na: [1, 2]\n---\n", "---\na: [2, 1]\n---\n"), 2);
    assert_int_equal(changes_of("---\na: 1\nb: 2\n---\n", "---\nc: 3\n---\n"), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cases_hold),
        cmocka_unit_test(changes_are_counted),
    };

    return cmocka_run_group_tests_name("front-matter", tests, NULL, NULL);
}
