/* promises.c - what is true of every tree of values, whatever it was read from */

#include "lint/tool/fuzz/promises.h"

#include "lint/base/utf8.h"
#include "lint/tool/fuzz/target.h"

struct walk {
    struct value_input input;
    uint32_t value_count;
    unsigned promises;
    enum value_syntax syntax;
    uint32_t expanded; /* values visited, those of aliases each time */
};

struct value_input fuzz_input(struct arena *arena, struct str input)
{
    struct str front = STR("---\n");
    uint32_t end = (uint32_t)(front.len + input.len);
    char *copy = arena_raw(arena, end);

    memcpy(copy, front.data, front.len);
    if (input.len)
        memcpy(copy + front.len, input.data, input.len);
    return (struct value_input){copy, span_make((uint32_t)front.len, end),
                                FUZZ_MAX_NODES};
}

static bool is_span_in(struct span outer, struct span inner)
{
    return inner.start <= inner.end && span_contains(outer, inner);
}

static void promise_utf8(struct str text)
{
    promise(utf8_invalid(text) == text.len, "text is not UTF-8");
}

/* Is there nothing in it that a reader replaces: escapes, quotes, line ends? */
static bool is_verbatim(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (memchr("\\'\"\r\n", text.data[i], 5) || (text.data[i] & 0x80))
            return false;
    return true;
}

static void promise_string(const struct walk *walk, const struct value *value)
{
    struct str source = {walk->input.data + value->span.start, span_length(value->span)};

    promise_utf8(value->text);
    if (value->style == STYLE_PLAIN && walk->syntax == SYNTAX_TOML) {
        /* A date: T and Z replace other spellings of them. */
        promise(source.len == value->text.len, "a date is not what stands there");
        return;
    }
    if (value->style == STYLE_SINGLE_QUOTED || value->style == STYLE_DOUBLE_QUOTED) {
        promise(source.len >= 2, "quotes are not part of a quoted string");
        source = (struct str){source.data + 1, source.len - 2};
    } else if (value->style != STYLE_PLAIN) {
        return;
    }
    promise(!is_verbatim(source) || str_equal(source, value->text),
            "a string is not what stands under its span");
}

/* Its text is JSON: read again, it is a number of the same kind and text. */
static void promise_number(const struct value *value)
{
    struct value_input input = {value->text.data, span_make(0, (uint32_t)value->text.len),
                                1};
    struct arena arena;
    struct value_tree tree;

    arena_init(&arena);
    json_read(&arena, input, &tree);
    promise(tree.root && str_equal(tree.root->text, value->text), "a number is not JSON");
    promise(tree.root->kind == VALUE_INTEGER || value->kind == VALUE_NUMBER,
            "an integer has a fraction");
    arena_release(&arena);
}

static void promise_value(struct walk *walk, const struct value *value, uint32_t depth);

static void promise_unique(const struct value *map, uint32_t index)
{
    for (uint32_t i = 0; i < index; i++)
        promise(!str_equal(map->entries[i].key, map->entries[index].key),
                "a key stands twice in a map");
}

/* The value of an alias or a merge is elsewhere. */
static void promise_place(const struct walk *walk, const struct value *parent,
                          const struct entry *entry, uint32_t *done)
{
    bool is_alias = !span_empty(entry->alias);
    struct span own = is_alias ? entry->alias : entry->value->span;

    promise(is_alias || entry->value->id > parent->id,
            "a child is older than its parent");
    if (walk->promises & TREE_NESTED)
        promise(is_span_in(parent->span, own), "a child is outside its parent");
    if (!(walk->promises & TREE_ORDERED))
        return;
    promise(own.start >= *done, "children are not in order");
    if (parent->kind == VALUE_MAP)
        promise(*done <= entry->key_span.start && entry->key_span.end <= own.start,
                "a key is not in front of its value");
    *done = own.end;
}

static void promise_entries(struct walk *walk, const struct value *value, uint32_t depth)
{
    uint32_t done = value->span.start;

    promise(depth < VALUE_MAX_DEPTH, "deeper than VALUE_MAX_DEPTH");
    for (uint32_t i = 0; i < value->count; i++) {
        const struct entry *entry = &value->entries[i];

        promise(is_span_in(walk->input.span, entry->key_span) ||
                    value->kind == VALUE_LIST,
                "a key is outside the text");
        promise_utf8(entry->key);
        if (value->kind == VALUE_MAP)
            promise_unique(value, i);
        promise_place(walk, value, entry, &done);
        promise_value(walk, entry->value, depth + 1);
    }
}

static void promise_value(struct walk *walk, const struct value *value, uint32_t depth)
{
    promise(++walk->expanded <= walk->input.max_nodes, "more values than allowed");
    promise(value->id < walk->value_count, "an id is not below value_count");
    promise(is_span_in(walk->input.span, value->span), "a value is outside the text");
    if (value->kind == VALUE_STRING)
        promise_string(walk, value);
    else if (value->kind == VALUE_INTEGER || value->kind == VALUE_NUMBER)
        promise_number(value);
    else if (value->kind == VALUE_LIST || value->kind == VALUE_MAP)
        promise_entries(walk, value, depth);
}

static void promise_mistake(const struct mistake *mistake, struct span text)
{
    promise(is_span_in(text, mistake->span), "a problem is outside the text");
    for (const struct related *r = mistake->related; r; r = r->next)
        promise(is_span_in(text, r->span),
                "what a problem is related to is outside the text");
    for (uint32_t i = 0; i < mistake->edit_count; i++) {
        promise(is_span_in(text, mistake->edits[i].span), "a fix is outside the text");
        promise_utf8(mistake->edits[i].text);
    }
    promise(mistake->message.len > 0, "a problem without a message");
    promise_utf8(mistake->message);
}

static void promise_problems(const struct value_tree *tree, struct span text)
{
    promise(tree->problem_count <= VALUE_MAX_PROBLEMS, "too many problems");
    for (uint32_t i = 0; i < tree->problem_count; i++) {
        const struct value_problem *problem = &tree->problems[i];

        promise_mistake(&problem->mistake, text);
        promise(!i || problem[-1].mistake.span.start <= problem->mistake.span.start,
                "problems are not sorted");
    }
}

void promise_tree(const struct value_tree *tree, struct value_input input,
                  unsigned promises)
{
    struct walk walk = {input, tree->value_count, promises, tree->syntax, 0};

    promise_problems(tree, input.span);
    if (tree->root)
        promise_value(&walk, tree->root, 0);
}
