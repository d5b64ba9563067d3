/* codec_test.c - results are packed and unpacked, or refused */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "lint/base/memory.h"
#include "lint/results/codec.h"
#include "lint/results/wire.h"
#include "lint/rule/table.h"

enum {
    WANT_ALL = WANT_EXCERPT | WANT_FINGERPRINT | WANT_EDIT_PLACES | WANT_BASELINE |
               WANT_SUPPRESSED | WANT_CONTEXT | WANT_DIGEST,
    /* Offsets of these in a block. */
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

static const struct rule alpha = {
    .code = "MD001", .name = "alpha", .severity = SEVERITY_ERROR};
static const struct rule beta = {
    .code = "MD002", .name = "beta", .severity = SEVERITY_NOTE};
static const struct rule gamma_rule = {
    .code = "MD002", .name = "gamma", .severity = SEVERITY_NOTE};
static const struct rule *const rules[] = {&alpha, &beta};
static const struct rule *const others[] = {&alpha, &gamma_rule};
static const struct rule_table table = {rules, 2};
static const struct rule_table other_table = {others, 2};
static const struct rule_table small_table = {rules, 1};

struct fixture {
    struct arena arena;
    struct source source;
    struct buf block;
    struct codec codec;
    struct file_results results; /* as made */
    struct file_results read;    /* as unpacked */
};

static int set_up(void **state)
{
    struct fixture *fixture = memory_zeroed(1, sizeof(*fixture));

    arena_init(&fixture->arena);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;

    buf_release(&fixture->block);
    arena_release(&fixture->arena);
    free(fixture);
    return 0;
}

/* Results that are packed while they are made are the same bytes. */
static void check_packed_at_once(struct fixture *fixture, struct diagnostics found)
{
    struct buf block = BUF_INIT;

    results_make_packed(&fixture->codec, found, &fixture->source, &fixture->arena,
                        &block);
    assert_int_equal(block.len, fixture->block.len);
    assert_memory_equal(block.data, fixture->block.data, block.len);
    buf_release(&block);
}

static void pack_found(struct fixture *fixture, struct diagnostics found, unsigned want)
{
    found.front_matter_end = 1;
    found.ignored_comments = 7;
    codec_init(&fixture->codec, &table, want);
    fixture->results =
        results_make(found, &fixture->source, &table, want, &fixture->arena);
    fixture->block.len = 0;
    results_pack(&fixture->codec, &fixture->results, &fixture->block);
    check_packed_at_once(fixture, found);
}

static void pack(struct fixture *fixture, struct diagnostic *diagnostics, uint32_t count,
                 unsigned want)
{
    pack_found(fixture, (struct diagnostics){.items = diagnostics, .count = count}, want);
}

static void use_text(struct fixture *fixture, const char *text)
{
    source_init(&fixture->source, &fixture->arena, "a.md", text, strlen(text));
}

/* One finding on "abc", and the same suppressed. */
static void pack_plain(struct fixture *fixture, unsigned want)
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

    use_text(fixture, "abc");
    pack_found(fixture, found, want);
}

/* Two findings on one line, and one after it: everything that a result can have. */
static void pack_rich(struct fixture *fixture, unsigned want)
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
    use_text(fixture, "a\xC3\xA9x\n\n\n\xF0\x9F\x98\x80 b\n");
    pack_found(fixture, found, want);
    fixture->results.dropped = 5;
    fixture->results.unreadable = true;
    fixture->block.len = 0;
    results_pack(&fixture->codec, &fixture->results, &fixture->block);
}

static bool unpack(struct fixture *fixture)
{
    return results_unpack(&fixture->codec, buf_str(&fixture->block), &fixture->arena,
                          &fixture->read);
}

static void same_str(struct str found, struct str wanted)
{
    if (!str_equal(found, wanted))
        fail_msg("`%.*s`, expected `%.*s`", (int)found.len, found.data, (int)wanted.len,
                 wanted.data);
}

static void same_place(struct position found, struct position wanted)
{
    assert_memory_equal(&found, &wanted, sizeof(found));
}

static void same_edits(const struct result *found, const struct result *wanted)
{
    assert_int_equal(found->edit_count, wanted->edit_count);
    for (uint32_t i = 0; i < wanted->edit_count; i++) {
        assert_int_equal(found->edits[i].span.start, wanted->edits[i].span.start);
        assert_int_equal(found->edits[i].span.end, wanted->edits[i].span.end);
        same_str(found->edits[i].text, wanted->edits[i].text);
    }
    assert_true(!found->edit_places == !wanted->edit_places);
    for (uint32_t i = 0; wanted->edit_places && i < wanted->edit_count; i++) {
        same_place(found->edit_places[i].from, wanted->edit_places[i].from);
        same_place(found->edit_places[i].to, wanted->edit_places[i].to);
    }
}

