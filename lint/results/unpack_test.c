/* unpack_test.c - blocks that no sound worker sends are refused */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lint/results/wire.h"
#include "lint/tool/results/results_fixture.h"

/* Offsets of these in a block. */
enum {
    AT_VERSION = 4,
    AT_HASH = 8,
    AT_LENGTH = 16,
    AT_WANT = 20,
    AT_PATH = 24,
    AT_SIZE = 32, /* when the path has four bytes, and so on */
    AT_LINES = 36,
    AT_FRONT_MATTER = 40,
    AT_UNREADABLE = 44,
    AT_COUNT = 56,
    AT_RESULT = 60,
    AT_SEVERITY = AT_RESULT + RESULT_SEVERITY,
    AT_START = AT_RESULT + RESULT_START,
    AT_END = AT_RESULT + RESULT_END,
    AT_FIX_SAFE = AT_RESULT + RESULT_FIX_SAFE,
    AT_MESSAGE = AT_RESULT + RESULT_MESSAGE,
    AT_EDITS = AT_RESULT + RESULT_EDITS,
    AT_RELATED = AT_RESULT + RESULT_RELATED,
    AT_EDIT = AT_RESULT + RESULT_BYTES + 1, /* when the message has one byte */
    AT_EXCERPT = AT_EDIT,                   /* when there are no edits, and so on */
    AT_TURN = AT_EXCERPT + 8 + 3 + 8,
    AT_CONTEXT = AT_EXCERPT, /* when there is no excerpt, and so on */
    AT_SUPPRESSED = AT_EXCERPT,
    AT_COMMENT = AT_SUPPRESSED + 4 + (AT_EXCERPT - AT_RESULT),
};

static const struct rule gamma_rule = {
    .code = "MD002", .name = "gamma", .severity = SEVERITY_NOTE};
static const struct rule *const others[] = {&rule_alpha, &gamma_rule};
static const struct rule_table other_table = {others, 2};
static const struct rule_table small_table = {others, 1};

static void other_rules_or_wants_are_refused(void **state)
{
    struct results_fixture *fixture = *state;

    results_fixture_pack_plain(fixture, 0);
    codec_init(&fixture->codec, &other_table, 0);
    assert_false(results_fixture_unpack(fixture));
    codec_init(&fixture->codec, &small_table, 0);
    assert_false(results_fixture_unpack(fixture));
    codec_init(&fixture->codec, &table_of_two, WANT_EXCERPT);
    assert_false(results_fixture_unpack(fixture));
    codec_init(&fixture->codec, &table_of_two, 0);
    assert_true(results_fixture_unpack(fixture));
}

static void other_lengths_are_refused(void **state)
{
    struct results_fixture *fixture = *state;
    struct str block;

    results_fixture_pack_rich(fixture, RESULTS_FIXTURE_WANT_ALL);
    block = buf_str(&fixture->block);
    for (size_t len = 0; len < block.len; len++)
        assert_false(results_unpack(&fixture->codec, (struct str){block.data, len},
                                    &fixture->arena, &fixture->read));
    buf_putc(&fixture->block, '\0');
    assert_false(results_fixture_unpack(fixture));
}

/* As above, but with the right length at the start. */
static void what_is_cut_short_is_refused(void **state)
{
    struct results_fixture *fixture = *state;
    uint32_t whole;

    results_fixture_pack_rich(fixture, RESULTS_FIXTURE_WANT_ALL);
    whole = (uint32_t)fixture->block.len;
    for (uint32_t len = AT_WANT; len < whole; len++) {
        fixture->block.len = len;
        wire_set_u32(&fixture->block, AT_LENGTH, len);
        assert_false(results_fixture_unpack(fixture));
    }
    fixture->block.len = whole;
    buf_putc(&fixture->block, '\0');
    wire_set_u32(&fixture->block, AT_LENGTH, whole + 1);
    assert_false(results_fixture_unpack(fixture));
}

/* A number that a sound worker does not write. */
struct lie {
    size_t at;
    uint32_t number;
};

