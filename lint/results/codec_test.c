/* codec_test.c - what is packed comes back, and what is changed on the way is sound */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/results/wire.h"
#include "lint/tool/results/results_fixture.h"

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
    struct results_fixture *fixture = *state;

    for (unsigned want = 0; want <= RESULTS_FIXTURE_WANT_ALL; want++) {
        results_fixture_pack_rich(fixture, want);
        assert_true(results_fixture_unpack(fixture));
        same_file(&fixture->read, &fixture->results);
        results_fixture_pack_plain(fixture, want);
        assert_true(results_fixture_unpack(fixture));
        same_file(&fixture->read, &fixture->results);
        results_fixture_pack(fixture, NULL, 0, want);
        assert_true(results_fixture_unpack(fixture));
        same_file(&fixture->read, &fixture->results);
    }
}

/* Reads one by one what was read at once; each list is gone when the next one is read. */
static void same_in_parts(struct results_fixture *fixture)
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
    struct results_fixture *fixture = *state;

    for (unsigned want = 0; want <= RESULTS_FIXTURE_WANT_ALL; want++) {
        results_fixture_pack_rich(fixture, want);
        assert_true(results_fixture_unpack(fixture));
        same_in_parts(fixture);
        results_fixture_pack(fixture, NULL, 0, want);
        assert_true(results_fixture_unpack(fixture));
        same_in_parts(fixture);
    }
}

static void a_block_is_added_to_what_is_there(void **state)
{
    struct results_fixture *fixture = *state;
    struct str second;
    size_t first;

    results_fixture_pack_plain(fixture, 0);
    first = fixture->block.len;
    results_pack(&fixture->codec, &fixture->results, &fixture->block);
    second = (struct str){fixture->block.data + first, fixture->block.len - first};
    assert_true(results_unpack(&fixture->codec, second, &fixture->arena, &fixture->read));
    same_file(&fixture->read, &fixture->results);
    fixture->block.len = first;
    assert_true(results_fixture_unpack(fixture));
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
    struct results_fixture *fixture = *state;

    results_fixture_pack_plain(fixture, 0);
    assert_int_equal(fixture->block.len, sizeof(wanted) - 1);
    assert_memory_equal(fixture->block.data, wanted, sizeof(wanted) - 1);
}

static void numbers_begin_with_their_least_byte(void **state)
{
    struct results_fixture *fixture = *state;
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

static void check_range(const struct results_fixture *fixture, struct position start,
                        struct position end)
{
    assert_true(start.offset <= end.offset && end.offset <= fixture->read.size);
    assert_true(start.line >= 1 && start.line <= end.line);
    assert_true(end.line <= fixture->read.line_count);
    assert_true(start.column >= 1 && end.column >= 1);
    assert_true(start.utf16 >= 1 && end.utf16 >= 1);
}

/* What reporters rely on. */
static void check_result(const struct results_fixture *fixture,
                         const struct result *result)
{
    uint32_t size = fixture->read.size;

    assert_true(result->rule_index < table_of_two.count);
    assert_ptr_equal(result->rule, table_of_two.rules[result->rule_index]);
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

static void check_suppressed(const struct results_fixture *fixture,
                             const struct result *result)
{
    check_result(fixture, result);
    check_range(fixture, result->suppression->start, result->suppression->end);
}

/* Every byte gets every other value: refused, or results that make sense. */
static void changed_blocks_never_make_bad_results(void **state)
{
    struct results_fixture *fixture = *state;
    uint32_t taken = 0;

    results_fixture_pack_rich(fixture, RESULTS_FIXTURE_WANT_ALL);
    for (size_t at = 0; at < fixture->block.len; at++) {
        for (unsigned flip = 1; flip <= 0xFF; flip++) {
            fixture->block.data[at] ^= (char)flip;
            if (results_fixture_unpack(fixture)) {
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

#define TEST(name)                                                                       \
    cmocka_unit_test_setup_teardown(name, results_fixture_begin, results_fixture_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(nothing_is_lost_on_the_way),
        TEST(parts_are_the_whole),
        TEST(a_block_is_added_to_what_is_there),
        TEST(a_block_is_the_same_on_every_machine),
        TEST(numbers_begin_with_their_least_byte),
        TEST(changed_blocks_never_make_bad_results),
    };

    return cmocka_run_group_tests_name("codec", tests, NULL, NULL);
}