static void same_related(const struct result *found, const struct result *wanted)
{
    assert_int_equal(found->related_count, wanted->related_count);
    for (uint32_t i = 0; i < wanted->related_count; i++) {
        same_place(found->related[i].start, wanted->related[i].start);
        same_place(found->related[i].end, wanted->related[i].end);
        same_str(found->related[i].message, wanted->related[i].message);
    }
}

static void same_result(const struct result *found, const struct result *wanted)
{
    assert_ptr_equal(found->rule, wanted->rule);
    assert_int_equal(found->rule_index, wanted->rule_index);
    assert_int_equal(found->severity, wanted->severity);
    same_place(found->start, wanted->start);
    same_place(found->end, wanted->end);
    same_str(found->message, wanted->message);
    assert_int_equal(found->fix_safe, wanted->fix_safe);
    same_edits(found, wanted);
    same_related(found, wanted);
    same_str(found->excerpt, wanted->excerpt);
    assert_int_equal(found->excerpt_start, wanted->excerpt_start);
    assert_true(found->line_hash == wanted->line_hash);
    assert_int_equal(found->line_hash_turn, wanted->line_hash_turn);
    assert_true(found->context_hash == wanted->context_hash);
    assert_true(found->known_hash == wanted->known_hash);
    assert_int_equal(found->context.first_line, wanted->context.first_line);
    assert_int_equal(found->context.last_line, wanted->context.last_line);
    same_str(found->context.text, wanted->context.text);
    assert_int_equal(found->suppression != NULL, wanted->suppression != NULL);
    if (!wanted->suppression)
        return;
    same_place(found->suppression->start, wanted->suppression->start);
    same_place(found->suppression->end, wanted->suppression->end);
    same_str(found->suppression->reason, wanted->suppression->reason);
}

static void same_file(const struct file_results *found, const struct file_results *wanted)
{
    same_str(found->path, wanted->path);
    assert_int_equal(found->size, wanted->size);
    assert_int_equal(found->line_count, wanted->line_count);
    assert_int_equal(found->front_matter_lines, wanted->front_matter_lines);
    assert_int_equal(found->unreadable, wanted->unreadable);
    assert_int_equal(found->dropped, wanted->dropped);
    assert_int_equal(found->ignored_comments, wanted->ignored_comments);
    assert_int_equal(found->count, wanted->count);
    for (uint32_t i = 0; i < wanted->count; i++)
        same_result(&found->results[i], &wanted->results[i]);
    assert_int_equal(found->suppressed_count, wanted->suppressed_count);
    for (uint32_t i = 0; i < wanted->suppressed_count; i++)
        same_result(&found->suppressed[i], &wanted->suppressed[i]);
    assert_memory_equal(found->digest, wanted->digest, SHA256_BYTES);
}

static void nothing_is_lost_on_the_way(void **state)
{
    struct fixture *fixture = *state;

    for (unsigned want = 0; want <= WANT_ALL; want++) {
        pack_rich(fixture, want);
        assert_true(unpack(fixture));
        same_file(&fixture->read, &fixture->results);
        pack_plain(fixture, want);
        assert_true(unpack(fixture));
        same_file(&fixture->read, &fixture->results);
        pack(fixture, NULL, 0, want);
        assert_true(unpack(fixture));
        same_file(&fixture->read, &fixture->results);
    }
}

/* Reads one by one what was read at once; each list is gone when the next one is read. */
static void same_in_parts(struct fixture *fixture)
{
    const struct file_results *all = &fixture->read;
    struct results_reader reader;
    struct file_results part;
    struct arena arena;
    uint32_t count = 0;

    arena_init(&arena);
    assert_true(results_open(&reader, &fixture->codec, buf_str(&fixture->block)));
    do {
        assert_true(results_read(&reader, 1, &arena, &part));
        assert_int_equal(part.continues, count > 0);
        assert_int_equal(part.count, all->count > 0);
        same_str(part.path, all->path);
        if (part.count)
            same_result(part.results, &all->results[count++]);
        assert_int_equal(part.suppressed_count, reader.left ? 0 : all->suppressed_count);
        arena_release(&arena);
    } while (reader.left);
    assert_int_equal(count, all->count);
}