static void numbers_out_of_range_are_refused(void **state)
{
    static const struct lie lies[] = {
        {0, 0},
        {AT_VERSION, WIRE_VERSION + 1},
        {AT_VERSION, 0},
        {AT_HASH, 0},
        {AT_HASH + 4, 0},
        {AT_LENGTH, 0},
        {AT_WANT, WANT_EXCERPT},
        {AT_PATH, UINT32_MAX},
        {AT_SIZE, SOURCE_MAX_BYTES + 1},
        {AT_SIZE, 0},
        {AT_LINES, 0},
        {AT_LINES, 5},
        {AT_FRONT_MATTER, 2},
        {AT_UNREADABLE, 2},
        {AT_COUNT, 0},
        {AT_COUNT, 2},
        {AT_COUNT, UINT32_MAX},
        {AT_RESULT, 2},
        {AT_RESULT, UINT32_MAX},
        {AT_SEVERITY, SEVERITY_OFF},
        {AT_SEVERITY, SEVERITY_ERROR + 1},
        {AT_START, 2},
        {AT_START, UINT32_MAX},
        {AT_START + 4, 0},
        {AT_START + 4, 2},
        {AT_START + 8, 0},
        {AT_START + 8, 2},
        {AT_START + 12, 0},
        {AT_START + 12, 2},
        {AT_START + 12, UINT32_MAX},
        {AT_END, 4},
        {AT_END, 0},
        {AT_END + 4, 0},
        {AT_END + 4, 2},
        {AT_END + 8, 0},
        {AT_END + 8, 3},
        {AT_END + 12, 1},
        {AT_START + 16, 0},
        {AT_START + 16, 2},
        {AT_START + 16, UINT32_MAX},
        {AT_END + 16, 0},
        {AT_END + 16, 9},
        {AT_MESSAGE, UINT32_MAX},
        {AT_FIX_SAFE, 2},
        {AT_EDITS, 1},
        {AT_EDITS, UINT32_MAX},
        {AT_RELATED, 1},
        {AT_RELATED, UINT32_MAX},
        {AT_EXCERPT, 1},
        {AT_EXCERPT, UINT32_MAX},
        {AT_EXCERPT + 4, WIRE_SAME_LINES},
        {AT_EXCERPT + 4, UINT32_MAX},
        {AT_TURN, 0},
        {AT_TURN, 2},
    };
    struct results_fixture *fixture = *state;

    for (size_t i = 0; i < sizeof(lies) / sizeof(lies[0]); i++) {
        results_fixture_pack_plain(fixture, WANT_EXCERPT | WANT_FINGERPRINT);
        assert_true(results_fixture_unpack(fixture));
        if (lies[i].at == AT_WANT)
            results_fixture_pack_plain(fixture, 0);
        wire_set_u32(&fixture->block, lies[i].at, lies[i].number);
        if (results_fixture_unpack(fixture))
            fail_msg("taken: %u at %zu", lies[i].number, lies[i].at);
    }
}

static void refused(struct results_fixture *fixture, size_t at, uint32_t number)
{
    assert_true(results_fixture_unpack(fixture));
    wire_set_u32(&fixture->block, at, number);
    assert_false(results_fixture_unpack(fixture));
}

static void ends_before_starts_are_refused(void **state)
{
    struct results_fixture *fixture = *state;
    struct diagnostic one = {.mistake = {.severity = SEVERITY_NOTE, .message = STR("m")}};

    results_fixture_text(fixture, STR("abc"));
    one.mistake.span = (struct span){2, 3};
    results_fixture_pack(fixture, &one, 1, 0);
    refused(fixture, AT_END + 8, 2);
    results_fixture_text(fixture, STR("\xF0\x9F\x98\x80"));
    one.mistake.span = (struct span){4, 4};
    results_fixture_pack(fixture, &one, 1, 0);
    refused(fixture, AT_END + 12, 2);
    results_fixture_pack(fixture, NULL, 0, 0);
    refused(fixture, AT_LINES, 0);
}

static void edits_out_of_range_are_refused(void **state)
{
    static const struct {
        unsigned want;
        struct lie lie;
    } lies[] = {
        {0, {AT_EDIT + EDIT_START, 3}},
        {0, {AT_EDIT + EDIT_END, 4}},
        {0, {AT_EDIT + EDIT_END, UINT32_MAX}},
        {WANT_EDIT_PLACES, {AT_EDIT + EDIT_START, 0}},
        {WANT_EDIT_PLACES, {AT_EDIT + EDIT_END, 3}},
    };
    struct results_fixture *fixture = *state;
    struct edit edit = {{1, 2}, STR("A")};
    struct diagnostic one = {.mistake = {.severity = SEVERITY_NOTE, .message = STR("m")}};

    one.mistake.edits = &edit;
    one.mistake.edit_count = 1;
    results_fixture_text(fixture, STR("abc"));
    for (size_t i = 0; i < sizeof(lies) / sizeof(lies[0]); i++) {
        results_fixture_pack(fixture, &one, 1, lies[i].want);
        refused(fixture, lies[i].lie.at, lies[i].lie.number);
    }
}

static void edits_that_overlap_are_refused(void **state)
{
    struct results_fixture *fixture = *state;
    struct edit edits[] = {{{0, 2}, STR("A")}, {{2, 3}, STR("B")}};
    struct diagnostic one = {.mistake = {.severity = SEVERITY_NOTE, .message = STR("m")}};

    one.mistake.edits = edits;
    one.mistake.edit_count = 2;
    results_fixture_text(fixture, STR("abc"));
    results_fixture_pack(fixture, &one, 1, 0);
    refused(fixture, AT_EDIT + EDIT_BYTES + 1, 1);
}

