/* builder.c - builds a tree of values, for the readers of YAML, JSON and TOML */

#include "lint/value/builder.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/str_map.h"
#include "lint/base/utf8.h"

enum {
    LINEAR_KEYS = 16, /* up to here comparing is faster than hashing */
};

void value_builder_init(struct value_builder *builder, struct arena *arena,
                        struct value_input input, struct value_tree *tree)
{
    *tree = (struct value_tree){0};
    *builder = (struct value_builder){.arena = arena, .input = input, .tree = tree};
}

struct value *value_builder_add(struct value_builder *builder, enum value_kind kind,
                                struct span span)
{
    struct value *value = arena_alloc(builder->arena, sizeof(*value));

    value->kind = kind;
    value->span = span;
    value->id = builder->tree->value_count++;
    return value;
}

bool value_builder_count(struct value_builder *builder, uint32_t values)
{
    uint32_t limit = builder->input.max_nodes;

    /* What was counted is at most the limit, so this does not wrap. */
    if (values > limit - builder->expanded)
        return false;
    builder->expanded += values;
    return true;
}

void value_builder_too_many(struct value_builder *builder, struct span span)
{
    value_builder_problem(builder, PROBLEM_LIMIT, span, "more than %lu values",
                          (unsigned long)builder->input.max_nodes);
}

void value_builder_too_deep(struct value_builder *builder, struct span span)
{
    value_builder_problem(builder, PROBLEM_LIMIT, span, "more than %d levels of nesting",
                          VALUE_MAX_DEPTH);
}

void value_builder_push(struct value_builder *builder, struct entry entry)
{
    builder->open = arena_make_room(builder->arena, builder->open, builder->open_count,
                                    &builder->open_capacity, sizeof(entry));
    builder->open[builder->open_count++] = entry;
}

void value_builder_duplicate(struct value_builder *builder, const struct entry *first,
                             const struct entry *second)
{
    struct mistake *mistake = value_builder_problem(
        builder, PROBLEM_DUPLICATE_KEY, second->key_span, "duplicate key `%.*s`",
        (int)second->key.len, second->key.data);

    /* An empty key has no text to point at. */
    if (!span_empty(first->key_span))
        mistake_add_related(mistake, builder->arena, first->key_span,
                            STR("first defined here"));
}

static struct entry *find_key(struct entry *entries, uint32_t count, struct str key)
{
    for (uint32_t i = 0; i < count; i++)
        if (str_equal(entries[i].key, key))
            return &entries[i];
    return NULL;
}

/* The second entry goes, or takes the place of the first. */
static void drop_one(struct value_builder *builder, struct entry *first,
                     const struct entry *second)
{
    value_builder_duplicate(builder, first, second);
    if (builder->last_wins)
        *first = *second;
}

static uint32_t drop_duplicates_linear(struct value_builder *builder,
                                       struct entry *entries, uint32_t count)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < count; i++) {
        struct entry *first = find_key(entries, kept, entries[i].key);

        if (first)
            drop_one(builder, first, &entries[i]);
        else
            entries[kept++] = entries[i];
    }
    return kept;
}

static uint32_t drop_duplicates_hashed(struct value_builder *builder,
                                       struct entry *entries, uint32_t count)
{
    struct str_map seen = {0};
    uint32_t kept = 0;

    for (uint32_t i = 0; i < count; i++) {
        void *first;

        if (str_map_get(&seen, entries[i].key, &first)) {
            drop_one(builder, first, &entries[i]);
            continue;
        }
        entries[kept] = entries[i];
        str_map_put(&seen, builder->arena, entries[kept].key, &entries[kept]);
        kept++;
    }
    return kept;
}

void value_builder_close(struct value_builder *builder, struct value *collection,
                         uint32_t first)
{
    struct entry *entries;
    uint32_t count = builder->open_count - first;

    builder->open_count = first;
    if (count == 0)
        return;
    entries = builder->open + first;
    if (collection->kind == VALUE_MAP && count <= LINEAR_KEYS)
        count = drop_duplicates_linear(builder, entries, count);
    else if (collection->kind == VALUE_MAP)
        count = drop_duplicates_hashed(builder, entries, count);
    collection->entries = arena_raw(builder->arena, count * sizeof(*entries));
    memcpy(collection->entries, entries, count * sizeof(*entries));
    collection->count = count;
}

static struct value_problem *add_problem(struct value_builder *builder)
{
    struct value_tree *tree = builder->tree;

    if (tree->problem_count == VALUE_MAX_PROBLEMS)
        return arena_alloc(builder->arena, sizeof(struct value_problem));
    tree->problems = arena_make_room(builder->arena, tree->problems, tree->problem_count,
                                     &builder->problem_capacity, sizeof(*tree->problems));
    return &tree->problems[tree->problem_count++];
}

struct mistake *value_builder_problem(struct value_builder *builder,
                                      enum value_problem_kind kind, struct span span,
                                      const char *format, ...)
{
    struct value_problem *problem = add_problem(builder);
    va_list args;

    *problem = (struct value_problem){kind, {.span = span, .fix_safe = true}};
    va_start(args, format);
    problem->mistake.message = arena_vformat(builder->arena, format, args);
    va_end(args);
    return &problem->mistake;
}

/* The characters of Windows-1252 where ISO-8859-1 has C1 controls; 0: none. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

bool value_builder_check_encoding(struct value_builder *builder)
{
    struct str text = value_builder_text(builder);
    size_t at = utf8_invalid(text);
    uint32_t guess;
    uint32_t start;
    size_t len;
    unsigned char byte;
    char guessed[4];

    if (at == text.len)
        return true;
    byte = (unsigned char)text.data[at];
    utf8_decode((struct str){text.data + at, text.len - at}, &len);
    start = builder->input.span.start + (uint32_t)at;
    guess = byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
    if (guess)
        value_builder_problem(builder, PROBLEM_ENCODING,
                              span_make(start, start + (uint32_t)len),
                              "byte 0x%02X is not UTF-8; in Windows-1252 it is `%.*s`",
                              byte, (int)utf8_encode(guess, guessed), guessed);
    else
        value_builder_problem(builder, PROBLEM_ENCODING,
                              span_make(start, start + (uint32_t)len),
                              "byte 0x%02X is not UTF-8", byte);
    return false;
}

static int compare_problems(const void *left, const void *right)
{
    struct span a = ((const struct value_problem *)left)->mistake.span;
    struct span b = ((const struct value_problem *)right)->mistake.span;

    if (a.start != b.start)
        return a.start < b.start ? -1 : 1;
    return (a.end > b.end) - (a.end < b.end);
}

void value_builder_finish(struct value_builder *builder, struct value *root)
{
    struct value_tree *tree = builder->tree;

    if (tree->problem_count > 1)
        qsort(tree->problems, tree->problem_count, sizeof(*tree->problems),
              compare_problems);
    tree->root = root;
}