static void parts_are_the_whole(void **state)
{
    struct fixture *fixture = *state;

    for (unsigned want = 0; want <= WANT_ALL; want++) {
        pack_rich(fixture, want);
        assert_true(unpack(fixture));
        same_in_parts(fixture);
        pack(fixture, NULL, 0, want);
        assert_true(unpack(fixture));
        same_in_parts(fixture);
    }
}

static void a_block_is_added_to_what_is_there(void **state)
{
    struct fixture *fixture = *state;
    struct str second;
    size_t first;

    pack_plain(fixture, 0);
    first = fixture->block.len;
    results_pack(&fixture->codec, &fixture->results, &fixture->block);
    second = (struct str){fixture->block.data + first, fixture->block.len - first};
    assert_true(results_unpack(&fixture->codec, second, &fixture->arena, &fixture->read));
    same_file(&fixture->read, &fixture->results);
    fixture->block.len = first;
    assert_true(unpack(fixture));
}

/* The format itself: a change of it changes WIRE_VERSION. */
static void a_block_is_the_same_on_every_machine(void **state)
{
    static const char wanted[] =
        "STET\7\0\0\0"
        "\x0A\x36\x80\x1F\xB5\xFC\x0E\x8B"
        "\x7D\0\0\0\0\0\0\0"
        "\4\0\0\0a.md"
        "\3\0\0\0\1\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\7\0\0\0\1\0\0\0"
        "\1\0\0\0\1\0\0\0"
        "\0\0\0\0\1\0\0\0\1\0\0\0\1\0\0\0\1\0\0\0"
        "\1\0\0\0\1\0\0\0\2\0\0\0\2\0\0\0\2\0\0\0"
        "\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0m";
    struct fixture *fixture = *state;

    pack_plain(fixture, 0);
    assert_int_equal(fixture->block.len, sizeof(wanted) - 1);
    assert_memory_equal(fixture->block.data, wanted, sizeof(wanted) - 1);
}

static void numbers_begin_with_their_least_byte(void **state)
{
    struct fixture *fixture = *state;
    struct wire wire;

    wire_add_u32(&fixture->block, 0x81828384);
    wire_add_u64(&fixture->block, UINT64_C(0xF1F2F3F4F5F6F7F8));
    assert_int_equal(fixture->block.len, 12);
    assert_memory_equal(fixture->block.data,
                        "\x84\x83\x82\x81\xF8\xF7\xF6\xF5\xF4\xF3\xF2\xF1", 12);
    wire = (struct wire){buf_str(&fixture->block), false};
    assert_true(wire_u32(&wire) == 0x81828384);
    assert_true(wire_u64(&wire) == UINT64_C(0xF1F2F3F4F5F6F7F8));
    assert_false(wire.broken);
}

static void other_rules_or_wants_are_refused(void **state)
{
    struct fixture *fixture = *state;

    pack_plain(fixture, 0);
    codec_init(&fixture->codec, &other_table, 0);
    assert_false(unpack(fixture));
    codec_init(&fixture->codec, &small_table, 0);
    assert_false(unpack(fixture));
    codec_init(&fixture->codec, &table, WANT_EXCERPT);
    assert_false(unpack(fixture));
    codec_init(&fixture->codec, &table, 0);
    assert_true(unpack(fixture));
}

static void other_lengths_are_refused(void **state)
{
    struct fixture *fixture = *state;
    struct str block;

    pack_rich(fixture, WANT_ALL);
    block = buf_str(&fixture->block);
    for (size_t len = 0; len < block.len; len++)
        assert_false(results_unpack(&fixture->codec, (struct str){block.data, len},
                                    &fixture->arena, &fixture->read));
    buf_putc(&fixture->block, '\0');
    assert_false(unpack(fixture));
}

/* As above, but with the right length at the start. */
static void what_is_cut_short_is_refused(void **state)
{
    struct fixture *fixture = *state;
    uint32_t whole;

    pack_rich(fixture, WANT_ALL);
    whole = (uint32_t)fixture->block.len;
    for (uint32_t len = AT_WANT; len < whole; len++) {
        fixture->block.len = len;
        wire_set_u32(&fixture->block, AT_LENGTH, len);
        assert_false(unpack(fixture));
    }
    fixture->block.len = whole;
    buf_putc(&fixture->block, '\0');
    wire_set_u32(&fixture->block, AT_LENGTH, whole + 1);
    assert_false(unpack(fixture));
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
    struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof(lies) / sizeof(lies[0]); i++) {
        pack_plain(fixture, WANT_EXCERPT | WANT_FINGERPRINT);
        assert_true(unpack(fixture));
        if (lies[i].at == AT_WANT)
            pack_plain(fixture, 0);
        wire_set_u32(&fixture->block, lies[i].at, lies[i].number);
        if (unpack(fixture))
            fail_msg("taken: %u at %zu", lies[i].number, lies[i].at);
    }
}