static void suppressions_out_of_range_are_refused(void **state)
{
    static const struct lie lies[] = {
        {AT_SUPPRESSED, 0},     {AT_SUPPRESSED, 2},   {AT_SUPPRESSED, UINT32_MAX},
        {AT_SUPPRESSED + 4, 2}, {AT_COMMENT, 4},      {AT_COMMENT + 4, 2},
        {AT_COMMENT + 20, 0},   {AT_COMMENT + 40, 0}, {AT_COMMENT + 40, UINT32_MAX},
    };
    struct results_fixture *fixture = *state;

    for (size_t i = 0; i < sizeof(lies) / sizeof(lies[0]); i++) {
        results_fixture_pack_plain(fixture, WANT_SUPPRESSED);
        assert_int_equal(fixture->results.suppressed_count, 1);
        refused(fixture, lies[i].at, lies[i].number);
    }
}

static void contexts_out_of_range_are_refused(void **state)
{
    static const struct lie lies[] = {
        {AT_CONTEXT, 0},          {AT_CONTEXT, 2},     {AT_CONTEXT + 4, 0},
        {AT_CONTEXT + 4, 2},      {AT_CONTEXT + 8, 4}, {AT_CONTEXT + 8, WIRE_SAME_LINES},
        {AT_CONTEXT + 8, 1 << 20}};
    struct results_fixture *fixture = *state;

    for (size_t i = 0; i < sizeof(lies) / sizeof(lies[0]); i++) {
        results_fixture_pack_plain(fixture, WANT_CONTEXT);
        refused(fixture, lies[i].at, lies[i].number);
    }
}

static void excerpts_out_of_range_are_refused(void **state)
{
    enum { LONG = 7000, TOO_LONG = EXCERPT_MAX_LINES * (EXCERPT_MAX_BYTES + 2) + 1 };
    struct results_fixture *fixture = *state;
    struct buf *block = &fixture->block;
    struct diagnostic one = {.mistake = {.severity = SEVERITY_NOTE, .message = STR("m")}};
    char *text = arena_alloc(&fixture->arena, LONG);

    /* There is no result before the first one. */
    results_fixture_pack_plain(fixture, WANT_EXCERPT);
    wire_set_u32(block, AT_EXCERPT + 4, WIRE_SAME_LINES);
    block->len -= strlen("abc");
    wire_set_u32(block, AT_LENGTH, (uint32_t)block->len);
    assert_false(results_fixture_unpack(fixture));

    memset(text, 'a', LONG);
    results_fixture_text(fixture, (struct str){text, LONG});
    results_fixture_pack(fixture, &one, 1, WANT_EXCERPT);
    assert_true(results_fixture_unpack(fixture));
    buf_repeat(block, 'a', TOO_LONG - EXCERPT_MAX_BYTES);
    wire_set_u32(block, AT_EXCERPT + 4, TOO_LONG);
    wire_set_u32(block, AT_LENGTH, (uint32_t)block->len);
    assert_false(results_fixture_unpack(fixture));
    block->len--;
    wire_set_u32(block, AT_EXCERPT + 4, TOO_LONG - 1);
    wire_set_u32(block, AT_LENGTH, (uint32_t)block->len);
    assert_true(results_fixture_unpack(fixture));
}

/* As many edits as fit into the zeros of the block, again and again. */
static void no_more_edits_than_the_limit_are_taken(void **state)
{
    enum { EDITS = RESULTS_MAX_EDITS + 1 };
    struct results_fixture *fixture = *state;
    struct buf *block = &fixture->block;

    results_fixture_pack_plain(fixture, 0);
    block->len = AT_EDIT;
    wire_set_u32(block, AT_EDITS, EDITS);
    buf_repeat(block, '\0', (size_t)EDITS * EDIT_BYTES);
    wire_set_u32(block, AT_LENGTH, (uint32_t)block->len);
    assert_false(results_fixture_unpack(fixture));
    wire_set_u32(block, AT_EDITS, EDITS - 1);
    block->len -= EDIT_BYTES;
    wire_set_u32(block, AT_LENGTH, (uint32_t)block->len);
    assert_true(results_fixture_unpack(fixture));
}

#define TEST(name)                                                                       \
    cmocka_unit_test_setup_teardown(name, results_fixture_begin, results_fixture_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(other_rules_or_wants_are_refused),
        TEST(other_lengths_are_refused),
        TEST(what_is_cut_short_is_refused),
        TEST(numbers_out_of_range_are_refused),
        TEST(ends_before_starts_are_refused),
        TEST(edits_out_of_range_are_refused),
        TEST(edits_that_overlap_are_refused),
        TEST(suppressions_out_of_range_are_refused),
        TEST(contexts_out_of_range_are_refused),
        TEST(excerpts_out_of_range_are_refused),
        TEST(no_more_edits_than_the_limit_are_taken),
    };

    return cmocka_run_group_tests_name("unpack", tests, NULL, NULL);
}
