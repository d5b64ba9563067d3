/* results_fixture.c - results of a text, made, packed and read again */

#include "lint/tool/results/results_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "lint/base/memory.h"

const struct rule rule_alpha = {
    .code = "MD001", .name = "alpha", .severity = SEVERITY_ERROR};
const struct rule rule_beta = {
    .code = "MD002", .name = "beta", .severity = SEVERITY_NOTE};
static const struct rule *const rules[] = {&rule_alpha, &rule_beta};
const struct rule_table table_of_two = {rules, 2};

int results_fixture_begin(void **state)
{
    struct results_fixture *fixture = memory_zeroed(1, sizeof(*fixture));

    arena_init(&fixture->arena);
    *state = fixture;
    return 0;
}

int results_fixture_end(void **state)
{
    struct results_fixture *fixture = *state;

    buf_release(&fixture->block);
    arena_release(&fixture->arena);
    free(fixture);
    return 0;
}

/* Results that are packed while they are made are the same bytes. */
static void check_packed_at_once(struct results_fixture *fixture,
                                 struct diagnostics found)
{
    struct buf block = BUF_INIT;

    results_make_packed(&fixture->codec, found, &fixture->source, &fixture->arena,
                        &block);
    assert_int_equal(block.len, fixture->block.len);
    assert_memory_equal(block.data, fixture->block.data, block.len);
    buf_release(&block);
}

void results_fixture_pack_found(struct results_fixture *fixture, struct diagnostics found,
                                unsigned want)
{
    found.front_matter_end = 1;
    found.ignored_comments = 7;
    codec_init(&fixture->codec, &table_of_two, want);
    fixture->results =
        results_make(found, &fixture->source, &table_of_two, want, &fixture->arena);
    fixture->block.len = 0;
    results_pack(&fixture->codec, &fixture->results, &fixture->block);
    check_packed_at_once(fixture, found);
}

void results_fixture_pack(struct results_fixture *fixture, struct diagnostic *diagnostics,
                          uint32_t count, unsigned want)
{
    results_fixture_pack_found(
        fixture, (struct diagnostics){.items = diagnostics, .count = count}, want);
}

void results_fixture_text(struct results_fixture *fixture, struct str text)
{
    source_init(&fixture->source, &fixture->arena, "a.md",
                arena_str(&fixture->arena, text).data, text.len);
}

void results_fixture_pack_plain(struct results_fixture *fixture, unsigned want)
{
    struct diagnostic one = {
        .rule = 1,
        .mistake = {.severity = SEVERITY_NOTE, .span = {0, 1}, .message = STR("m")}};
    struct suppressor by = {{1, 2}, STR("r")};
    struct diagnostics found = {.items = &one,
                                .count = 1,
                                .suppressed = &one,
                                .suppressors = &by,
                                .suppressed_count = 1};

    results_fixture_text(fixture, STR("abc"));
    results_fixture_pack_found(fixture, found, want);
}

void results_fixture_pack_rich(struct results_fixture *fixture, unsigned want)
{
    static struct edit edits[] = {{{0, 1}, {"A", 1}}, {{6, 8}, {"", 0}}};
    struct related second = {{8, 9}, STR("the second"), NULL};
    struct related first = {{0, 0}, STR("the first"), &second};
    struct diagnostic suppressed = {
        .rule = 1,
        .mistake = {.severity = SEVERITY_NOTE, .span = {1, 3}, .message = STR("stands")}};
    struct diagnostic all[] = {
        {.rule = 0,
         .mistake = {.severity = SEVERITY_ERROR, .span = {0, 1}, .message = STR("one")}},
        {.rule = 1,
         .mistake = {.severity = SEVERITY_NOTE, .span = {1, 3}, .message = STR("two")}},
        {.rule = 1,
         .mistake = {.severity = SEVERITY_WARNING, .span = {7, 13}, .message = STR("")}},
    };
    struct suppressor by = {{8, 12}, STR("because")};
    struct diagnostics found = {.items = all,
                                .count = 3,
                                .suppressed = &suppressed,
                                .suppressors = &by,
                                .suppressed_count = 1};

    all[1].mistake.edits = edits;
    all[1].mistake.edit_count = 2;
    all[1].mistake.fix_safe = true;
    all[2].mistake.related = &first;
    suppressed.mistake.related = &first;
    /* e acute; a smiley is two units of UTF-16 */
    results_fixture_text(fixture, STR("a\xC3\xA9x\n\n\n\xF0\x9F\x98\x80 b\n"));
    results_fixture_pack_found(fixture, found, want);
    fixture->results.dropped = 5;
    fixture->results.unreadable = true;
    fixture->block.len = 0;
    results_pack(&fixture->codec, &fixture->results, &fixture->block);
}

bool results_fixture_unpack(struct results_fixture *fixture)
{
    return results_unpack(&fixture->codec, buf_str(&fixture->block), &fixture->arena,
                          &fixture->read);
}