static void refused(struct fixture *fixture, size_t at, uint32_t number)
{
    assert_true(unpack(fixture));
    wire_set_u32(&fixture->block, at, number);
    assert_false(unpack(fixture));
}

static void ends_before_starts_are_refused(void **state)
{
    struct fixture *fixture = *state;
    struct diagnostic one = {.mistake = {.severity = SEVERITY_NOTE, .message = STR("m")}};

    use_text(fixture, "abc");
    one.mistake.span = (struct span){2, 3};
    pack(fixture, &one, 1, 0);
    refused(fixture, AT_END + 8, 2);
    use_text(fixture, "\xF0\x9F\x98\x80");
    one.mistake.span = (struct span){4, 4};
    pack(fixture, &one, 1, 0);
    refused(fixture, AT_END + 12, 2);
    pack(fixture, NULL, 0, 0);
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
    struct fixture *fixture = *state;
    struct edit edit = {{1, 2}, STR("A")};
    struct diagnostic one = {.mistake = {.severity = SEVERITY_NOTE, .message = STR("m")}};

    one.mistake.edits = &edit;
    one.mistake.edit_count = 1;
    use_text(fixture, "abc");
    for (size_t i = 0; i < sizeof(lies) / sizeof(lies[0]); i++) {
        pack(fixture, &one, 1, lies[i].want);
        refused(fixture, lies[i].lie.at, lies[i].lie.number);
    }
}

static void edits_that_overlap_are_refused(void **state)
{
    struct fixture *fixture = *state;
    struct edit edits[] = {{{0, 2}, STR("A")}, {{2, 3}, STR("B")}};
    struct diagnostic one = {.mistake = {.severity = SEVERITY_NOTE, .message = STR("m")}};

    one.mistake.edits = edits;
    one.mistake.edit_count = 2;
    use_text(fixture, "abc");
    pack(fixture, &one, 1, 0);
    refused(fixture, AT_EDIT + EDIT_BYTES + 1, 1);
}

static void suppressions_out_of_range_are_refused(void **state)
{
    static const struct lie lies[] = {
        {AT_SUPPRESSED, 0},     {AT_SUPPRESSED, 2},   {AT_SUPPRESSED, UINT32_MAX},
        {AT_SUPPRESSED + 4, 2}, {AT_COMMENT, 4},      {AT_COMMENT + 4, 2},
        {AT_COMMENT + 20, 0},   {AT_COMMENT + 40, 0}, {AT_COMMENT + 40, UINT32_MAX},
    };
    struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof(lies) / sizeof(lies[0]); i++) {
        pack_plain(fixture, WANT_SUPPRESSED);
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
    struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof(lies) / sizeof(lies[0]); i++) {
        pack_plain(fixture, WANT_CONTEXT);
        refused(fixture, lies[i].at, lies[i].number);
    }
}

static void excerpts_out_of_range_are_refused(void **state)
{
    enum { LONG = 7000, TOO_LONG = EXCERPT_MAX_LINES * (EXCERPT_MAX_BYTES + 2) + 1 };
    struct fixture *fixture = *state;
    struct buf *block = &fixture->block;
    struct diagnostic one = {.mistake = {.severity = SEVERITY_NOTE, .message = STR("m")}};
    char *text = arena_alloc(&fixture->arena, LONG + 1);

    /* There is no result before the first one. */
    pack_plain(fixture, WANT_EXCERPT);
    wire_set_u32(block, AT_EXCERPT + 4, WIRE_SAME_LINES);
    block->len -= strlen("abc");
    wire_set_u32(block, AT_LENGTH, (uint32_t)block->len);
    assert_false(unpack(fixture));

    memset(text, 'a', LONG);
    use_text(fixture, text);
    pack(fixture, &one, 1, WANT_EXCERPT);
    assert_true(unpack(fixture));
    buf_repeat(block, 'a', TOO_LONG - EXCERPT_MAX_BYTES);
    wire_set_u32(block, AT_EXCERPT + 4, TOO_LONG);
    wire_set_u32(block, AT_LENGTH, (uint32_t)block->len);
    assert_false(unpack(fixture));
    block->len--;
    wire_set_u32(block, AT_EXCERPT + 4, TOO_LONG - 1);
    wire_set_u32(block, AT_LENGTH, (uint32_t)block->len);
    assert_true(unpack(fixture));
}

