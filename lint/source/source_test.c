/* source_test.c - lines and positions */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/source/source.h"

struct lines_case {
    const char *text;
    size_t size;
    uint32_t count;
    uint32_t starts[4];
    uint32_t ends[4];
};

static const struct lines_case line_cases[] = {
    {"", 0, 1, {0}, {0}},
    {"a", 1, 1, {0}, {1}},
    {"a\n", 2, 2, {0, 2}, {1, 2}},
    {"a\r\nb\rc\n", 7, 4, {0, 3, 5, 7}, {1, 4, 6, 7}},
    {"\n\r", 2, 3, {0, 1, 2}, {0, 1, 2}},
    {"\xEF\xBB\xBF", 3, 1, {3}, {3}},
    {"\xEF\xBB\xBFx\n", 5, 2, {3, 5}, {4, 5}},
    {"a\0b\nc", 5, 2, {0, 4}, {3, 5}},
};

static void lines_end_as_in_commonmark(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(line_cases) / sizeof(line_cases[0]); i++) {
        const struct lines_case *c = &line_cases[i];
        struct source source;
        struct arena arena;

        arena_init(&arena);
        source_init(&source, &arena, "x", c->text, c->size);
        assert_int_equal(source.line_count, c->count);
        for (uint32_t line = 0; line < c->count; line++) {
            assert_int_equal(source.lines[line].start, c->starts[line]);
            assert_int_equal(source.lines[line].end, c->ends[line]);
        }
        arena_release(&arena);
    }
}

struct flags_case {
    const char *text;
    uint32_t flags;
};

static const struct flags_case flag_cases[] = {
    {"", LINE_BLANK},
    {" \t", LINE_BLANK | LINE_TAB | LINE_TRAILING_SPACE},
    {"a b", 0},
    {"a ", LINE_TRAILING_SPACE},
    {"\ta", LINE_TAB},
    {"\xC3\xA9x", LINE_NON_ASCII},
    {"x\xC2\xA0", LINE_NON_ASCII | LINE_TRAILING_SPACE},
    {"x\r", LINE_CR},
    {"#", LINE_HASH},
    {" #", 0},
    {"<<<<<<<", LINE_ARROWS},
    {">>>>>>> a", LINE_ARROWS},
    {"<<<<<<", 0},
    {"<<<<<<>", 0},
    {" >>>>>>>", 0},
};

static void lines_are_classified(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(flag_cases) / sizeof(flag_cases[0]); i++) {
        struct source source;
        struct arena arena;

        arena_init(&arena);
        source_init(&source, &arena, "x", flag_cases[i].text, strlen(flag_cases[i].text));
        assert_int_equal(source.lines[0].flags, flag_cases[i].flags);
        arena_release(&arena);
    }
}

/* Offset, line, column in code points, in UTF-16 units and in bytes. */
static const struct position places[] = {
    {3, 1, 1, 1, 1},  {4, 1, 2, 2, 2},  {6, 1, 3, 3, 4},
    {10, 1, 4, 5, 8}, {11, 1, 4, 5, 8}, {12, 2, 1, 1, 1},
    {13, 2, 2, 2, 2}, {14, 2, 3, 3, 3}, {15, 3, 1, 1, 1},
};

/* A byte order mark, é, an emoji, CR LF, a byte that is not UTF-8, LF. */
static const char places_text[] = "\xEF\xBB\xBF"
                                  "a\xC3\xA9\xF0\x9F\x98\x80\r\nx\xE9\n";

static void places_count_from_one(void **state)
{
    struct source source;
    struct arena arena;

    (void)state;
    arena_init(&arena);
    source_init(&source, &arena, "x", places_text, sizeof(places_text) - 1);
    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
        struct position direct = source_position(&source, places[i].offset);

        assert_memory_equal(&direct, &places[i], sizeof(direct));
    }
    arena_release(&arena);
}

static void characters_are_whole(void **state)
{
    static const char text[] = "a\xF0\x9F\x98\x80\xC3\xA9\x80\x80";
    static const struct span characters[] = {{0, 1}, {1, 5}, {1, 5}, {1, 5}, {1, 5},
                                             {5, 7}, {5, 7}, {7, 8}, {8, 9}};
    struct source source;
    struct arena arena;

    (void)state;
    arena_init(&arena);
    source_init(&source, &arena, "a.md", text, strlen(text));
    for (uint32_t i = 0; i < source.size; i++) {
        struct span found = source_character(&source, i);

        assert_int_equal(found.start, characters[i].start);
        assert_int_equal(found.end, characters[i].end);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_end_as_in_commonmark),
        cmocka_unit_test(lines_are_classified),
        cmocka_unit_test(places_count_from_one),
        cmocka_unit_test(characters_are_whole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