static void check_range(const struct fixture *fixture, struct position start,
                        struct position end)
{
    assert_true(start.offset <= end.offset && end.offset <= fixture->read.size);
    assert_true(start.line >= 1 && start.line <= end.line);
    assert_true(end.line <= fixture->read.line_count);
    assert_true(start.column >= 1 && end.column >= 1);
    assert_true(start.utf16 >= 1 && end.utf16 >= 1);
}

/* What reporters rely on. */
static void check_result(const struct fixture *fixture, const struct result *result)
{
    uint32_t size = fixture->read.size;

    assert_true(result->rule_index < table.count);
    assert_ptr_equal(result->rule, rules[result->rule_index]);
    assert_true(result->severity >= SEVERITY_NOTE && result->severity <= SEVERITY_ERROR);
    check_range(fixture, result->start, result->end);
    assert_true(result->excerpt_start <= size);
    assert_true(result->excerpt.len <= size - result->excerpt_start);
    for (uint32_t i = 0; i < result->edit_count; i++) {
        assert_true(result->edits[i].span.start <= result->edits[i].span.end);
        assert_true(result->edits[i].span.end <= size);
        assert_true(!i || result->edits[i - 1].span.end <= result->edits[i].span.start);
    }
    for (uint32_t i = 0; i < result->related_count; i++)
        check_range(fixture, result->related[i].start, result->related[i].end);
    assert_true(result->context.first_line >= 1);
    assert_true(result->context.first_line <= result->context.last_line);
    assert_true(result->context.last_line <= fixture->read.line_count);
    assert_true(result->context.text.len <= size);
}

static void check_suppressed(const struct fixture *fixture, const struct result *result)
{
    check_result(fixture, result);
    check_range(fixture, result->suppression->start, result->suppression->end);
}

/* Every byte gets every other value: refused, or results that make sense. */
static void changed_blocks_never_make_bad_results(void **state)
{
    struct fixture *fixture = *state;
    uint32_t taken = 0;

    pack_rich(fixture, WANT_ALL);
    for (size_t at = 0; at < fixture->block.len; at++) {
        for (unsigned flip = 1; flip <= 0xFF; flip++) {
            fixture->block.data[at] ^= (char)flip;
            if (unpack(fixture)) {
                taken++;
                for (uint32_t i = 0; i < fixture->read.count; i++)
                    check_result(fixture, &fixture->read.results[i]);
                for (uint32_t i = 0; i < fixture->read.suppressed_count; i++)
                    check_suppressed(fixture, &fixture->read.suppressed[i]);
            }
            fixture->block.data[at] ^= (char)flip;
        }
    }
    /* Other letters in messages, other hashes. */
    assert_true(taken > 0);
}

/* As many edits as fit into the zeros of the block, again and again. */
static void no_more_edits_than_the_limit_are_taken(void **state)
{
    enum { EDITS = RESULTS_MAX_EDITS + 1 };
    struct fixture *fixture = *state;
    struct buf *block = &fixture->block;

    pack_plain(fixture, 0);
    block->len = AT_EDIT;
    wire_set_u32(block, AT_EDITS, EDITS);
    buf_repeat(block, '\0', (size_t)EDITS * EDIT_BYTES);
    wire_set_u32(block, AT_LENGTH, (uint32_t)block->len);
    assert_false(unpack(fixture));
    wire_set_u32(block, AT_EDITS, EDITS - 1);
    block->len -= EDIT_BYTES;
    wire_set_u32(block, AT_LENGTH, (uint32_t)block->len);
    assert_true(unpack(fixture));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(nothing_is_lost_on_the_way),
        TEST(parts_are_the_whole),
        TEST(a_block_is_added_to_what_is_there),
        TEST(a_block_is_the_same_on_every_machine),
        TEST(numbers_begin_with_their_least_byte),
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
        TEST(changed_blocks_never_make_bad_results),
        TEST(no_more_edits_than_the_limit_are_taken),
    };

    return cmocka_run_group_tests_name("codec", tests, NULL, NULL);
}
